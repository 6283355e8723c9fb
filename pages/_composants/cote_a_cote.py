"""Several charts that read together: side by side, each with its title, and one table for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages._composants.graphique import titre_de_bloc
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sur
from plie_metrics.presentation.tableau import Tableau
from plie_metrics.typographie import typographier


@dataclass(frozen=True)
class Vue:
    """A chart, its finding, what it measures in grey, its text alternative and a unique name.

    `pied`: what to know of it, in grey under the chart.
    """

    specification: dict[str, Any]
    titre: str
    sous_titre: str
    resume: str
    cle: str
    pied: str = ""


def cote_a_cote(
    vues: Sequence[Vue],
    *,
    tableau: Tableau,
    cle: str,
    proportions: Sequence[float] = (),
    sous_un_titre: bool = False,
) -> None:
    """Show the charts in columns, and their common table folded beneath.

    `sous_un_titre`: a heading of the page already stands above them, theirs are one level lower.
    """
    colonnes = st.columns(proportions or len(vues), gap="medium")
    for colonne, vue in zip(colonnes, vues, strict=True):
        with colonne:
            _titre(vue, sous_un_titre=sous_un_titre)
            _graphique(vue)
    with st.expander("Voir les chiffres"):
        afficher_tableau(tableau, cle)


def _graphique(vue: Vue) -> None:
    st.vega_lite_chart(
        spec=vue.specification,
        theme=None,
        width="stretch",
        alt=typographier(vue.resume),
        key=vue.cle,
    )
    if vue.pied:
        st.html(f'<p class="source">{sur(vue.pied)}</p>')


def _titre(vue: Vue, *, sous_un_titre: bool) -> None:
    if not sous_un_titre:
        titre_de_bloc(vue.titre, vue.sous_titre)
        return
    with st.container(gap=None):
        st.subheader(typographier(vue.titre), anchor=False)
        st.html(f'<p class="sous-titre">{sur(vue.sous_titre)}</p>')
