"""The place looked at: a box for the keyboard, a click on the map; both act on the bar's filters.

The bar is the only truth. A click changes it; the map then forgets its own selection, because its
layers carry the filter in their ids.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import streamlit as st

from pages._composants.texte import sans_mise_en_forme
from plie_metrics.filtres import NOMS
from plie_metrics.presentation.cartes.composition import TAILLE
from plie_metrics.presentation.cartes.couches import CLE_LIEU, NATURE

TOUS: Final = ""
BOITE: Final = "_lieu"
CARTE: Final = "carte-territoire"


def choisir_lieu(
    communes: Sequence[str],
    quartiers: Sequence[str],
    actuel: str,
    nommer: Callable[[str], str],
    *,
    seul: bool,
) -> None:
    """The box, that says the place filtered and changes it; `seul`: one filter at a time."""
    st.session_state[BOITE] = actuel
    st.selectbox(
        "Commune ou quartier",
        [TOUS, *communes, *quartiers],
        format_func=nommer,
        key=BOITE,
        on_change=_suivre_la_boite,
        args=(frozenset(quartiers), seul),
    )


def filtre_actif(nom: str) -> None:
    """The place filtered, in words, and the button that clears it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"Filtre actif : **{sans_mise_en_forme(nom)}**")
        st.button("Effacer le filtre", on_click=_filtrer, args=(TOUS, "commune", False))


def carte_cliquable(specification: Any, legende: str, texte: str, *, seul: bool) -> None:
    """The map (a pdk.Deck) and its key; `texte` says the finding to who cannot see it."""
    largeur, hauteur = TAILLE
    with st.container(width=largeur, gap=None, key="territoire-carte"):
        st.pydeck_chart(
            specification,
            width=largeur,
            height=hauteur,
            on_select=lambda: _suivre_le_clic(seul),
            key=CARTE,
            alt=texte,
        )
        st.html(legende)


def _suivre_la_boite(quartiers: frozenset[str], seul: bool) -> None:
    choisi = st.session_state[BOITE]
    _filtrer(choisi, "qpv" if choisi in quartiers else "commune", seul)


def _suivre_le_clic(seul: bool) -> None:
    """Filter on the place clicked; a second click on it clears the filter."""
    objets = [o for couche in st.session_state[CARTE].selection.objects.values() for o in couche]
    if objets:  # an empty selection is only the map forgetting the click it has passed on
        code = objets[0][CLE_LIEU]
        nom = "commune" if objets[0][NATURE] == "commune" else "qpv"
        _filtrer(TOUS if st.session_state.get(nom) == [code] else code, nom, seul)


def _filtrer(code: str, nom: str, seul: bool) -> None:
    """One place at a time; a profile that may use one filter leaves the others."""
    for autre in NOMS if seul else ("commune", "qpv"):
        if autre in st.session_state:
            st.session_state[autre] = []
    st.session_state[nom] = [code] if code else []
