"""Published documents for the pages: opened once, opened again when a file changes."""

import streamlit as st

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.erreurs import SansObjet
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.construction import DOCUMENTS
from plie_metrics.publications.integrite import MANIFESTE
from plie_metrics.publications.lecture import documents_publies, ouvrir


def publication(document: str) -> Publication:
    """The figures of a document; raises PublicationIllisible, a French sentence for the reader.

    Raises SansObjet when it is not a document of this installation.
    """
    if document not in _documents(etat(DOCUMENTS), etat(MANIFESTE)):
        raise SansObjet(
            f"Cette page montre un document publié ({document}) que cette installation n’a pas. "
            "Pour l’ajouter : data/publications, décrit dans docs/exploitation.md, « Un autre "
            "PLIE »."
        )
    return _ouvrir(document, etat(f"{document}.parquet"), etat(MANIFESTE))


def titres_des_documents() -> dict[str, str]:
    """The documents that definitions cite: id → title; raises PublicationIllisible."""
    return {nom: titre for nom, (titre, _) in _documents(etat(DOCUMENTS), etat(MANIFESTE)).items()}


def territoires_des_documents() -> dict[str, str]:
    """What each document speaks of: id → territory; raises PublicationIllisible."""
    documents = _documents(etat(DOCUMENTS), etat(MANIFESTE))
    return {nom: territoire for nom, (_, territoire) in documents.items()}


@st.cache_resource(max_entries=4, show_spinner=False)
def _documents(fichier: tuple[int, int], manifeste: tuple[int, int]) -> dict[str, tuple[str, str]]:
    del fichier, manifeste  # parts of the key
    documents = documents_publies(PUBLICATIONS)
    return {nom: (lu["titre"], lu["territoire"]) for nom, lu in documents.items()}


@st.cache_resource(max_entries=32, show_spinner=False)
def _ouvrir(document: str, fichier: tuple[int, int], manifeste: tuple[int, int]) -> Publication:
    del fichier, manifeste  # parts of the key: a file that is repaired or damaged is seen at once
    return ouvrir(PUBLICATIONS, document)


def etat(nom: str) -> tuple[int, int]:
    """What changes when a file of data/publications/ does: part of a cache's key."""
    fichier = PUBLICATIONS / nom
    if not fichier.exists():
        return (0, 0)
    mesures = fichier.stat()
    return (mesures.st_mtime_ns, mesures.st_size)
