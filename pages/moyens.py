"""Moyens: what was spent, by whom, and the mean cost of a person, beside the published one."""

import streamlit as st

from pages._composants.absente import manque
from pages._composants.entete import entete_regard
from pages._composants.planche import montrer
from pages._composants.regard import regard
from plie_metrics.planches.moyens import constat

vu = regard()
if not manque("Moyens", vu, "finances"):
    entete_regard("Moyens", constat(vu), vu, filtree=False)
    montrer("moyens.cout", vu)
    gauche, droite = st.columns(2, gap="medium")
    with gauche:
        montrer("moyens.postes", vu)
    with droite:
        montrer("moyens.financeurs", vu)
