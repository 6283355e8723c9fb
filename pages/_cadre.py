"""The frame: every session, whatever its address, starts here, then runs one page of the menu."""

import logging

import streamlit as st

from pages._composants.adresses import INTROUVABLE
from pages._composants.icone import ICONE
from pages._composants.menu import afficher_menu
from pages._composants.style import STYLE
from pages._menu import ACCUEIL, MENU
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.typographie import typographier

st.set_page_config(
    page_title="PLIE de Dijon Métropole",
    page_icon=ICONE,
    layout="wide",
    initial_sidebar_state=248,
)
st.html(STYLE)
st.logo(ICONE, size="large")

pages = {
    section: [
        st.Page(
            entree.fichier,
            title=typographier(entree.titre),
            url_path=entree.adresse,
            default=entree is ACCUEIL,
        )
        for entree in entrees
    ]
    for section, entrees in MENU.items()
}
page = st.navigation(pages, position="hidden")
afficher_menu(pages)

if demandee := st.query_params.get(INTROUVABLE):
    st.warning(f"La page « {demandee} » n'existe pas. Voici la synthèse ; le menu est à gauche.")

try:
    page.run()
except ErreurPlie as erreur:
    st.error(str(erreur))
except Exception:
    logging.getLogger("plie").exception("page %s", page.title)
    st.error(
        "Cette page n'a pas pu être affichée à cause d'une erreur imprévue. Les autres pages "
        "fonctionnent. Signalez-la avec l'heure : le détail est dans le journal du serveur."
    )
