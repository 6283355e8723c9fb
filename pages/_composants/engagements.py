"""Commitments on screen: their printed words under what they are about."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages._composants.texte import sur
from plie_metrics.presentation.mission_locale.convention import SANS_QUANTITE, citation, quantite
from plie_metrics.publications.convention import Engagement


def afficher_engagements(par_objet: Mapping[str, Sequence[Engagement]]) -> None:
    """A list: each object once, then the words promised about it, with their quantity."""
    lignes = (
        f"<dt>{sur(objet)}</dt><dd>{'<br>'.join(_ligne(e) for e in promis)}</dd>"
        for objet, promis in par_objet.items()
    )
    st.html(f'<dl class="conventions">{"".join(lignes)}</dl>')


def _ligne(engagement: Engagement) -> str:
    combien = quantite(engagement)
    gras = "" if combien == SANS_QUANTITE else f" <strong>{sur(combien)}</strong>"
    return f"{sur(citation(engagement))}{gras}"
