"""The door: sign in, sign out, and what somebody who may not enter reads."""

import streamlit as st

from pages._acces.compte import identifiant
from pages._acces.identite import droits
from pages._acces.journal import noter
from pages._acces.retour import ECHEC
from pages._acces.sorties import sortir
from pages._composants.entete import entete
from pages._composants.texte import sans_mise_en_forme
from plie_metrics.identite import nom_ou_defaut


def porte(raison: str) -> None:
    """The page of somebody who is not signed in: a sentence, and a button for each provider."""
    entete(f"{nom_ou_defaut()} · tableau de bord", "Connectez-vous pour ouvrir le tableau de bord")
    if ECHEC in st.query_params:
        st.error(
            "La connexion n’a pas abouti. Réessayez ; si cela continue, le fournisseur d’identité "
            "ne répond pas ou vous a refusé l’accès."
        )
    st.markdown(sans_mise_en_forme(f"{raison} La page demandée s’ouvrira ensuite."))
    boutons_connexion()


def boutons_connexion() -> None:
    """A button for each provider of the secrets file."""
    for nom in droits().fournisseurs:
        libelle = "Se connecter" if nom is None else f"Se connecter avec {nom}"
        if st.button(libelle, type="primary", key=f"connexion-{nom or ''}"):
            st.login(nom)


def compte_refuse(raison: str) -> None:
    """The page of somebody whose account opens nothing."""
    entete(f"{nom_ou_defaut()} · tableau de bord", "Ce compte n’ouvre pas le tableau de bord")
    st.markdown(sans_mise_en_forme(raison))
    bouton_deconnexion()


def bouton_deconnexion() -> None:
    """Sign out: of here, of every tab that this sign-in opened, and of the provider if it can."""
    if st.button("Se déconnecter", key="deconnexion"):
        dit = st.user.to_dict()
        sortir(dit)
        noter("deconnexion", qui=identifiant(dit, droits()))
        st.logout()
