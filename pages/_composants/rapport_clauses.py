"""The clauses as the annual report prints them, beside what the arrêté gives."""

import streamlit as st

from pages._composants.entete import source
from pages._composants.publies import publication
from pages._composants.tableau import afficher_tableau
from plie_metrics.erreurs import SansObjet
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.clauses import heures, origines, quartiers
from plie_metrics.publications.clauses import contrats, recouvrements, secteurs
from plie_metrics.publications.clauses_orientations import prescripteurs
from plie_metrics.publications.clauses_parcours import parcours


def rapport_clauses(vu: Regard) -> None:
    """The printed tables, folded; for exact profiles: the report prints small numbers."""
    if vu.porte.profil.protege:
        return
    try:
        rapport = publication("rapport_2016")
    except SansObjet:
        return
    with st.expander("Le rapport d’activité 2016, tel que publié"):
        source(
            "Chiffres imprimés, année 2016, tout le PLIE : ils ne suivent ni la période ni les "
            "filtres. Leur comparaison avec l’arrêté est à la page Rapprochement."
        )
        afficher_tableau(quartiers.tableau_parcours(parcours(rapport)), "publie-parcours")
        afficher_tableau(heures.tableau_contrats(contrats(rapport)), "publie-contrats")
        afficher_tableau(heures.tableau_secteurs(secteurs(rapport)), "publie-secteurs")
        afficher_tableau(
            origines.tableau_prescripteurs(prescripteurs(rapport)), "publie-prescripteurs"
        )
        afficher_tableau(origines.tableau_sorties(rapport), "publie-sorties")
        afficher_tableau(
            origines.tableau_recouvrements(recouvrements(rapport)), "publie-recouvrements"
        )
        source(origines.note_part_dispositif(rapport))
