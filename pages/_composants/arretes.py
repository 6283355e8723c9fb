"""The snapshots that this visitor may see, the one chosen, and what was computed from it once."""

import os
from pathlib import Path

import streamlit as st

from pages._composants.attente import garder
from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.memoire import Memoire
from plie_metrics.presentation.formats import jour, jour_long
from plie_metrics.stockage import Entree, Snapshot, en_usage, ouvrir

ARRETE = "arrete"
AUCUN = (
    "Aucun arrêté n’est publié. Pour construire les arrêtés de démonstration : "
    "`python -m plie_metrics demo` ; pour importer un extrait du logiciel de suivi : page "
    "« Données », ou `python -m plie_metrics importer DOSSIER --arrete AAAA-MM-JJ`."
)
DEMONSTRATION = (
    "Données de démonstration : inventées, elles reproduisent les tableaux publiés et ne décrivent "
    "aucune personne réelle."
)


def dossier_des_arretes() -> Path:
    """Where the snapshots of this installation lie."""
    return SNAPSHOTS


def arretes_visibles(refus: str | None) -> tuple[Entree, ...]:
    """One snapshot an arrêté, the latest first; demonstrations only when there is a `refus`.

    An arrêté whose last edition is real does not fall back on an older demonstration.
    """
    return tuple(
        entree for entree in reversed(en_usage(SNAPSHOTS)) if refus is None or est_demo(entree)
    )


def est_demo(entree: Entree) -> bool:
    """True when the snapshot is known to be a demonstration; a damaged one counts as real."""
    return entree.manifeste is not None and entree.manifeste.demonstration


def choisir_arrete(entrees: tuple[Entree, ...]) -> Entree:
    """A box, kept in the address of the page; the latest arrêté at first. `entrees`: not empty."""
    par_nom = {entree.nom: entree for entree in entrees}
    choisi: str = st.selectbox(
        "Arrêté",
        list(par_nom),
        format_func=lambda nom: titre(par_nom[nom]),
        key=ARRETE,
        bind="query-params",
    )
    return par_nom[choisi]


def titre(entree: Entree) -> str:
    """« Arrêté du 31/12/2016 (édition 2) »: the same words in every box, and in the address."""
    edition = f" (édition {entree.edition})" if entree.edition > 1 else ""
    return f"Arrêté du {jour(entree.arrete)}{edition}"


def nommer(entree: Entree) -> str:
    """« 31 décembre 2016 · édition 2 · démonstration »."""
    morceaux = [jour_long(entree.arrete)]
    if entree.edition > 1:
        morceaux.append(f"édition {entree.edition}")
    if est_demo(entree):
        morceaux.append("démonstration")
    return " · ".join(morceaux)


def instantane(entree: Entree) -> Snapshot:
    """The snapshot, opened once; again when one of its files moves. Raises InstantaneIllisible."""
    chemin = entree.chemin
    cle = (chemin, etat_du_dossier(chemin))
    return garder(_ouverts(), cle, lambda: ouvrir(chemin), "Ouverture de l’arrêté…")


def etat_du_dossier(chemin: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file of a snapshot does: part of a cache's key."""
    if not chemin.is_dir():
        return ()
    with os.scandir(chemin) as fichiers:
        mesures = [(fichier.name, fichier.stat()) for fichier in fichiers]
    return tuple(sorted((nom, lue.st_mtime_ns, lue.st_size) for nom, lue in mesures))


@st.cache_resource(show_spinner=False)
def _ouverts() -> Memoire:
    return Memoire(6)
