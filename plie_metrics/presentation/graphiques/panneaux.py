"""The same lines measured several ways: one panel of bars a measure, each from its own zero.

One view cut in equal panels rather than a facet, which would not follow the width of the page.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, en_lignes, habiller, porter
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
    base = alt.Chart(porter(_barres(noms, mesures))).encode(
        y=alt.Y(
            "nom:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=largeur_noms, labelColor=palette.TEXTE),
        )
    )
    marques = base.mark_bar(size=pas * 0.55, cornerRadiusEnd=2).encode(
        x=_x("depart", mesures),
        x2=alt.X2("fin:Q"),
        color=alt.Color("couleur:N", scale=None),
        tooltip=[alt.Tooltip("nom:N", title=" "), alt.Tooltip("etiquette:N", title="Valeur")],
    )
    valeurs = base.mark_text(align="left", dx=5).encode(
        x=_x("fin", mesures), text=alt.Text("etiquette:N")
    )
    return habiller(
        en_lignes(alt.layer(marques, valeurs), pas, len(noms)).properties(padding=SANS_MARGE)
    )


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


def _x(champ: str, mesures: Sequence[Panneau]) -> alt.X:
    # the names of the panels are the labels of the axis, at the zero of each
    titres = json.dumps([typographier(mesure.titre) for mesure in mesures], ensure_ascii=False)
    axe = alt.Axis(
        orient="top",
        values=list(range(len(mesures))),
        labelExpr=f"{titres}[datum.value]",
        labelAlign="left",
        labelOverlap=False,
        grid=False,
        title=None,
    )
    echelle = alt.Scale(domain=[0, len(mesures)], nice=False, padding=0)
    return alt.X(f"{champ}:Q", scale=echelle, axis=axe)
