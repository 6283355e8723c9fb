"""A chart on screen: a title that states its finding, the picture, its words, its table."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from pages._acces.export import telecharger
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sur
from plie_metrics.exports.images import en_png, en_svg, titrer
from plie_metrics.presentation.tableau import Tableau
from plie_metrics.typographie import typographier

LARGEUR_IMAGE: Final = 900


def afficher_graphique(
    specification: dict[str, Any],
    *,
    titre: str,
    resume: str,
    tableau: Tableau,
    cle: str,
    sous_titre: str = "",
    fichier: str = "",
    mention: Callable[[], str] | None = None,
) -> None:
    """Show a chart.

    `titre` is the finding; `resume` the text alternative, read aloud and never shown; `tableau`
    the same figures, folded under the chart; `cle` a short unique name. `fichier` and `mention`:
    as for a table (`afficher_tableau`).
    """
    titre_de_bloc(titre, sous_titre)
    # named, so that the style can give a chart the width under which it scrolls in its own block
    with st.container(key=f"image-{cle}"):
        st.vega_lite_chart(spec=specification, theme=None, width="stretch", alt=resume, key=cle)
    with st.expander("Voir les chiffres"):
        afficher_tableau(tableau, cle, fichier=fichier, mention=mention)

        def seule() -> dict[str, Any]:
            return titrer(specification, titre, [sous_titre, mention() if mention else ""])

        _images(seule, cle, fichier or cle)


def _images(specification: Callable[[], dict[str, Any]], cle: str, fichier: str) -> None:
    """The chart alone as a picture, for a report; drawn when it is asked for."""
    with st.container(horizontal=True):
        telecharger(
            "Télécharger l’image (PNG)",
            data=lambda: en_png(specification(), LARGEUR_IMAGE),
            file_name=f"plie-{fichier}.png",
            mime="image/png",
            key=f"png-{cle}",
            type="tertiary",
        )
        telecharger(
            "Télécharger l’image (SVG)",
            data=lambda: en_svg(specification(), LARGEUR_IMAGE),
            file_name=f"plie-{fichier}.svg",
            mime="image/svg+xml",
            key=f"svg-{cle}",
            type="tertiary",
        )


def titre_de_bloc(titre: str, sous_titre: str = "") -> None:
    """A second-level heading, and in grey what is measured."""
    with st.container(gap=None):
        st.header(typographier(titre), anchor=False)
        if sous_titre:
            st.html(f'<p class="sous-titre">{sur(sous_titre)}</p>')
