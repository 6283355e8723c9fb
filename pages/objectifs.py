"""Objectifs: where one objective stands, whether it will be met, and what explains it."""

import streamlit as st

from pages._composants.cartes import carte_en_cours
from pages._composants.entete import entete_regard
from pages._composants.graphique import titre_de_bloc
from pages._composants.objectifs_publies import RAPPORT, objectifs_publies
from pages._composants.planche import montrer
from pages._composants.publies import montrer_publie
from pages._composants.regard import regard
from plie_metrics.calcul.registre import definition
from plie_metrics.identite import lire_identite
from plie_metrics.objectifs.realisation import OBJECTIFS
from plie_metrics.planches.objectif_choisi import constat, en_cours_choisi

emplacement = st.container()
choisi: str = st.segmented_control(
    "Objectif",
    list(OBJECTIFS),
    default=OBJECTIFS[0],
    format_func=lambda nom: definition(nom).titre_court,
    key="objectif",
    bind="query-params",
    required=True,
)
vu = regard(objectif=choisi or OBJECTIFS[0])
with emplacement:
    entete_regard("Objectifs et réalisations", constat(vu), vu)

en_cours = en_cours_choisi(vu)
if en_cours:
    gauche, droite = st.columns([1, 3], gap="large")
    with gauche:
        carte_en_cours(en_cours)
    with droite:
        montrer("objectifs.trajectoire", vu)
else:
    montrer("objectifs.trajectoire", vu)

gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("objectifs.mensuel", vu)
with droite:
    montrer("objectifs.prescriptions", vu)

montrer("objectifs.annuel", vu)
if vu.porte.profil.par_referent:
    montrer("objectifs.par_structure", vu)
    montrer("objectifs.par_referent", vu)

if lire_identite().documents.rapport == RAPPORT:
    titre_de_bloc("Ce que publie le rapport de 2016")
    with st.expander("Objectifs, répartitions et normes publiés, pour référence"):
        montrer_publie(lambda: objectifs_publies(vu.porte.profil, choisi or OBJECTIFS[0]))
