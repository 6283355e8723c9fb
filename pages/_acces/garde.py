"""What the frame asks before each page: is this one open to this visitor?"""

import streamlit as st

from pages._acces.journal import noter
from pages._acces.mention import mention
from pages._acces.visiteur import Mode, Visiteur
from pages._composants.entete import entete
from pages._composants.texte import sans_mise_en_forme
from pages._menu import Entree
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.identite import nom_ou_defaut
from plie_metrics.secret.profils import PROFILS

DERNIERE = "acces-derniere-page"


class PageRefusee(ErreurPlie):
    """A page that is not open to the visitor's profile."""


def laisser_entrer(entree: Entree, visiteur: Visiteur) -> None:
    """Raises PageRefusee; else writes the visit in the journal, once for each page opened."""
    if not est_ouverte(entree, visiteur):
        _noter_une_fois("refus", entree, visiteur)
        ouverte_a = ", ".join(PROFILS[nom].libelle for nom in entree.profils)
        raise PageRefusee(
            f"La page « {entree.titre} » est réservée ({ouverte_a}) ; votre profil est "
            f"« {visiteur.profil.libelle} »."
        )
    _noter_une_fois("page", entree, visiteur)


def est_ouverte(entree: Entree, visiteur: Visiteur) -> bool:
    """True when the profile of the visitor may open the page."""
    return visiteur.profil.nom in entree.profils


def page_refusee(raison: str) -> None:
    """What is shown in the place of a page that is refused."""
    entete(f"{nom_ou_defaut()} · accès", "Cette page ne vous est pas ouverte")
    st.markdown(sans_mise_en_forme(f"{raison} Les pages qui vous sont ouvertes sont dans le menu."))


def resume(visiteur: Visiteur) -> str:
    """Who and what, for the sidebar."""
    qui = f"{visiteur.qui} · " if visiteur.mode is Mode.CONNEXION else ""
    portefeuille = f" · portefeuille {visiteur.referent}" if visiteur.referent else ""
    return f"{qui}{mention(visiteur.profil)}{portefeuille}"


def _noter_une_fois(action: str, entree: Entree, visiteur: Visiteur) -> None:
    visite = (action, entree.adresse, visiteur.profil.nom, visiteur.qui)
    if st.session_state.get(DERNIERE) != visite:
        st.session_state[DERNIERE] = visite
        noter(action, visiteur, page=entree.adresse)
