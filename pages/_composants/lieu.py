"""The place that filters a page: a box for the keyboard and the address, a click on the map.

The box is the only truth. A click changes it; the map then forgets its own selection, because its
layers carry the filter in their ids.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import streamlit as st

from pages._composants.texte import sans_mise_en_forme
from plie_metrics.presentation.cartes.composition import HAUTEUR_CARTE, LARGEUR
from plie_metrics.presentation.cartes.couches import CLE_LIEU

TOUS: Final = ""
LIEU: Final = "lieu"
CARTE: Final = "carte-territoire"


def choisir_lieu(codes: Sequence[str], nommer: Callable[[str], str]) -> str:
    """The code chosen, TOUS for none; kept in the address of the page under `lieu`."""
    choisi: str = st.selectbox(
        "Commune ou quartier",
        [TOUS, *codes],
        format_func=nommer,
        key=LIEU,
        bind="query-params",
    )
    return choisi


def filtre_actif(nom: str) -> None:
    """The filter in words, and the button that clears it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Filtre actif : **{sans_mise_en_forme(nom)}**")
        st.button("Effacer le filtre", on_click=_effacer)


def carte_cliquable(specification: Any, legende: str, texte: str) -> None:
    """The map (a pdk.Deck) and its key; `texte` says the finding to who cannot see it."""
    with st.container(width=LARGEUR, gap=None):
        st.pydeck_chart(
            specification,
            width=LARGEUR,
            height=HAUTEUR_CARTE,
            on_select=_suivre_le_clic,
            key=CARTE,
            alt=texte,
        )
        st.html(legende)


def _suivre_le_clic() -> None:
    """Filter on the place clicked; a second click on it clears the filter."""
    objets = [o for couche in st.session_state[CARTE].selection.objects.values() for o in couche]
    if objets:  # an empty selection is only the map forgetting the click it has passed on
        touche = objets[0][CLE_LIEU]
        st.session_state[LIEU] = TOUS if touche == st.session_state[LIEU] else touche


def _effacer() -> None:
    st.session_state[LIEU] = TOUS
