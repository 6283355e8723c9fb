"""Clauses d'insertion: the hours and who does them, the marchés, the path to a sortie positive."""

import streamlit as st

from pages._composants.absente import manque
from pages._composants.cartes import rangee_de_cles
from pages._composants.entete import entete_regard
from pages._composants.planche import montrer
from pages._composants.rapport_clauses import rapport_clauses
from pages._composants.regard import regard
from plie_metrics.planches.clauses import TABLES, chiffres_cles, constat

vu = regard()
if not manque("Clauses d’insertion", vu, *TABLES):
    entete_regard("Clauses d’insertion", constat(vu), vu)
    rangee_de_cles(chiffres_cles(vu))

    gauche, droite = st.columns([3, 2], gap="medium")
    with gauche:
        montrer("clauses.contrats", vu)
    with droite:
        montrer("clauses.mois", vu)

    gauche, droite = st.columns(2, gap="medium")
    with gauche:
        montrer("clauses.chemin", vu)
    with droite:
        montrer("clauses.qpv", vu)

    gauche, droite = st.columns(2, gap="medium")
    with gauche:
        montrer("clauses.maitres_ouvrage", vu)
        montrer("clauses.secteurs", vu)
        montrer("clauses.sexe", vu)
    with droite:
        montrer("clauses.operations", vu)

    gauche, droite = st.columns(2, gap="medium")
    with gauche:
        montrer("clauses.prescripteurs", vu)
    with droite:
        montrer("clauses.sorties", vu)
        montrer("clauses.communs", vu)

    rapport_clauses(vu)
