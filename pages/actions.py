"""Actions: the steps of each action in the arrêté, then the funnels that the report prints."""

import streamlit as st

from pages._composants.actions_publiees import actions_publiees, constat_publie
from pages._composants.entete import entete, entete_regard
from pages._composants.planche import montrer
from pages._composants.publies import publication
from pages._composants.regard import regard
from plie_metrics.erreurs import ErreurPlie, SansObjet
from plie_metrics.planches.actions import constat, noms
from plie_metrics.publications.chiffre import ChiffreMasque, Publication


def rapport_publie() -> Publication | None:
    """The annual report; None in an installation that has none."""
    try:
        return publication("rapport_2016")
    except SansObjet:
        return None


def constat_seul() -> str:
    """The title without figures of the arrêté."""
    if rapport is None:
        return "Aucune action à montrer dans cet arrêté"
    try:
        return constat_publie(rapport)
    except ChiffreMasque:
        return "Des effectifs trop petits pour votre profil"


vu, rapport = regard(), rapport_publie()
try:
    offertes: tuple[str, ...] = noms(vu)
    entete_regard("Actions de la programmation", constat(vu), vu, filtree=False)
except ErreurPlie:
    offertes = ()
    entete("Actions de la programmation · année 2016 · rapport d'activité 2016", constat_seul())

if len(offertes) > 1:
    choisie = st.selectbox("Action", offertes, key="action", bind="query-params")
    montrer("actions.une", regard(action=choisie))
    with st.expander("Toutes les actions de l’arrêté"):
        montrer("actions.toutes", vu)
else:
    montrer("actions.une", vu)
if rapport:
    actions_publiees(rapport)
