"""The figures of the page as chart lines and as tables."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.cercles import valeur_ecrite
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.presentation.graphiques.barres import Barre
from plie_metrics.presentation.graphiques.points_moyenne import LignePoint
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.presentation.territoire.fiches import texte_du_quartier
from plie_metrics.territoire.indicateurs import Nature, Repartition
from plie_metrics.territoire.participation import POUR, Participation, Participations
from plie_metrics.territoire.quartiers import Quartier

COULEURS: Final = {
    Nature.QPV: palette.SECONDE,
    Nature.VEILLE: palette.REPERE,
    Nature.MIXTE: palette.REPERE,
}
LEGENDE_QUARTIERS: Final = (
    "Participants des QPV : leur répartition entre les QPV ; candidats, salariés et sorties : "
    "clauses"
)
COLONNES: Final = {
    "participants": "Participants des QPV",
    "candidats": "Candidats",
    "salaries": "Salariés",
    "sorties": "Sorties",
}
SUFFIXES: Final = {Nature.QPV: "", Nature.VEILLE: " (veille)", Nature.MIXTE: ""}


def lignes_communes(participations: Participations, choisi: str = "") -> tuple[LignePoint, ...]:
    """One dot a place, the highest rate first; the group of the others is hollow and grey."""
    return tuple(
        LignePoint(
            nom=lieu.nom,
            valeur=lieu.taux or 0,
            etiquette=f"{nombre(lieu.taux, 1)} · {nombre(lieu.participants)} pers.",
            couleur=palette.REALISE if lieu.detaillee else palette.REPERE,
            plein=lieu.detaillee,
            choisi=choisi in ("", lieu.code),
        )
        for lieu in participations.lieux
    )


def barres_quartiers(repartition: Repartition, choisi: str = "") -> tuple[Barre, ...]:
    """One bar a printed line, then what the report does not attribute to a named QPV.

    The quartier `choisi`, when there is one, keeps its colour alone.
    """
    lignes = [
        Barre(
            f"{chiffre.nom}{SUFFIXES[chiffre.nature]}",
            chiffre.valeur,
            valeur_ecrite(repartition.indicateur, chiffre.valeur),
            COULEURS[chiffre.nature]
            if choisi in ("", *(quartier.code for quartier in chiffre.quartiers))
            else palette.BORDURE,
        )
        for chiffre in repartition.chiffres
    ]
    if repartition.reste > 0:
        ecrit = valeur_ecrite(repartition.indicateur, repartition.reste)
        couleur = palette.BORDURE if choisi else palette.REPERE
        lignes.append(Barre("Autres QPV, non détaillés", repartition.reste, ecrit, couleur))
    return tuple(lignes)


def tableau_communes(participations: Participations, lieux: Sequence[Participation]) -> Tableau:
    """The places given, then the métropole."""
    return tableau(
        f"Personnes accompagnées en {participations.quand.year} et population municipale 2016",
        [
            texte("Commune"),
            effectif("Participants"),
            effectif("Part", lambda part: pourcent(part, 1)),
            effectif("Habitants"),
            effectif(f"Pour {nombre(POUR)} hab.", lambda taux: nombre(taux, 1)),
            effectif("Écart à la moyenne", lambda ecart: pourcent(ecart, signe=True)),
        ],
        [
            (
                lieu.nom,
                lieu.participants,
                lieu.part,
                lieu.habitants,
                lieu.taux,
                participations.ecart_a_la_moyenne(lieu),
            )
            for lieu in (*lieux, participations.metropole)
        ],
        total=True,
    )


def tableau_quartiers(
    quartiers: Sequence[Quartier], repartitions: Sequence[Repartition]
) -> Tableau:
    """The four indicators of each quartier given, and how each one is known."""
    return tableau(
        LEGENDE_QUARTIERS,
        [
            texte("Quartier"),
            *(effectif(COLONNES[r.indicateur.nom], str) for r in repartitions),
        ],
        [
            (_nom(quartier), *(texte_du_quartier(r, quartier) for r in repartitions))
            for quartier in quartiers
        ],
    )


def tableau_populations(quartiers: Sequence[Quartier]) -> Tableau:
    """Inhabitants of each quartier, where known, and how good its point on the map is."""
    return tableau(
        "Habitants des quartiers et qualité de leur position sur la carte",
        [
            texte("Quartier"),
            texte("Commune"),
            effectif("Habitants 2013"),
            effectif("Habitants 2018"),
            texte("Position"),
        ],
        [
            (
                _nom(quartier),
                quartier.commune,
                quartier.population_2013,
                quartier.population_2018,
                POSITIONS.get(quartier.position, quartier.position),
            )
            for quartier in quartiers
        ],
    )


POSITIONS: Final = {
    "centre du perimetre 2015": "centre du périmètre de 2015",
    "approchee": "approchée",
    "inconnue : ne pas placer": "inconnue : cité, non placé",
}


def _nom(quartier: Quartier) -> str:
    return quartier.nom if quartier.est_qpv else f"{quartier.nom} (veille)"
