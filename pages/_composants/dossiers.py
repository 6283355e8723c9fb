"""Lists of files, folded, each with its finding, its table and its CSV; drawn once opened."""

import streamlit as st

from pages._composants.graphique import titre_de_bloc
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.dossiers.carnet import Carnet
from plie_metrics.presentation.dossiers import listes

PREVENIR = (
    "Ces listes portent des numéros de dossier : elles ne quittent pas l’équipe, et chaque "
    "téléchargement est inscrit au journal."
)


def montrer_listes(carnet: Carnet) -> None:
    """The lists of a référent, or of all; for who may list these files, and nobody else."""
    titre_de_bloc("Les dossiers", PREVENIR)
    suffixe = "-".join(carnet.filtres.referent) or "tous"
    for cle, titre, contenu, tableau in listes(carnet):
        with st.expander(sans_mise_en_forme(titre), key=f"liste-{cle}", on_change="rerun") as liste:
            if not liste.open:
                continue
            if not tableau.lignes:
                st.html(f'<p class="indisponible">{sur(contenu)} : aucun dossier.</p>')
                continue
            st.html(f'<p class="sous-titre">{sur(contenu)}</p>')
            afficher_tableau(tableau, f"{cle}-{suffixe}")
