"""An error that nobody foresaw: a French sentence for the visitor, the detail for the server."""

import logging
import secrets

import streamlit as st


def montrer_imprevu(erreur: Exception) -> bool:
    """Write the detail in the server's log, what to do on screen; True: all was said.

    The reference ties the two: who reads the log finds the very error that was met.
    """
    reference = secrets.token_hex(3)
    logging.getLogger("plie").error("erreur imprévue, référence %s", reference, exc_info=erreur)
    st.error(
        "Cette page n'a pas pu être affichée à cause d'une erreur imprévue. Rien n'est perdu et "
        "les autres pages fonctionnent. Rechargez la page ; si l'erreur revient, ôtez les filtres "
        f"de l'adresse. Sinon, signalez-la avec sa référence, {reference} : le détail est dans le "
        "journal du serveur."
    )
    return True
