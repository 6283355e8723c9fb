"""Aide: what each role comes to do, step by step, with the page of each step."""

import streamlit as st

from pages._acces.garde import est_ouverte
from pages._acces.identite import visiteur
from pages._composants.entete import entete
from pages._composants.graphique import titre_de_bloc
from pages._composants.texte import sans_mise_en_forme
from pages._menu import MENU
from plie_metrics.identite import lire_identite
from plie_metrics.presentation.aide import GUIDES, guides_de
from plie_metrics.secret.profils import PROFILS

ici = visiteur()
ouvertes = {e.adresse: e for es in MENU.values() for e in es if est_ouverte(e, ici)}

entete(f"Aide · {lire_identite().nom}", "Que venez-vous faire ?")
role: str = st.segmented_control(
    "Vous êtes",
    list(GUIDES),
    default=ici.profil.nom,
    format_func=lambda nom: PROFILS[nom].libelle,
    key="role",
    bind="query-params",
    required=True,
)
for guide in guides_de(role):
    titre_de_bloc(guide.titre)
    for rang, etape in enumerate(guide.etapes, 1):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(sans_mise_en_forme(f"{rang}. {etape.texte}"), width="content")
            if etape.adresse in ouvertes:
                page = ouvertes[etape.adresse]
                st.page_link(page.fichier, label=page.titre, icon=None)
