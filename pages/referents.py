"""Référents: what each one follows, who is to be seen, what falls due. For the staff."""

from dataclasses import replace

import streamlit as st

from pages._composants.cartes import rangee_de_cles
from pages._composants.dossiers import montrer_listes
from pages._composants.entete import entete_regard
from pages._composants.planche import montrer
from pages._composants.regard import regard
from plie_metrics.dossiers.carnet import Carnet
from plie_metrics.planches.cles import chiffre_cle
from plie_metrics.planches.referents import CLES, constat, noms_des_referents

TOUS = "Tous les référents"

vu = regard()
porte, emplacement = vu.porte, st.container()
liste = porte.profil.dossiers and (not porte.profil.protege or porte.referent is not None)
choisi = porte.referent
if porte.profil.dossiers and not porte.profil.protege:
    noms = noms_des_referents(vu)
    voulu: str = st.selectbox(
        "Portefeuille", [TOUS, *noms.values()], key="suivi_de", bind="query-params"
    )
    choisi = next((code for code, nom in noms.items() if nom == voulu), None)

sien = vu
if choisi is not None:
    filtres = replace(vu.filtres, referent=(choisi,))
    avant = replace(vu.avant, filtres=filtres, _memoire={}) if vu.avant else None
    sien = replace(vu, filtres=filtres, avant=avant, _memoire={})
with emplacement:
    entete_regard("Référents", constat(sien), sien)
rangee_de_cles([chiffre_cle(sien, ident) for ident in CLES])

if liste:
    montrer_listes(Carnet(porte.dossiers().fonds, porte.arrete, sien.filtres))
if porte.profil.par_referent:
    montrer("referents.charge", vu)
    montrer("referents.rythme", vu)
