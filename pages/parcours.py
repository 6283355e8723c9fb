"""Parcours: what happens between the entry and the exit, how long it takes, who is seen."""

import streamlit as st

from pages._composants.cartes import rangee_de_cles
from pages._composants.entete import entete_regard, source
from pages._composants.planche import montrer
from pages._composants.regard import regard
from plie_metrics.planches.cles import chiffre_cle
from plie_metrics.planches.parcours import CLES, PAR, constat
from plie_metrics.planches.reference import reference_publiee
from plie_metrics.schema import DIMENSIONS

vu = regard()
entete_regard("Parcours", constat(vu), vu)
rangee_de_cles([chiffre_cle(vu, ident) for ident in CLES])
if note := reference_publiee(vu, CLES):
    source(note)
montrer("parcours.flux", vu)

gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("parcours.etapes", vu)
with droite:
    par: str = st.selectbox(
        "Mises à l’emploi par",
        PAR,
        format_func=lambda dimension: DIMENSIONS[dimension].lower(),
        key="par",
        bind="query-params",
    )
    montrer("parcours.mises_emploi", regard(par=par))

gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("parcours.duree", vu)
with droite:
    montrer("parcours.echeances", vu)

gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("parcours.entretiens", vu)
with droite:
    montrer("parcours.derniers_entretiens", vu)
