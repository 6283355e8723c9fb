"""The map of the PLIE: communes by value, quartiers as proportional circles.

No basemap and no network: `map_provider=None`, and `map_style` left out. The id of a layer carries
the active filter: after a click the layer is a new one, so the browser forgets its own selection
and the filter of the page stays the only truth.
"""

import json
from typing import Final

import pydeck as pdk
from pydeck.bindings.json_tools import default_serialize

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.composition import Carte
from plie_metrics.presentation.cartes.couches import (
    couche_cercles,
    couche_choisies,
    couche_communes,
    couche_hachures,
    couche_perimetres,
    couche_textes,
)

BULLE: Final = {
    "html": "<b>{titre}</b><br/>{detail}",
    "style": {
        "backgroundColor": palette.TEXTE,
        "color": palette.BLANC,
        "fontSize": "13px",
        "maxWidth": "290px",
        "borderRadius": "4px",
        "padding": "8px 10px",
    },
}


class Dessin(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A Deck whose JSON is on one line: pydeck indents its own, five times slower to write."""

    def to_json(self) -> str:
        """The specification."""
        return json.dumps(self, default=default_serialize)


def dessiner(carte: Carte, lieu: str = "", commune: str = "") -> Dessin:
    """The pydeck specification; `lieu` (code of a commune or of a quartier) is outlined.

    `commune`: the commune of `lieu`, outlined too, itself when `lieu` is one.

    Every object that can be clicked carries its code under CLE_LIEU.
    """
    return Dessin(
        map_provider=None,
        views=[pdk.View(type="MapView", controller=False)],
        initial_view_state=pdk.ViewState(
            longitude=carte.cadre.lon, latitude=carte.cadre.lat, zoom=carte.cadre.zoom
        ),
        layers=[
            couche_communes(carte, lieu),
            couche_hachures(carte),
            couche_choisies(carte, commune),
            couche_perimetres(carte),
            couche_cercles(carte, lieu),
            couche_textes("noms-communes", carte.noms_communes, carte.cadre, palette.TEXTE),
            couche_textes(
                "noms-quartiers", carte.noms_quartiers, carte.cadre, palette.SECONDE_TEXTE
            ),
        ],
        tooltip=BULLE,
    )
