"""Editions and drafts for the pages: those that the visitor may see."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Final

import streamlit as st

from pages._acces.visiteur import Visiteur
from pages._composants.arretes import arretes_visibles, dossier_des_arretes, est_demo, instantane
from pages._composants.portes import porte_de
from pages._composants.publies import publication_pour
from pages._composants.referentiel import territoire
from plie_metrics import chemins
from plie_metrics.editions.atelier import Acces, Atelier
from plie_metrics.editions.brouillon import Brouillon, Demande
from plie_metrics.editions.chantier import Chantier
from plie_metrics.editions.composition import Composition, composer
from plie_metrics.editions.depot import Depot, EditionIntrouvable, Fiche
from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.editions.ouverture import identite_de
from plie_metrics.editions.visibilite import est_visible
from plie_metrics.identite import nom_ou_defaut
from plie_metrics.memoire import Memoire
from plie_metrics.pilotage import lire_pilotage
from plie_metrics.secret.profils import COORDINATION, PROFILS
from plie_metrics.stockage import Entree, lister

ANONYME: Final = "Coordination"


def depot() -> Depot:
    """The archive of this installation."""
    return Depot(chemins.COPIL)


def chantier() -> Chantier:
    """The drafts of this installation."""
    return Chantier(chemins.COPIL)


def maintenant() -> datetime:
    """The instant that is written in an edition."""
    return datetime.now(UTC)


def aujourd_hui() -> date:
    """Today."""
    return datetime.now().astimezone().date()


def auteur(visiteur: Visiteur) -> str:
    """Who is written as author: the account, or « Coordination » without."""
    return visiteur.qui or ANONYME


def prepare(visiteur: Visiteur) -> bool:
    """True for who prepares the meeting."""
    return visiteur.profil.nom == COORDINATION.nom


def fiches_visibles(visiteur: Visiteur) -> tuple[Fiche, ...]:
    """The archive as this visitor may read it; damaged editions for the coordination alone."""
    archive = depot()
    return tuple(
        fiche
        for fiche in _fiches(archive, archive.etat())
        if (prepare(visiteur) if fiche.edition is None else _visible(fiche.edition, visiteur))
    )


def editions_visibles(visiteur: Visiteur) -> tuple[Edition, ...]:
    """Those that can be used, the latest meeting first."""
    return tuple(f.edition for f in fiches_visibles(visiteur) if f.edition is not None)


def brouillons_visibles(visiteur: Visiteur) -> tuple[Brouillon, ...]:
    """The drafts, for who prepares; those on real data only where these are open."""
    if not prepare(visiteur):
        return ()
    return tuple(
        brouillon
        for brouillon in chantier().brouillons()
        if visiteur.refus_reel is None or all(vue.demonstration for vue in brouillon.vues)
    )


def composition_de(brouillon: Brouillon, visiteur: Visiteur) -> Composition:
    """What the draft gives today, through the gate of its profile; raises ErreurPlie."""
    atelier = atelier_pour(brouillon.profil, visiteur)

    def vue_de(demande: Demande) -> VueFigee:
        nue = replace(demande, ident="", titre="", commentaire="", notes="")
        noms = (demande.arrete, brouillon.comparer)
        portes = tuple(atelier.acces(nom)[1] for nom in noms if _est_arrete(nom))
        cle = (portes, brouillon.comparer, repr(nue))
        return _vues().garder(cle, lambda: atelier.vue(nue, brouillon.comparer))

    return composer(brouillon, vue_de, atelier.acces, nom_ou_defaut())


def atelier_pour(nom_profil: str, visiteur: Visiteur) -> Atelier:
    """The workshop of a profile: never more than the visitor's own data."""
    lecteur = replace(visiteur, profil=PROFILS[nom_profil], referent=None)

    def acces(nom: str) -> Acces:
        entree = arrete_de(nom, visiteur)
        return identite_de(instantane(entree)), porte_de(entree, lecteur)

    publie = partial(publication_pour, lecteur.profil)
    return Atelier(acces, territoire(), publie, lire_pilotage().protocole_debut)


def arrete_de(nom: str, visiteur: Visiteur) -> Entree:
    """A snapshot by its name; raises EditionIntrouvable when it went away or is not open."""
    for entree in lister(dossier_des_arretes()):
        if entree.nom == nom and _ouvert(entree, visiteur):
            return entree
    raise EditionIntrouvable(
        f"L’arrêté « {nom} » n’est plus parmi les données : les vues qui en viennent ne peuvent "
        "plus être faites. Les éditions déjà figées gardent leurs chiffres ; dans ce brouillon, "
        "choisissez un autre arrêté (étape « Réglages et décisions »)."
    )


def noms_des_arretes(visiteur: Visiteur) -> tuple[str, ...]:
    """The snapshots that an edition may show, the latest first."""
    return tuple(entree.nom for entree in arretes_visibles(visiteur.refus_reel))


def _visible(edition: Edition, visiteur: Visiteur) -> bool:
    return est_visible(edition, visiteur.profil.nom, reel=visiteur.refus_reel is None)


def _ouvert(entree: Entree, visiteur: Visiteur) -> bool:
    return entree.manifeste is not None and (visiteur.refus_reel is None or est_demo(entree))


def _est_arrete(nom: str) -> bool:
    return (dossier_des_arretes() / nom).is_dir() if nom else False


@st.cache_resource(max_entries=4, show_spinner=False)
def _fiches(_archive: Depot, etat: tuple[tuple[str, int, int], ...]) -> tuple[Fiche, ...]:
    del etat  # the key
    return _archive.fiches()


@st.cache_resource(show_spinner=False)
def _vues() -> Memoire:
    """The views made, by the very gates that they were seen through."""
    return Memoire(256)
