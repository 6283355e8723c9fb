"""What the page shows of one place once it is chosen: key figures, and its quartiers."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.cartes.cercles import valeur_ecrite
from plie_metrics.presentation.essentiel import ChiffreCle
from plie_metrics.presentation.formats import INSECABLE, nombre, pourcent
from plie_metrics.territoire.indicateurs import Repartition, Statut
from plie_metrics.territoire.participation import POUR, Participation, Participations
from plie_metrics.territoire.quartiers import Quartier


def fiche_commune(lieu: Participation, participations: Participations) -> tuple[ChiffreCle, ...]:
    """Count, share, rate, rank against the mean."""
    ecart = participations.ecart_a_la_moyenne(lieu)
    return (
        ChiffreCle("participants", nombre(lieu.participants), "dans l'année"),
        ChiffreCle("du total", pourcent(lieu.part, 1), f"sur {nombre(lieu.total)}"),
        ChiffreCle(
            f"pour {nombre(POUR)} hab.",
            nombre(lieu.taux, 1),
            f"{nombre(lieu.habitants)} habitants",
        ),
        ChiffreCle("la moyenne", _fois(ecart), _rang(lieu, participations)),
    )


def fiche_quartier(
    quartier: Quartier, repartitions: Sequence[Repartition]
) -> tuple[ChiffreCle, ...]:
    """The four indicators of a quartier, each with how it is known."""
    return tuple(
        ChiffreCle(
            NOMS_COURTS.get(r.indicateur.nom, r.indicateur.intitule),
            valeur_du_quartier(r, quartier),
            provenance(r, quartier),
        )
        for r in repartitions
    )


NOMS_COURTS: Final = {
    "participants": "des participants des QPV",
    "candidats": "candidats",
    "salaries": "salariés",
    "sorties": "sorties positives",
}


def phrase_quartier(quartier: Quartier, repartitions: Sequence[Repartition]) -> str:
    """« 40 % des participants en QPV, 19 candidats, 1 sortie positive (avec Guynemer) »."""
    return (
        ", ".join(morceau for r in repartitions if (morceau := _morceau(quartier, r)))
        or "aucun chiffre publié"
    )


def _morceau(quartier: Quartier, repartition: Repartition) -> str:
    quoi, statut = repartition.indicateur, repartition.statut(quartier.code)
    if statut is Statut.NON_DETAILLE and quoi.en_part:
        return "part parmi les participants des QPV non détaillée" if quartier.est_qpv else ""
    chiffre = repartition.du_quartier(quartier.code)
    valeur = chiffre.valeur if chiffre else 0
    mot = quoi.singulier if valeur < 2 else quoi.pluriel
    note = "" if statut is Statut.IMPRIME else f" ({provenance(repartition, quartier)})"
    return f"{valeur_du_quartier(repartition, quartier)}{INSECABLE}{mot}{note}"


def valeur_du_quartier(repartition: Repartition, quartier: Quartier) -> str:
    """« 40 % », « 19 », « 0 » when deduced, « – » when the report does not say."""
    chiffre = repartition.du_quartier(quartier.code)
    if chiffre is not None:
        return valeur_ecrite(repartition.indicateur, chiffre.valeur)
    return "0" if repartition.statut(quartier.code) is Statut.DEDUIT else "–"


def provenance(repartition: Repartition, quartier: Quartier) -> str:
    """How the figure of a quartier is known, in a few words."""
    quoi = repartition.indicateur
    statut = repartition.statut(quartier.code)
    if statut is Statut.GROUPE:
        chiffre = repartition.du_quartier(quartier.code)
        autres = [q.nom for q in chiffre.quartiers if q != quartier] if chiffre else []
        return f"avec {' et '.join(autres)}"
    if statut is Statut.NON_DETAILLE:
        if quoi.en_part and not quartier.est_qpv:
            return "sans objet : pas un QPV"
        return f"dans « autres QPV », {valeur_ecrite(quoi, repartition.reste)}"
    if statut is Statut.DEDUIT:
        return "déduit du total"
    return "répartition, notre lecture" if quoi.en_part else "clauses"


def texte_du_quartier(repartition: Repartition, quartier: Quartier) -> str:
    """Value and, when it is not plainly printed, how it is known: for a cell of a table."""
    valeur = valeur_du_quartier(repartition, quartier)
    statut = repartition.statut(quartier.code)
    if statut is Statut.IMPRIME:
        return valeur
    mot = {
        Statut.GROUPE: "non séparé",
        Statut.DEDUIT: "déduit",
        Statut.NON_DETAILLE: "non détaillé" if quartier.est_qpv else "pas un QPV",
    }[statut]
    return mot if valeur == "–" else f"{valeur} ({mot})"


def _fois(ecart: float | None) -> str:
    if ecart is None:
        return nombre(None)
    rapport = 1 + ecart
    return f"{nombre(rapport, 1 if rapport >= 1 else 2)} fois"


def _rang(lieu: Participation, participations: Participations) -> str:
    rang = participations.rang(lieu)
    combien = len(participations.detaillees)
    if rang is None:
        return "groupe, sans rang"
    return f"{rang}{'er' if rang == 1 else 'e'} taux sur {combien}"
