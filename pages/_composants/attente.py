"""An answer kept for everybody: who waits for it, first or not, reads what is awaited."""

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

from plie_metrics.memoire import Memoire

T = TypeVar("T")


def garder(memoire: Memoire, cle: Hashable, calcul: Callable[[], T], attente: str) -> T:
    """As `Memoire.garder`, under these words until the answer is there.

    For answers asked for at each look: `st.cache_resource` takes a millisecond to read such keys.
    """
    if memoire.prete(cle):
        return memoire.garder(cle, calcul)
    with st.spinner(attente):
        return memoire.garder(cle, calcul)
