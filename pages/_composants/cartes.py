"""Cards: an objective with its bullet chart, and key figures."""

from collections.abc import Sequence

import streamlit as st

from pages._composants.texte import sur
from plie_metrics.objectifs.realisation import Realisation
from plie_metrics.presentation.essentiel import ChiffreCle
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.graphiques.puce import puce
from plie_metrics.presentation.phrases import verdict


def carte_objectif(realisation: Realisation, appel_de_note: str = "") -> None:
    """What was done out of what was aimed at, as a figure, a bar and words."""
    titre = realisation.indicateur.titre_court
    decimales = realisation.indicateur.decimales
    realise = nombre(realisation.realise, decimales)
    objectif = nombre(realisation.objectif, decimales)
    phrase = verdict(realisation)
    with st.container(border=True, gap=None):
        st.html(
            f'<h2 class="carte-titre">{sur(titre)}</h2>'
            f'<p class="carte-valeur"><span class="grand">{realise}</span>{appel_de_note}'
            f'<span class="sur">sur {objectif} attendues</span></p>'
        )
        st.vega_lite_chart(
            spec=puce(realisation.realise, realisation.objectif),
            theme=None,
            width="stretch",
            alt=f"{titre} : {realise} réalisées, objectif {objectif} ; {phrase}.",
            key=f"puce-{realisation.indicateur.id}",
        )
        etat = "atteint" if realisation.atteint else "sous-objectif"
        st.html(f'<p class="verdict {etat}">{sur(phrase)}</p>')


def rangee_de_chiffres(chiffres: Sequence[ChiffreCle], *, colonnes: int = 0) -> None:
    """Key figures side by side, each with its name and what to know of it.

    `colonnes`: how many a line, where the place is narrow (the house's own number otherwise).
    """
    cellules = "".join(
        f'<div><dt class="cle-nom">{sur(chiffre.nom)}</dt>'
        f'<dd class="cle">{sur(chiffre.valeur)}</dd>'
        f'<dd class="cle-note">{sur(chiffre.note)}</dd></div>'
        for chiffre in chiffres
    )
    grille = f' style="grid-template-columns: repeat({colonnes}, auto)"' if colonnes else ""
    st.html(f'<dl class="cles"{grille}>{cellules}</dl>')
