"""What the frame does with each visitor: find who they are, show the menu of their profile, open
the page or say why it stays closed."""

from collections.abc import Mapping

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages._acces.choix import choisir_profil
from pages._acces.compte import CompteRefuse, ConnexionExpiree, identifiant
from pages._acces.connexion import bouton_deconnexion, boutons_connexion, compte_refuse, porte
from pages._acces.depots import permettre_depot
from pages._acces.garde import PageRefusee, est_ouverte, laisser_entrer, page_refusee, resume
from pages._acces.identite import ConnexionRequise, droits, rechoisi, visiteur
from pages._acces.journal import noter
from pages._acces.visiteur import Mode, Visiteur
from pages._composants.menu import afficher_menu
from pages._composants.texte import sur
from pages._menu import Entree

ENTRE = "acces-entre"


def recevoir(pages: Mapping[Entree, StreamlitPage], courante: Entree) -> Visiteur | None:
    """The visitor, the sidebar drawn for them; None when they may not enter: they read why.

    `courante`: the page asked for. Raises DroitsInvalides, ConfigurationInvalide.
    """
    _fermer_depots()
    haut, bas = st.sidebar.container(), st.sidebar.container()
    try:
        with bas:
            venu = _presenter()
    except (ConnexionRequise, ConnexionExpiree) as refus:
        porte(str(refus))
        return None
    except CompteRefuse as refus:
        _noter_entree("refus", qui=identifiant(st.user.to_dict(), droits()))
        compte_refuse(str(refus))
        return None
    if venu.mode is Mode.CONNEXION:
        _noter_entree("connexion", qui=venu.qui)
    with haut:
        afficher_menu({e: page for e, page in pages.items() if est_ouverte(e, venu)}, courante)
    return venu


def introduire(entree: Entree, venu: Visiteur) -> bool:
    """True when the page is open to the visitor; else they read why it is not."""
    try:
        laisser_entrer(entree, venu)
    except PageRefusee as refus:
        page_refusee(str(refus))
        return False
    if entree.depot and venu.refus_reel is None and (contexte := get_script_run_ctx()):
        permettre_depot(contexte.session_id, permis=True)
    return True


def _presenter() -> Visiteur:
    """Find the visitor; show who they are, and how to be somebody else."""
    venu = visiteur()
    if venu.mode in (Mode.DEMONSTRATION, Mode.LOCALE):
        choisir_profil(venu.refus_reel)
        venu = rechoisi(venu)
    else:
        st.html('<p class="section">Compte</p>')
    st.html(f'<p class="contexte">{sur(resume(venu))}</p>')
    if venu.mode is Mode.CONNEXION:
        bouton_deconnexion()
    elif venu.mode is Mode.SANS_COMPTE:
        boutons_connexion()
    return venu


def _fermer_depots() -> None:
    if contexte := get_script_run_ctx():
        permettre_depot(contexte.session_id, permis=False)


def _noter_entree(action: str, *, qui: str) -> None:
    """Once a session, and again when somebody else signs in."""
    if st.session_state.get(ENTRE) != (action, qui):
        st.session_state[ENTRE] = (action, qui)
        noter(action, qui=qui)
