"""A chart on screen: a title that states its finding, the picture, its words, its table."""

from typing import Any

import streamlit as st

from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sur
from plie_metrics.presentation.tableau import Tableau
from plie_metrics.typographie import typographier


def afficher_graphique(
    specification: dict[str, Any],
    *,
    titre: str,
    resume: str,
    tableau: Tableau,
    cle: str,
    sous_titre: str = "",
) -> None:
    """Show a chart.

    `titre` is the finding; `resume` the text alternative, read aloud and never shown; `tableau`
    the same figures, folded under the chart; `cle` a short unique name.
    """
    titre_de_bloc(titre, sous_titre)
    # named, so that the style can give a chart the width under which it scrolls in its own block
    with st.container(key=f"image-{cle}"):
        st.vega_lite_chart(spec=specification, theme=None, width="stretch", alt=resume, key=cle)
    with st.expander("Voir les chiffres"):
        afficher_tableau(tableau, cle)


def titre_de_bloc(titre: str, sous_titre: str = "") -> None:
    """A second-level heading, and in grey what is measured."""
    with st.container(gap=None):
        st.header(typographier(titre), anchor=False)
        if sous_titre:
            st.html(f'<p class="sous-titre">{sur(sous_titre)}</p>')
