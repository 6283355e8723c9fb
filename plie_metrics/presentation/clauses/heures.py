"""Hours and salariés of the clauses, by type of contract and by sector."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation.formats import INSECABLE, nombre, pourcent
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.publications.clauses import BTP, Contrat, Secteur
from plie_metrics.quotient import Quotient

CONTRATS: Final = {
    "CTTI": "CTTI (intérim d'insertion)",
    "C/PRO": "C/PRO (professionnalisation)",
    "CDDI": "CDDI (insertion)",
}
SECTEURS: Final = {BTP: "BTP", "SERVICES": "services"}
MESURES: Final = (
    ("orientations", "Orientations"),
    ("valides", "Candidats validés"),
    ("salaries", "Salariés"),
    ("heures", "Heures"),
)


def nom_contrat(type_contrat: str) -> str:
    """The type as printed, with its meaning where the letters do not say it."""
    return CONTRATS.get(type_contrat, type_contrat)


def tableau_contrats(contrats: Sequence[Contrat]) -> Tableau:
    """Hours, their share, salariés and the mean with its two terms, by type and in all."""
    heures = sum(contrat.heures for contrat in contrats)
    salaries = sum(contrat.salaries for contrat in contrats)
    lignes = [*contrats, Contrat("Ensemble", heures, salaries)]
    return tableau(
        "Heures et salariés des clauses par type de contrat, 2016 "
        "(un salarié compte dans chacun de ses types)",
        (
            texte("Contrat"),
            effectif("Heures"),
            effectif("Part des heures", _part),
            effectif("Salariés"),
            effectif("Heures par salarié"),
            texte("Calcul"),
        ),
        [
            (
                nom_contrat(c.type),
                c.heures,
                Quotient(c.heures, heures).valeur,
                c.salaries,
                c.heures_par_salarie.valeur,
                f"{nombre(c.heures)}{INSECABLE}÷{INSECABLE}{nombre(c.salaries)}",
            )
            for c in lignes
        ],
        total=True,
    )


def tableau_secteurs(secteurs: Sequence[Secteur]) -> Tableau:
    """A line a measure, a column a sector: the steps, the women, the hours per salarié."""
    lignes: list[tuple[str, *tuple[float | None, ...]]] = [
        (nom, *(float(getattr(secteur, attribut)) for secteur in secteurs))
        for attribut, nom in MESURES
    ]
    lignes.insert(3, ("dont femmes", *(secteur.femmes for secteur in secteurs)))
    moyennes = (Quotient(secteur.heures, secteur.salaries).valeur for secteur in secteurs)
    lignes.append(("Heures par salarié", *moyennes))
    return tableau(
        "Clauses par secteur, 2016 (une personne compte dans chacun de ses secteurs)",
        (texte("Comptage"), *(effectif(SECTEURS.get(s.code, s.code)) for s in secteurs)),
        lignes,
    )


def _part(valeur: float | None) -> str:
    return pourcent(valeur, 1)
