"""The quality report of a snapshot, made once for all who look at it."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import streamlit as st

from pages._composants.arretes import dossier_des_arretes, etat_du_dossier, instantane
from plie_metrics.planches.regard import Regard
from plie_metrics.publications.lecture import PublicationIllisible
from plie_metrics.qualite import Rapport, controler, criteres_regles, normes_regles
from plie_metrics.stockage import Entree, InstantaneIllisible, lister

"""The published document that sets the criteria of sorties positives."""


def rapport_qualite(entree: Entree) -> Rapport:
    """Raises InstantaneIllisible, PublicationIllisible: French sentences for the reader."""
    return _controler(entree, entree.chemin, etat_du_dossier(entree.chemin))


def noms_des_referents(entree: Entree) -> dict[str, str]:
    """referent_id → what is written for them: their name if known, then their structure."""
    snapshot = instantane(entree)
    if "referents" not in snapshot.tables:
        return {}
    fiches = snapshot.table("referents").to_dict("records")
    return {str(fiche["referent_id"]): _nommer(fiche) for fiche in fiches}


def _nommer(fiche: dict[Hashable, Any]) -> str:
    nom = fiche.get("nom_affiche")
    connu = nom if isinstance(nom, str) else fiche["referent_id"]
    return f"{connu}, {fiche['structure']}"


@st.cache_resource(max_entries=6, show_spinner="Contrôle de l’arrêté…")
def _controler(_entree: Entree, chemin: Path, etat: tuple[tuple[str, int, int], ...]) -> Rapport:
    del chemin, etat  # the key: an entry itself cannot be one
    snapshot = instantane(_entree)
    tables = {nom: snapshot.table(nom) for nom in snapshot.tables}
    return controler(tables, snapshot.arrete, criteres_regles(), normes_regles())


def qualite_pour(regard: Regard) -> Rapport | None:
    """The report on the snapshot looked at, for who may list files of every référent.

    None too when the document that sets its criteria cannot be read: the page « Qualité » says so.
    """
    profil = regard.porte.profil
    if not profil.dossiers or profil.protege:
        return None
    nom = regard.identite.nom
    entree = next((e for e in lister(dossier_des_arretes()) if e.nom == nom), None)
    if entree is None:
        raise InstantaneIllisible(nom, "", "il vient d’être réécrit", "Rechargez la page.")
    try:
        return rapport_qualite(entree)
    except PublicationIllisible:
        return None
