"""The sheet of an indicator, as a card."""

import streamlit as st

from pages._composants.texte import sur
from plie_metrics.presentation.fiches import Fiche


def afficher_fiche(fiche: Fiche) -> None:
    """Title, definition, how it is computed, what not to conclude from it."""
    lignes = "".join(f"<dt>{sur(nom)}</dt><dd>{sur(texte)}</dd>" for nom, texte in fiche.lignes)
    limites = "".join(f"<li>{sur(limite)}</li>" for limite in fiche.limites)
    with st.container(border=True):
        st.html(
            f'<article class="fiche" id="{sur(fiche.id)}"><h2>{sur(fiche.titre)}</h2>'
            f'<p class="definition">{sur(fiche.definition)}</p><dl>{lignes}</dl>'
            f"<h3>Ce qu’il ne faut pas en conclure</h3><ul>{limites}</ul></article>"
        )
