"""Bullet chart: what was done as a bar, the objective as a dark tick, from zero."""

from functools import cache
from typing import Any

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele

MARGE = 1.06


def puce(realise: float, objectif: float) -> dict[str, Any]:
    """One bar for `realise`, one tick for `objectif`, same unit; reads in a card 60 px high."""
    borne = max(realise, objectif, 1e-9) * MARGE
    donnees = {
        "realise": realise / borne,
        "objectif": objectif / borne,
        "borne": 1,
        "mot": f"objectif {nombre(objectif)}",
    }
    return _modele().remplir(puce=[donnees])


@cache
def _modele() -> Modele:
    """The specification without its data: built once, three cards a page ask for it."""
    base = alt.Chart(jeu("puce")).properties(height=44)
    echelle = alt.Scale(domain=[0, 1], nice=False)
    x = alt.X("realise:Q", scale=echelle, axis=None)
    fond = base.mark_bar(size=16, color=palette.PISTE, cornerRadius=2, yOffset=-8)
    barre = base.mark_bar(size=16, color=palette.REALISE, cornerRadius=2, yOffset=-8)
    repere = base.mark_tick(thickness=3, size=28, color=palette.TEXTE, opacity=1, yOffset=-8)
    legende = base.mark_text(align="right", dy=15, dx=4, color=palette.SECONDAIRE)
    couches = (
        fond.encode(x=alt.X("borne:Q", scale=echelle, axis=None)),
        barre.encode(x=x),
        repere.encode(x=alt.X("objectif:Q", scale=echelle, axis=None)),
        legende.encode(x=alt.X("objectif:Q", scale=echelle, axis=None), text=alt.Text("mot:N")),
    )
    return modele(alt.layer(*couches))
