"""What must be known to read the page: reserves, what is not placed, sources."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.formats import avec_unite, liste, nombre, pourcent
from plie_metrics.presentation.phrases import en_lettres
from plie_metrics.presentation.territoire.constats import nom_complet
from plie_metrics.publications.chiffre import Publication
from plie_metrics.quotient import Quotient
from plie_metrics.territoire.indicateurs import CENT, Nature, Repartition
from plie_metrics.territoire.participation import Participations
from plie_metrics.territoire.quartiers import Quartier

RESERVE: Final = (
    "Participants des QPV : parts imprimées « à titre indicatif, les nouveaux quartiers n'ayant "
    "pas été pris en compte sur la totalité de l'année »."
)
SANS_QUARTIER: Final = "Aucun quartier prioritaire ni quartier de veille."
CREDITS: Final = (
    "Rapport d'activité 2016 du PLIE. Habitants : population municipale 2016. Sources : INSEE ; "
    "DGCL ; ANCT ; IGN GEOFLA 2.2 2016, Licence Ouverte. Contours généralisés : une carte "
    "d'ensemble, qui ne dit pas de quel côté d'une limite se trouve une adresse."
)


def precision_quartiers(repartition: Repartition, rapport: Publication) -> str:
    """What must be known to read the quartiers' picture."""
    quoi = repartition.indicateur
    if quoi.en_part:
        motif = _refus(repartition, rapport)
        return f"{quoi.intitule} : notre lecture, {motif}. Parts « à titre indicatif »."
    total = avec_unite(repartition.total, quoi.singulier, quoi.pluriel)
    if veille := repartition.somme(Nature.VEILLE):
        verbe = "habite" if veille < 2 else "habitent"
        return (
            f"Le rapport imprime {total} « des quartiers prioritaires » : {en_lettres(int(veille))}"
            f" {verbe} un quartier de veille, qui n'est pas un QPV."
        )
    return f"Total imprimé : {total}. {_non_separes([repartition])}".strip()


def explication(repartitions: Sequence[Repartition]) -> str:
    """The words that the table of quartiers uses instead of a plain figure."""
    return (
        "« Déduit » : quartier absent du tableau imprimé, dont le total est atteint sans lui. "
        "« Non détaillé » : compris dans les « autres QPV ». "
        f"{_non_separes(repartitions)}"
    ).strip()


def poids_des_qpv(
    rapport: Publication, participations: Participations, quartiers: Sequence[Quartier]
) -> str:
    """The printed share of inhabitants in QPV, beside what the populations known give."""
    imprime = rapport.valeur("ra2016.population_qpv.part") / CENT
    connues = [q.population_2013 for q in quartiers if q.est_qpv]
    debut = f"Les {pourcent(imprime)} d'habitants en QPV sont imprimés sans date ni source"
    if None in connues:
        return f"{debut}."
    calcule = Quotient(sum(filter(None, connues)), participations.metropole.habitants).valeur
    return (
        f"{debut} ; les populations de 2013 des {en_lettres(len(connues))} QPV font "
        f"{pourcent(calcule, 1)} des habitants de 2016."
    )


def non_places(participations: Participations, quartiers: Sequence[Quartier]) -> str:
    """What the map does not place, named: communes not detailed, quartiers without a position."""
    phrases = []
    if participations.autres:
        noms = sorted((c.nom for c in participations.autres.communes), key=_sans_accent)
        phrases.append(
            f"Le rapport réunit {len(noms)} communes sous « Autres », supposées être toutes les "
            f"autres de Dijon Métropole : {liste(noms)}."
        )
    sans_point = [nom_complet(quartier) for quartier in quartiers if quartier.point is None]
    if sans_point:
        phrases.append(f"Position inconnue, donc cité et non placé : {liste(sans_point)}.")
    approches = [q.nom for q in quartiers if q.position == "approchee"]
    if approches:
        phrases.append(f"Position approchée : {liste(approches)}.")
    return " ".join(phrases)


def _refus(repartition: Repartition, rapport: Publication) -> str:
    """Why the shares printed cannot be shares of all the participants, when they cannot."""
    tous = rapport.valeur("ra2016.qpv_accompagnes.part")
    cites = sum(chiffre.valeur for chiffre in repartition.chiffres)
    if cites <= tous:
        return "car le rapport ne dit pas la base de ces parts"
    calcul = " + ".join(nombre(chiffre.valeur) for chiffre in repartition.chiffres)
    return (
        f"car {calcul} = {pourcent(cites / CENT)} ne peut pas être une part de tous les "
        f"participants, dont {pourcent(tous / CENT)} habitent un QPV"
    )


def _non_separes(repartitions: Sequence[Repartition]) -> str:
    lignes = {
        chiffre.nom: chiffre.quartiers
        for repartition in repartitions
        for chiffre in repartition.chiffres
        if chiffre.nature is Nature.MIXTE
    }
    return " ".join(
        f"Non séparés par le rapport : {liste([_statut(quartier) for quartier in quartiers])}."
        for quartiers in lignes.values()
    )


def _statut(quartier: Quartier) -> str:
    return f"{quartier.nom} ({'QPV' if quartier.est_qpv else 'veille'})"


def _sans_accent(nom: str) -> str:
    return unicodedata.normalize("NFD", nom).encode("ascii", "ignore").decode()
