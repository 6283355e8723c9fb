"""The top of a page: one grey line of context, then the finding as the only first-level title."""

from html import escape

import streamlit as st


def entete(contexte: str, constat: str) -> None:
    """`contexte`: what, period, source, in one line; `constat`: a sentence with its figures."""
    st.html(f'<p class="contexte">{escape(contexte)}</p>')
    st.title(constat, anchor=False)


def source(texte: str) -> None:
    """The foot of a block: source and definition in grey, one click from the method."""
    st.html(
        f'<p class="source">{escape(texte)} '
        '<a href="methode" target="_self">Définitions et méthode</a></p>'
    )


def bandeau(texte: str) -> None:
    """A notice that must not be missed, under the title."""
    st.html(f'<p class="bandeau" role="note">{escape(texte)}</p>')
