"""Publics: who the PLIE accompanies, who enters it, and who sends them."""

import streamlit as st

from pages._composants.entete import entete_regard
from pages._composants.planche import montrer
from pages._composants.regard import regard
from plie_metrics.planches.publics import constat
from plie_metrics.planches.publics_flux import DIMENSIONS_DU_PUBLIC
from plie_metrics.schema import DIMENSIONS

vu = regard()
entete_regard("Publics", constat(vu), vu)

gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("publics.ages", vu)
    montrer("publics.niveau", vu)
with droite:
    montrer("publics.fragilites", vu)
    montrer("publics.qpv", vu)

gauche, droite = st.columns(2, gap="large")
with gauche:
    montrer("publics.communes", vu)
    montrer("publics.representation_quartiers", vu)
with droite:
    montrer("publics.representation_communes", vu)

selon: str = st.segmented_control(
    "Comparer les entrées à la file active selon",
    list(DIMENSIONS_DU_PUBLIC),
    default=DIMENSIONS_DU_PUBLIC[0],
    format_func=DIMENSIONS.__getitem__,
    key="selon",
    bind="query-params",
    required=True,
)
montrer("publics.entrees_stock", regard(selon=selon or DIMENSIONS_DU_PUBLIC[0]))
montrer("publics.prescripteurs", vu)
