"""The menu of the sidebar. Ours, because Streamlit's own sections are an invalid list for readers
of screens (a `ul` that holds `div`s)."""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages._composants.texte import sur
from pages._menu import MENU, Entree


def afficher_menu(pages: Mapping[Entree, StreamlitPage]) -> None:
    """These pages by section, the current one marked; a section without any is left out."""
    for section, entrees in MENU.items():
        montrees = [pages[entree] for entree in entrees if entree in pages]
        if montrees:
            st.html(f'<p class="section">{sur(section)}</p>')
        for page in montrees:
            st.page_link(page)
