"""Published documents for the pages: opened once, opened again when a file changes.

`publication` gives what the visitor may see beside the figures of the cases; `document_entier`,
the document as printed, is for the page « Document publié » and for the verifications.
"""

from collections.abc import Callable

import streamlit as st

from pages._acces.identite import visiteur
from pages._composants.texte import sur
from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.configuration import CONFIGURATION, lire
from plie_metrics.erreurs import SansObjet
from plie_metrics.publications.chiffre import ChiffreMasque, Publication
from plie_metrics.publications.construction import DOCUMENTS
from plie_metrics.publications.integrite import MANIFESTE
from plie_metrics.publications.lecture import documents_publies, ouvrir
from plie_metrics.secret.profils import PROFILS, Profil
from plie_metrics.secret.publies import masquer_publication
from plie_metrics.secret.reglages import valider


def publication(document: str) -> Publication:
    """The figures of a document under the rules of this visitor's profile.

    Raises PublicationIllisible, a French sentence for the reader; SansObjet when it is not a
    document of this installation.
    """
    return publication_pour(visiteur().profil, document)


def publication_pour(profil: Profil, document: str) -> Publication:
    """The same for a given profile, with the same errors."""
    entier = document_entier(document)
    if profil.regles is None:
        return entier
    reglages = CONFIGURATION.stat().st_mtime_ns
    etats = (etat(f"{document}.parquet"), etat(MANIFESTE))
    return _masquee(profil.nom, document, etats, reglages, entier)


def montrer_publie(*blocs: Callable[[], None]) -> None:
    """Draw blocks of published figures; say once that some are hidden from this profile."""
    caches: dict[str, None] = {}
    for dessiner in blocs:
        place = st.empty()
        try:
            with place.container():
                dessiner()
        except ChiffreMasque as masque:
            place.empty()
            caches[str(masque)] = None
    for mots in caches:
        st.html(f'<p class="indisponible" role="note">{sur(mots)}</p>')


def document_entier(document: str) -> Publication:
    """The figures of a document as printed, whoever looks; same errors as `publication`."""
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


@st.cache_resource(max_entries=32, show_spinner=False)
def _masquee(
    nom: str,
    document: str,
    etats: tuple[tuple[int, int], ...],
    reglages: int,
    _entier: Publication,
) -> Publication:
    del document, etats, reglages  # parts of the key
    return masquer_publication(_entier, PROFILS[nom], valider(lire("secret")))


def etat(nom: str) -> tuple[int, int]:
    """What changes when a file of data/publications/ does: part of a cache's key."""
    fichier = PUBLICATIONS / nom
    if not fichier.exists():
        return (0, 0)
    mesures = fichier.stat()
    return (mesures.st_mtime_ns, mesures.st_size)
