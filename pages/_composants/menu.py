"""The menu of the sidebar: what people come for, folded; the part that holds the page is open.

Ours, because Streamlit's own sections are an invalid list for readers of screens (a `ul` that holds
`div`s) and take more height than a laptop has.
"""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages._menu import MENU, Entree
from plie_metrics.typographie import typographier


def afficher_menu(pages: Mapping[Entree, StreamlitPage], courante: Entree) -> None:
    """These pages by group, the one of `courante` open; a group without any page is left out.

    A group of a single page is that page's link: nobody unfolds a list of one.
    """
    with st.container(key="menu"):
        for groupe, entrees in MENU.items():
            montrees = [pages[entree] for entree in entrees if entree in pages]
            if len(montrees) == 1:
                st.page_link(montrees[0])
            elif montrees:
                with st.expander(typographier(groupe), expanded=courante in entrees):
                    for page in montrees:
                        st.page_link(page)
