"""The top of a page: one grey line of context, then the finding as the only first-level title."""

import streamlit as st

from pages._composants.texte import sur
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.regard import Regard
from plie_metrics.typographie import typographier


def entete(contexte: str, constat: str) -> None:
    """`contexte`: what, period, source, in one line; `constat`: a sentence with its figures."""
    with st.container(gap=None):
        st.html(f'<p class="contexte">{sur(contexte)}</p>')
        st.title(typographier(constat), anchor=False)


def entete_regard(quoi: str, constat: str, regard: Regard, *, filtree: bool = True) -> None:
    """The top of a page that looks at an arrêté: what, arrêté, period, filters, comparison.

    `filtree`: False when the filters move nothing on this page.
    """
    morceaux = [quoi, provenance(regard), de_quoi(regard, filtree=filtree)]
    if regard.comparaison:
        morceaux.append(f"évolutions {regard.comparaison}")
    entete(" · ".join(morceaux), constat)


def source(texte: str) -> None:
    """The foot of a block: source and definition in grey, one click from the method."""
    st.html(
        f'<p class="source">{sur(texte)} '
        '<a href="methode" target="_self">Définitions et méthode</a></p>'
    )


def bandeau(texte: str) -> None:
    """A notice that must not be missed, under the title."""
    st.html(f'<p class="bandeau" role="note">{sur(texte)}</p>')
