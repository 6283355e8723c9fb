"""The planches of Publics: who is accompanied, who enters, who sends them."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches.mots import brut, chiffre, de_quoi, parties, provenance
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.publics_ages import pyramide_des_ages
from plie_metrics.planches.publics_flux import entrees_et_stock, prescripteurs
from plie_metrics.planches.publics_territoire import communes, quartiers
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.repartition import HACHURE, repartir
from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import INSECABLE, liste, pourcent
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import effectif, tableau, texte

PARTS: Final = (
    "part_femmes",
    "part_qpv",
    "part_qpv_et_veille",
    "part_brsa",
    "part_deld",
    "part_niveau_v_infra",
)
DITES: Final = {
    "part_brsa": "au RSA",
    "part_deld": "demandeurs d’emploi de longue durée",
    "part_qpv": "en quartier prioritaire",
}


def constat(regard: Regard) -> str:
    """« 1 525 personnes accompagnées : 57 % au RSA et 24 % en quartier prioritaire »."""
    accompagnees = regard.mesure("personnes_accompagnees")
    tete = f"{chiffre('personnes_accompagnees', accompagnees)} personnes accompagnées"
    if accompagnees.masque is not None:
        tete = (
            f"Personnes accompagnées{INSECABLE}: {chiffre('personnes_accompagnees', accompagnees)}"
        )
    mesures = parts_visibles(regard)
    dites = [
        f"{pourcent(mesures[ident].valeur)} {dit}"
        for ident, dit in DITES.items()
        if ident in mesures and mesures[ident].valeur is not None
    ]
    return f"{tete}{INSECABLE}: {liste(dites)}" if dites else tete


def parts_visibles(regard: Regard) -> dict[str, Mesure]:
    """The shares that this profile may see with these filters, in the order of PARTS."""
    trouvees = {}
    for ident in PARTS:
        with suppress(ErreurPlie):
            mesure = regard.mesure(ident)
            if mesure.valeur is not None or mesure.masque is not None:
                trouvees[ident] = mesure
    return trouvees


def fragilites(regard: Regard) -> Planche:
    """Each share of the people accompanied, with its two terms."""
    mesures = parts_visibles(regard)
    if not mesures:
        raise PlancheIndisponible(
            "Ces parts ne sont pas montrées à ce profil avec ces filtres, ou personne n’est "
            "accompagné sur cette période : retirez le filtre ou élargissez la période."
        )
    lignes = [(definition(ident).titre_court, ident, m) for ident, m in mesures.items()]
    titre = _titre_parts(lignes)
    return Planche(
        "publics.fragilites",
        titre,
        resume=f"{titre}. {' ; '.join(f'{nom} : {chiffre(i, m)}' for nom, i, m in lignes)}.",
        tableau=tableau(
            f"Caractéristiques des personnes accompagnées, {de_quoi(regard)}",
            [
                texte("Caractéristique"),
                effectif("Part", lambda v: pourcent(v, 1)),
                texte("Personnes"),
            ],
            [(nom, brut(m), "" if m.masque else parties(m)) for nom, _, m in lignes],
        ),
        sous_titre=f"Part des personnes accompagnées · {de_quoi(regard)}",
        specification=barres([_barre(nom, ident, m) for nom, ident, m in lignes], pas=28),
        forme=Forme("barres", "Caractéristique", ("Part",)),
        phrases=(f"{titre}.",),
        indicateurs=tuple(mesures),
        source=f"{provenance(regard)}. Situation du dernier extrait, pas du jour de l’entrée.",
    )


def _titre_parts(lignes: list[tuple[str, str, Mesure]]) -> str:
    """The largest share that is shown, with its two terms."""
    connues = [ligne for ligne in lignes if ligne[2].valeur is not None]
    if not connues:
        return "Caractéristiques des personnes accompagnées"
    nom, ident, mesure = max(connues, key=lambda ligne: ligne[2].valeur or 0)
    return f"{nom}{INSECABLE}: {chiffre(ident, mesure)} du public, {parties(mesure)}"


def par_commune(regard: Regard) -> Planche:
    """People accompanied by commune."""
    return repartir(regard, "personnes_accompagnees", "commune", cle="publics.communes")


def par_quartier(regard: Regard) -> Planche:
    """People accompanied by quartier, QPV and former quartiers de veille."""
    return repartir(regard, "personnes_accompagnees", "qpv", cle="publics.qpv")


def par_niveau(regard: Regard) -> Planche:
    """People accompanied by level of training."""
    return repartir(
        regard,
        "personnes_accompagnees",
        "niveau_formation",
        cle="publics.niveau",
        ordonne=False,
    )


def _barre(nom: str, ident: str, mesure: Mesure) -> Barre:
    if mesure.masque is not None:
        return Barre(nom, 0, f"{HACHURE}{chiffre(ident, mesure)}", palette.REPERE)
    termes = parties(mesure)
    return Barre(nom, float(mesure.valeur or 0), f"{chiffre(ident, mesure)} · {termes}")


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {
    "publics.fragilites": fragilites,
    "publics.ages": pyramide_des_ages,
    "publics.communes": par_commune,
    "publics.qpv": par_quartier,
    "publics.niveau": par_niveau,
    "publics.entrees_stock": entrees_et_stock,
    "publics.representation_communes": communes,
    "publics.representation_quartiers": quartiers,
    "publics.prescripteurs": prescripteurs,
}
