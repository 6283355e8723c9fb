"""Hours and salariés of the clauses, by type of contract and by sector."""

from collections.abc import Sequence
from typing import Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import INSECABLE, avec_unite, nombre, pourcent
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree, Segment
from plie_metrics.presentation.graphiques.panneaux import Panneau
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


def titre_contrats(contrats: Sequence[Contrat]) -> str:
    """« Le CTTI fait 57 % des heures ; le C/PRO, le plus d'heures par salarié (943) »."""
    heures = sum(contrat.heures for contrat in contrats)
    premier = max(contrats, key=lambda c: c.heures)
    long = max(contrats, key=lambda c: c.heures_par_salarie.valeur or 0)
    return (
        f"Le {premier.type} fait {pourcent(Quotient(premier.heures, heures).valeur)} des heures ; "
        f"le {long.type}, le plus d'heures par salarié ({nombre(long.heures_par_salarie.valeur)})"
    )


def panneaux_contrats(contrats: Sequence[Contrat]) -> list[Panneau]:
    """Hours, salariés and hours per salarié of each type."""
    moyennes = tuple(contrat.heures_par_salarie.valeur for contrat in contrats)
    return [
        _panneau("Heures", tuple(c.heures for c in contrats), palette.REALISE),
        _panneau("Salariés", tuple(c.salaries for c in contrats), palette.REALISE),
        _panneau("Heures par salarié", moyennes, palette.TROISIEME),
    ]


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


def titre_secteurs(secteurs: Sequence[Secteur]) -> str:
    """« BTP : 68 % des heures, aucune femme »."""
    btp = next(secteur for secteur in secteurs if secteur.code == BTP)
    part = Quotient(btp.heures, sum(secteur.heures for secteur in secteurs))
    femmes = avec_unite(btp.femmes, "femme", "femmes") if btp.femmes else "aucune femme"
    return f"BTP : {pourcent(part.valeur)} des heures, {femmes}"


def lignes_secteurs(secteurs: Sequence[Secteur]) -> list[LigneTitree]:
    """At each step, the two sectors as two parts of one bar; lengths are shares of their sum."""
    lignes = []
    for attribut, nom in MESURES:
        valeurs = {secteur.code: float(getattr(secteur, attribut)) for secteur in secteurs}
        total = sum(valeurs.values())
        mots = [_secteur_en_mots(code, v, total) for code, v in valeurs.items()]
        couleurs = (palette.REALISE, palette.TROISIEME)
        segments = tuple(
            Segment(v / total if total else 0, f"{nom} : {mot}", couleur)
            for v, mot, couleur in zip(valeurs.values(), mots, couleurs, strict=True)
        )
        lignes.append(LigneTitree(f"{nom} : {mots[0]}", mots[1], segments))
    return lignes


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


def _panneau(titre: str, valeurs: tuple[float | None, ...], couleur: str) -> Panneau:
    return Panneau(titre, valeurs, tuple(nombre(v) for v in valeurs), couleur)


def _secteur_en_mots(code: str, valeur: float, total: float) -> str:
    part = pourcent(Quotient(valeur, total).valeur)
    return f"{nombre(valeur)} {SECTEURS.get(code, code)} ({part})"


def _part(valeur: float | None) -> str:
    return pourcent(valeur, 1)
