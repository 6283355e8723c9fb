"""« À surveiller »: short lines, each a link to the page that explains it."""

from collections.abc import Sequence

import streamlit as st

from pages._composants.graphique import titre_de_bloc
from pages._composants.texte import sur
from plie_metrics.presentation.alertes import Alerte


def a_surveiller(alertes: Sequence[Alerte]) -> None:
    """The alerts, the most serious first."""
    titre_de_bloc("À surveiller")
    lignes = "".join(
        f'<li><a href="{sur(alerte.adresse)}" target="_self">{sur(alerte.texte)}</a></li>'
        for alerte in alertes
    )
    st.html(f'<ul class="surveiller">{lignes}</ul>')
