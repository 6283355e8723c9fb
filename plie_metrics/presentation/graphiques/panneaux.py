"""The same lines measured several ways: one panel of bars a measure, each from its own zero.

One view cut in equal panels rather than a facet, which would not follow the width of the page.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou, trou_texte
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur, en_lignes
from plie_metrics.typographie import typographier

REMPLI: Final = 0.58  # part of a panel that its longest bar fills: the rest is for its label


@dataclass(frozen=True)
class Panneau:
    """A measure: its name, its value for each line (None: not known) and how each is written."""

    titre: str
    valeurs: tuple[float | None, ...]
    etiquettes: tuple[str, ...]
    couleur: str = palette.REALISE


def panneaux(
    noms: Sequence[str], mesures: Sequence[Panneau], *, pas: int = 30, largeur_noms: int = 220
) -> dict[str, Any]:
    """A line a name, a panel a measure; lengths compare within a panel, never across."""
    # the names of the panels are the labels of the axis, at the zero of each
    titres = json.dumps([typographier(mesure.titre) for mesure in mesures], ensure_ascii=False)
    return _modele().remplir(
        barres=_barres(noms, mesures),
        epaisseur=pas * 0.55,
        largeur_noms=largeur_noms,
        combien=len(mesures),
        rangs=list(range(len(mesures))),
        titres=f"{titres}[datum.value]",
        hauteur=en_lignes(pas, len(noms)),
    )


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("barres")).encode(
        y=alt.Y(
            "nom:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=trou("largeur_noms"), labelColor=palette.TEXTE),
        )
    )
    marques = base.mark_bar(size=trou("epaisseur"), cornerRadiusEnd=2).encode(
        x=_x("depart"),
        x2=alt.X2("fin:Q"),
        color=alt.Color("couleur:N", scale=None),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("etiquette:N", title="Valeur")],
    )
    valeurs = base.mark_text(align="left", dx=5).encode(x=_x("fin"), text=alt.Text("etiquette:N"))
    return modele(a_la_largeur(alt.layer(marques, valeurs)).properties(padding=SANS_MARGE))


def _barres(noms: Sequence[str], mesures: Sequence[Panneau]) -> list[dict[str, Any]]:
    lignes = []
    for rang, mesure in enumerate(mesures):
        plus_long = max((v for v in mesure.valeurs if v is not None), default=0) or 1
        for nom, valeur, etiquette in zip(noms, mesure.valeurs, mesure.etiquettes, strict=True):
            longueur = 0 if valeur is None else valeur / plus_long * REMPLI
            lignes.append(
                {
                    "nom": typographier(nom),
                    "mesure": mesure.titre,
                    "valeur": valeur,
                    "etiquette": etiquette,
                    "depart": rang,
                    "fin": rang + longueur,
                    "couleur": mesure.couleur,
                }
            )
    return lignes


def _x(champ: str) -> alt.X:
    axe = alt.Axis(
        orient="top",
        values=trou("rangs"),
        labelExpr=trou_texte("titres"),
        labelAlign="left",
        labelOverlap=False,
        grid=False,
        title=None,
    )
    echelle = alt.Scale(domain=[0, trou("combien")], nice=False, padding=0)
    return alt.X(f"{champ}:Q", scale=echelle, axis=axe)
