"""Sorties: how many are positive, of what, why, for whom, and under which rulebook."""

import streamlit as st

from pages._composants.cartes import rangee_de_cles
from pages._composants.entete import entete_regard, source
from pages._composants.planche import montrer
from pages._composants.regard import regard
from plie_metrics.planches.cles import chiffre_cle
from plie_metrics.planches.reference import reference_publiee
from plie_metrics.planches.sorties import CLES, PAR, constat
from plie_metrics.schema import DIMENSIONS

vu = regard()
entete_regard("Sorties", constat(vu), vu)
rangee_de_cles([chiffre_cle(vu, ident) for ident in CLES], colonnes=len(CLES))
if note := reference_publiee(vu, CLES):
    source(note)

gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("sorties.taux", vu)
    montrer("sorties.positives", vu)
with droite:
    montrer("sorties.motifs", vu)

gauche, droite = st.columns(2, gap="large")
with gauche:
    par: str = st.selectbox(
        "Sorties positives par",
        PAR,
        format_func=lambda dimension: DIMENSIONS[dimension].lower(),
        key="par_sorties",
        bind="query-params",
    )
    montrer("sorties.par", regard(par=par))
with droite:
    montrer("sorties.mois", vu)

montrer("sorties.croisement", vu)
gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("sorties.ecarts_fse", vu)
with droite:
    montrer("sorties.ecarts_iae", vu)
