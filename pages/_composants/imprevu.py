"""An error that nobody foresaw: a French sentence for the visitor, the detail for the server."""

import logging

import streamlit as st


def montrer_imprevu(erreur: Exception) -> bool:
    """Write the detail in the server's log, one sentence on screen; True: all was said."""
    logging.getLogger("plie").error("erreur imprévue", exc_info=erreur)
    st.error(
        "Cette page n'a pas pu être affichée à cause d'une erreur imprévue. Les autres pages "
        "fonctionnent. Signalez-la avec l'heure : le détail est dans le journal du serveur."
    )
    return True
