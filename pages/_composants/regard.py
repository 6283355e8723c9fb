"""The look of this run: made by the frame from the bar of choices, found by the page."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from pages._acces.visiteur import Visiteur
from pages._composants.arretes import AUCUN, arretes_visibles, instantane
from pages._composants.barre import (
    Comparaison,
    choisir_comparaison,
    choisir_entree,
    choisir_filtres,
    choisir_periode,
)
from pages._composants.portes import porte_de
from pages._composants.publies import publication_pour
from pages._composants.referentiel import territoire
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import Filtres
from plie_metrics.memoire import Memoire
from plie_metrics.periodes import Periode, decaler_mois
from plie_metrics.pilotage import lire_pilotage
from plie_metrics.planches.calendrier import Choix, choix_offerts, meme_choix
from plie_metrics.planches.regard import Identite, Regard
from plie_metrics.presentation.formats import jour
from plie_metrics.schema import DIMENSIONS, HORS_QPV, MODALITES, libelle
from plie_metrics.secret.porte import Porte
from plie_metrics.stockage import Entree

REGARD: Final = "_regard"


class AucunArrete(ErreurPlie):
    """No snapshot is there, or none may be seen."""


def regard(**choix: str) -> Regard:
    """The look of this run, with what the page itself lets choose (`objectif="entrees"`)."""
    commun: Regard = st.session_state[REGARD]
    if not choix:
        return commun
    return _garder(replace(commun, choix=choix, _memoire={}))


def regarder(visiteur: Visiteur) -> Regard:
    """Draw the bar and keep the look for the page; raises AucunArrete, ErreurPlie."""
    entrees = arretes_visibles(visiteur.refus_reel)
    if not entrees:
        raise AucunArrete(AUCUN)
    with st.container(horizontal=True, key="barre", gap="small", vertical_alignment="center"):
        entree = choisir_entree(entrees)
        porte = porte_de(entree, visiteur)
        choisi = choisir_periode(_choix(porte), porte.arrete, libre=not porte.profil.protege)
        comparaison = choisir_comparaison(entree, entrees)
        filtres = choisir_filtres(porte, _noms(porte))
        if instantane(entree).demonstration:
            st.html('<span class="demo">Données de démonstration</span>')
    vu = _regard(entree, porte, choisi.periode, filtres)
    st.session_state[REGARD] = _garder(_comparer(vu, choisi, comparaison, visiteur))
    return st.session_state[REGARD]


def _choix(porte: Porte) -> tuple[Choix, ...]:
    return choix_offerts(porte.arrete, lire_pilotage().protocole_debut, porte.offres)


def _noms(porte: Porte) -> Mapping[str, Mapping[str, str]]:
    """Names by filter and code, closed lists and territory together."""
    fermees = {nom: dict(MODALITES[nom]) for nom in ("sexe", "prescripteur") if nom in DIMENSIONS}
    ouvertes = territoire().noms(porte.arrete)
    quartiers = {**ouvertes["qpv"], HORS_QPV: libelle("qpv", HORS_QPV)}
    return {**fermees, **ouvertes, "qpv": quartiers}


def _regard(entree: Entree, porte: Porte, periode: Periode, filtres: Filtres) -> Regard:
    snapshot = instantane(entree)
    identite = Identite(
        snapshot.nom, snapshot.arrete, snapshot.empreinte, snapshot.source, snapshot.demonstration
    )
    publie = partial(publication_pour, porte.profil)
    return Regard(identite, porte, periode, filtres, territoire(), publie)


def _comparer(vu: Regard, choisi: Choix, avec: Comparaison, visiteur: Visiteur) -> Regard:
    """The look with the one it is compared with; without any when there is no such period then."""
    if avec.un_an:
        ans = Periode(*(decaler_mois(jour_, -12) for jour_ in (vu.periode.du, vu.periode.au)))
        if vu.porte.offres and ans not in {offre.periode for offre in vu.porte.offres}:
            return vu
        return replace(vu, avant=replace(vu, periode=ans, _memoire={}), comparaison="en un an")
    if avec.entree is None:
        return vu
    porte = porte_de(avec.entree, visiteur)
    alors = meme_choix(choisi, _choix(porte))
    if alors is None:
        return vu
    avant = _garder(_regard(avec.entree, porte, alors.periode, vu.filtres))
    return replace(vu, avant=avant, comparaison=f"depuis le {jour(porte.arrete)}")


def _garder(vu: Regard) -> Regard:
    """The same look made by an earlier run, with all that it has computed."""
    return _deja_vus().garder(vu.cle, lambda: vu)


@st.cache_resource(show_spinner=False)
def _deja_vus() -> Memoire:
    return Memoire(128)
