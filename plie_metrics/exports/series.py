"""What an office suite draws: the categories and series of a frozen view, masks left empty."""

from dataclasses import dataclass
from typing import Final

from plie_metrics.editions.modele import Cellule, VueFigee
from plie_metrics.exports.mentions import HACHURE, chiffre
from plie_metrics.exports.nombres import format_excel
from plie_metrics.planches.planche import Forme
from plie_metrics.typographie import typographier

DESSINABLES: Final = frozenset({"barres", "barres_groupees", "barres_empilees", "courbes"})
AU_PLUS: Final = 20
"""Categories beyond which bars are too thin to be read: the table has the others."""


@dataclass(frozen=True)
class Serie:
    """A named row of numbers; None where there is nothing to draw (undefined or masked)."""

    nom: str
    valeurs: tuple[int | float | None, ...]
    format: str


@dataclass(frozen=True)
class Dessin:
    """Categories and series, ready for a native chart.

    `tues`: categories left to the table. `couleurs`: of each category on screen, "" where none.
    """

    genre: str
    categories: tuple[str, ...]
    series: tuple[Serie, ...]
    tues: int = 0
    couleurs: tuple[str, ...] = ()


def dessin(vue: VueFigee) -> Dessin | None:
    """What can be drawn natively; None for a map, a table alone, unknown columns, only masks."""
    forme, table = vue.forme, vue.tableau
    titres = [colonne.titre for colonne in table.colonnes]
    voulues = (forme.categories, *forme.series)
    if forme.genre not in DESSINABLES or not forme.series or not set(voulues) <= set(titres):
        return None
    lignes = table.lignes[:-1] if table.total else table.lignes
    if not lignes:
        return None
    rangs = [titres.index(titre) for titre in forme.series]
    noms = [_nom(ligne, titres.index(forme.categories), rangs) for ligne in lignes]
    garder = min(len(lignes), _place(forme))
    lues = [
        Serie(
            titres[rang],
            tuple(chiffre(ligne[rang]) for ligne in lignes[:garder]),
            format_excel(table.colonnes[rang].code),
        )
        for rang in rangs
    ]
    series = tuple(serie for serie in lues if any(v is not None for v in serie.valeurs))
    if not series:
        return None
    return Dessin(
        forme.genre,
        tuple(noms[:garder]),
        series,
        len(lignes) - garder,
        _couleurs(vue, [ligne[titres.index(forme.categories)].texte for ligne in lignes[:garder]]),
    )


def _place(forme: Forme) -> int:
    """How many categories can be read: fewer when each has several bars."""
    if forme.genre == "courbes":
        return 10**6
    return AU_PLUS // (len(forme.series) if forme.genre == "barres_groupees" else 1)


def _couleurs(vue: VueFigee, noms: list[str]) -> tuple[str, ...]:
    """The colour of each bar on screen, when one name has one colour there."""
    donnees = (vue.specification or {}).get("data", {})
    valeurs = donnees.get("values", ()) if isinstance(donnees, dict) else ()
    connues = {v["nom"]: v["couleur"] for v in valeurs if {"nom", "couleur"} <= set(v)}
    return tuple(connues.get(typographier(nom), "") for nom in noms)


def _nom(ligne: tuple[Cellule, ...], rang: int, rangs: list[int]) -> str:
    """The name of a category, and that its only figure is masked."""
    nom = ligne[rang].texte
    return f"{nom} {HACHURE} masqué" if all(ligne[r].masque for r in rangs) else nom


def en_image(vue: VueFigee) -> bool:
    """True for a drawing that no office suite has: a map, a chart without a native form."""
    return vue.specification is not None and vue.forme.genre not in DESSINABLES
