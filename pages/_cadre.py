"""The frame: every session, whatever its address, starts here, then runs one page of the menu."""

import streamlit as st

from pages._acces.accueil import introduire, recevoir
from pages._acces.identite import recu
from pages._composants.absente import sans_arrete
from pages._composants.adresses import INTROUVABLE
from pages._composants.icone import ICONE, logo
from pages._composants.imprevu import montrer_imprevu
from pages._composants.pied import pied
from pages._composants.regard import AucunArrete, regarder
from pages._composants.style import STYLE
from pages._composants.texte import sans_mise_en_forme
from pages._menu import ACCUEIL, MENU
from plie_metrics.erreurs import ErreurPlie, SansObjet
from plie_metrics.identite import nom_ou_defaut
from plie_metrics.typographie import typographier

pages = {
    entree: st.Page(
        entree.fichier,
        title=typographier(entree.titre),
        url_path=entree.adresse,
        default=entree is ACCUEIL,
    )
    for entrees in MENU.values()
    for entree in entrees
}
page = st.navigation(list(pages.values()), position="hidden")
st.set_page_config(
    page_title=f"{page.title} · {nom_ou_defaut()}",
    page_icon=ICONE,
    layout="wide",
    initial_sidebar_state=248,
)
st.html(STYLE)
st.logo(logo(), size="large")

try:
    entree = next(e for e in pages if pages[e] is page)
    if visiteur := recevoir(pages, entree):
        demandee = st.query_params.get(INTROUVABLE)
        if demandee and page is pages[ACCUEIL]:
            st.warning(
                sans_mise_en_forme(
                    f"La page « {demandee[:80]} » n'existe pas. Voici la synthèse ; le menu est à "
                    "gauche."
                )
            )
        if introduire(entree, visiteur):
            with recu(visiteur):
                if entree.regarde:
                    regarder(visiteur)
                page.run()
                if entree.regarde:
                    pied(visiteur)
except AucunArrete as absence:
    sans_arrete(entree.titre, str(absence), visiteur.refus_reel if visiteur else None)
except SansObjet as absence:
    st.info(sans_mise_en_forme(str(absence)))
except ErreurPlie as erreur:
    st.error(sans_mise_en_forme(str(erreur)))
except Exception as erreur:
    montrer_imprevu(erreur)
