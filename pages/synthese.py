"""Synthèse: where the PLIE stands against its protocole, in five seconds, then what explains it."""

from html import escape

import streamlit as st

from pages._composants.alertes import a_surveiller
from pages._composants.cartes import carte_en_cours, rangee_de_cles
from pages._composants.entete import entete_regard, source
from pages._composants.graphique import titre_de_bloc
from pages._composants.planche import montrer, proposer
from pages._composants.qualite import qualite_pour
from pages._composants.rapprochements import cas_du_plie
from pages._composants.regard import regard
from plie_metrics.identite import lire_identite
from plie_metrics.planches.alertes import alertes
from plie_metrics.planches.avancement import objectifs_en_cours
from plie_metrics.planches.cles import CLES, chiffre_cle
from plie_metrics.planches.retenir import a_retenir
from plie_metrics.planches.synthese import constat, note_publiee
from plie_metrics.presentation.alertes import contradictions

vu = regard()
entete_regard(lire_identite().nom, constat(vu), vu)

en_cours = objectifs_en_cours(vu)
if en_cours:
    for colonne, objectif in zip(st.columns(len(en_cours)), en_cours, strict=True):
        with colonne:
            carte_en_cours(objectif)
if note := note_publiee(vu):
    source(note)

rangee_de_cles([chiffre_cle(vu, ident) for ident in CLES])
proposer("synthese.cles", vu)

gauche, droite = st.columns([3, 2], gap="large")
with gauche:
    montrer("synthese.sorties", vu)
with droite:
    phrases = "".join(
        f"<li><strong>{escape(p.essentiel)}</strong> {escape(p.suite)}</li>" for p in a_retenir(vu)
    )
    if phrases:
        titre_de_bloc("Ce que le comité retient")
        st.html(f'<ol class="retenir">{phrases}</ol>')
    propres = vu.calculer_une_fois("alertes", lambda: alertes(vu, qualite_pour(vu)))
    a_surveiller([*propres, contradictions(cas_du_plie())])
with st.container(key="redite"):  # the cards again, as one picture: left out of the print
    montrer("synthese.objectifs", vu)
