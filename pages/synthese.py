"""Synthèse: where the PLIE stands against its protocole, in five seconds, then what explains it."""

import streamlit as st

from pages._composants.cartes import carte_en_cours, rangee_de_cles
from pages._composants.entete import entete_regard
from pages._composants.planche import montrer
from pages._composants.regard import regard
from plie_metrics.planches.avancement import objectifs_en_cours
from plie_metrics.planches.cles import CLES, chiffre_cle
from plie_metrics.planches.synthese import constat

vu = regard()
entete_regard("PLIE de Dijon Métropole", constat(vu), vu)

en_cours = objectifs_en_cours(vu)
if en_cours:
    for colonne, objectif in zip(st.columns(len(en_cours)), en_cours, strict=True):
        with colonne:
            carte_en_cours(objectif)

rangee_de_cles([chiffre_cle(vu, ident) for ident in CLES])
montrer("synthese.sorties", vu)
