"""The menu of the sidebar. Ours, because Streamlit's own sections are an invalid list for readers
of screens (a `ul` that holds `div`s)."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages._composants.texte import sur


def afficher_menu(pages: Mapping[str, Sequence[StreamlitPage]]) -> None:
    """The pages by section, the current one marked."""
    with st.sidebar:
        for section, entrees in pages.items():
            st.html(f'<p class="section">{sur(section)}</p>')
            for entree in entrees:
                st.page_link(entree)
