"""Short sentences as a list."""

from collections.abc import Sequence

import streamlit as st

from pages._composants.texte import sur


def enumerer(phrases: Sequence[str]) -> None:
    """One line a sentence; nothing at all when there is none."""
    if phrases:
        lignes = "".join(f"<li>{sur(phrase)}</li>" for phrase in phrases)
        st.html(f'<ul class="surveiller">{lignes}</ul>')
