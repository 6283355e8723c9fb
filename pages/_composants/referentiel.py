"""Communes, quartiers and outlines for the pages: read once, again when a file changes."""

from pathlib import Path

import streamlit as st

from plie_metrics import chemins
from plie_metrics.territoire.lecture import OFFICIEL, lire_territoire
from plie_metrics.territoire.manifeste import MANIFESTE
from plie_metrics.territoire.referentiel import Referentiel


def territoire() -> Referentiel:
    """The territory; raises a French sentence that names the file when one is damaged."""
    motifs = ("*.csv", MANIFESTE, f"{OFFICIEL}/*json")
    fichiers = sorted(f for motif in motifs for f in chemins.TERRITOIRE.glob(motif))
    mesures = [fichier.stat() for fichier in fichiers]
    return _lire(
        str(chemins.TERRITOIRE),
        tuple(
            (fichier.name, mesure.st_mtime_ns, mesure.st_size)
            for fichier, mesure in zip(fichiers, mesures, strict=True)
        ),
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _lire(dossier: str, etats: tuple[tuple[str, int, int], ...]) -> Referentiel:
    del etats  # part of the key
    return lire_territoire(Path(dossier))
