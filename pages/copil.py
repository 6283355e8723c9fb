"""COPIL: prepare the meeting, open its editions, compare them, find one again."""

import streamlit as st

from pages._acces.identite import visiteur
from pages._composants.copil.archive import archive, comparer_editions
from pages._composants.copil.donnees import brouillons_visibles, editions_visibles, prepare
from pages._composants.copil.preparer import preparer
from pages._composants.copil.retrouver import retrouver
from pages._composants.entete import entete
from plie_metrics.editions.mots import constat
from plie_metrics.identite import nom_ou_defaut

VOLETS = {
    "Préparer": preparer,
    "Éditions": archive,
    "Comparer": comparer_editions,
    "Retrouver": retrouver,
}

qui = visiteur()
offerts = list(VOLETS) if prepare(qui) else list(VOLETS)[1:]
entete(
    f"{nom_ou_defaut()} · COPIL",
    constat(len(brouillons_visibles(qui)), editions_visibles(qui), prepare=prepare(qui)),
)
volet = st.segmented_control(
    "Volet",
    offerts,
    default=offerts[0],
    key="volet",
    bind="query-params",
    required=True,
    label_visibility="collapsed",
)
VOLETS[volet or offerts[0]](qui)
