"""The profile chooser: without sign-in, everyone may look with the eyes of each profile."""

import streamlit as st

from pages._acces.identite import PORTEFEUILLE, PROFIL
from pages._composants.arretes import arretes_visibles, instantane
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.secret.profils import PROFILS


def choisir_profil(interdit: str | None) -> None:
    """Two boxes, kept in the address: the profile and, for a référent, whose portfolio.

    `interdit`: why real data are closed; their référents are then not offered.
    """
    demande = st.query_params.get(PROFIL)
    if demande in PROFILS and PROFIL not in st.session_state:
        # the address carries the label (« ?profil=Public »); a profile's name is understood too
        st.session_state[PROFIL] = demande
    st.html('<p class="section">Voir comme</p>')
    nom: str = st.selectbox(
        "Voir comme",
        list(PROFILS),
        format_func=lambda nom: PROFILS[nom].libelle,
        key=PROFIL,
        bind="query-params",
        label_visibility="collapsed",
    )
    if PROFILS[nom].portefeuille and (connus := _referents(interdit)):
        st.selectbox("Portefeuille", connus, key=PORTEFEUILLE, bind="query-params")


def _referents(interdit: str | None) -> list[str]:
    """Those of the latest arrêté; none when it cannot be read: the pages say why."""
    try:
        for entree in arretes_visibles(interdit):
            snapshot = instantane(entree)
            table = "referents" if "referents" in snapshot.tables else "parcours"
            return sorted(snapshot.table(table)["referent_id"].dropna().astype(str).unique())
    except ErreurPlie:
        pass
    return []
