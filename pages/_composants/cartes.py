"""Cards: an objective with its bullet chart, and key figures."""

from collections.abc import Sequence

import streamlit as st

from pages._composants.texte import sur
from plie_metrics.planches.avancement import (
    EnCours,
    probabilite_dite,
    projection_dite,
    rythme_dit,
    trajectoire_dite,
)
from plie_metrics.planches.avancement import verdict as verdict_en_cours
from plie_metrics.planches.cles import Cle
from plie_metrics.presentation.essentiel import ChiffreCle
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.graphiques.puce import puce


def carte_en_cours(en_cours: EnCours) -> None:
    """An objective in course: done, aimed at, whether it will be met, the rhythm it needs."""
    titre = en_cours.indicateur.titre_court
    realise, cible = nombre(en_cours.realise), nombre(en_cours.cible)
    mots = verdict_en_cours(en_cours)
    probabilite = en_cours.suivi.projection.probabilite if en_cours.suivi else None
    with st.container(border=True, gap=None, key=f"carte-{en_cours.indicateur.id}"):
        st.html(
            f'<h2 class="carte-titre">{sur(titre)}</h2>'
            f'<p class="carte-valeur"><span class="grand">{realise}</span>'
            f'<span class="sur">sur {cible} visées</span></p>'
        )
        st.vega_lite_chart(
            spec=puce(en_cours.realise, en_cours.cible),
            theme=None,
            width="stretch",
            alt=f"{titre} : {realise} réalisées, objectif {cible} ; {mots}.",
            key=f"puce-{en_cours.indicateur.id}",
        )
        etat = "sous-objectif" if en_cours.en_retard else "atteint"
        st.html(f'<p class="verdict {etat}">{sur(mots)}</p>')
        suites = [trajectoire_dite(en_cours), projection_dite(en_cours), rythme_dit(en_cours)]
        if probabilite is not None and not en_cours.fini:
            suites.insert(
                0, f"Probabilité d’atteindre l’objectif : {probabilite_dite(probabilite)}"
            )
        if dites := [dit for dit in suites if dit]:
            st.html("".join(f'<p class="carte-suite">{sur(dit)}</p>' for dit in dites))


def rangee_de_cles(cles: Sequence[Cle], *, colonnes: int = 6) -> None:
    """Key figures with their change; better or worse is said in words, not by colour alone.

    `colonnes`: how many a line, where the place is narrow.
    """
    cellules = "".join(
        f'<div><dt class="cle-nom">{sur(cle.nom)}</dt><dd class="cle">{sur(cle.valeur)}</dd>'
        f'<dd class="cle-note">{sur(cle.note)}</dd>'
        f'<dd class="evolution">{sur(_evolution(cle))}</dd></div>'
        for cle in cles
    )
    grille = f"grid-template-columns: repeat({colonnes}, 1fr)"
    st.html(f'<dl class="cles" style="{grille}">{cellules}</dl>')


def _evolution(cle: Cle) -> str:
    return f"{cle.evolution} ({cle.tendance})" if cle.tendance else cle.evolution


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
