"""Communes, quartiers and outlines for the pages: read once, again when a file changes."""

import streamlit as st

from plie_metrics import chemins
from plie_metrics.memoire import Memoire
from plie_metrics.territoire.lecture import OFFICIEL, lire_territoire
from plie_metrics.territoire.manifeste import MANIFESTE
from plie_metrics.territoire.referentiel import Referentiel


def territoire() -> Referentiel:
    """The territory; raises a French sentence that names the file when one is damaged."""
    dossier = chemins.TERRITOIRE
    motifs = ("*.csv", MANIFESTE, f"{OFFICIEL}/*json")
    fichiers = sorted(fichier for motif in motifs for fichier in dossier.glob(motif))
    mesures = [(fichier.name, fichier.stat()) for fichier in fichiers]
    etat = tuple((nom, lue.st_mtime_ns, lue.st_size) for nom, lue in mesures)
    return _lus().garder((dossier, etat), lambda: lire_territoire(dossier))


@st.cache_resource(show_spinner=False)
def _lus() -> Memoire:
    return Memoire(4)
