"""The back-test of the projections on the latest arrêté, for who sees exact figures."""

from pathlib import Path
from typing import Any

import streamlit as st

from pages._acces.visiteur import Visiteur
from pages._composants.arretes import arretes_visibles, etat_du_dossier, instantane
from pages._composants.graphique import titre_de_bloc
from pages._composants.portes import porte_de
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.objectifs.bilan_retrospectif import Bilan, bilans
from plie_metrics.objectifs.retrospective import retrospective
from plie_metrics.presentation.formats import jour_long
from plie_metrics.presentation.retrospective import phrases_bilans, tableau_bilans
from plie_metrics.secret.detail import Detail
from plie_metrics.stockage import InstantaneIllisible


def essai_sur_le_passe(visiteur: Visiteur) -> None:
    """The table and its sentences; nothing for a profile of aggregates, nor without an arrêté."""
    entrees = arretes_visibles(visiteur.refus_reel)
    if visiteur.profil.protege or not entrees:
        return
    derniere = entrees[0]
    titre_de_bloc("L'essai des projections sur le passé", _periode(jour_long(derniere.arrete)))
    try:
        demonstration = instantane(derniere).demonstration
        detail = porte_de(derniere, visiteur).detail()
    except InstantaneIllisible as erreur:
        st.warning(sans_mise_en_forme(str(erreur)))
        return
    trouves = _bilans(derniere.chemin, etat_du_dossier(derniere.chemin), detail)
    if trouves:
        afficher_tableau(tableau_bilans(trouves, demonstration=demonstration), "essai-projection")
    for phrase in phrases_bilans(trouves, demonstration=demonstration):
        st.html(f'<p class="source">{sur(phrase)}</p>')


def _periode(arrete: str) -> str:
    return (
        f"Arrêté du {arrete} : à chaque fin de mois des années passées, ce que la projection "
        "aurait dit avec ce qui était alors saisi, à côté de ce qui est arrivé"
    )


@st.cache_data(max_entries=4, show_spinner="Essai des projections sur le passé…")
def _bilans(chemin: Path, etat: tuple[Any, ...], _detail: Detail) -> tuple[Bilan, ...]:
    del chemin, etat  # parts of the key
    return bilans(retrospective(_detail.contexte, _detail.tables))
