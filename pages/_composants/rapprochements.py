"""The verifications of the published figures, made once for all, again when a file moves."""

import streamlit as st

from pages._composants.publies import (
    document_entier,
    etat,
    publication,
    territoires_des_documents,
    titres_des_documents,
)
from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.identite import lire_identite
from plie_metrics.presentation.rapprochement.selection import (
    documents_du_plie,
    filtrer,
    ordonner,
)
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.construction import DOCUMENTS
from plie_metrics.publications.integrite import MANIFESTE
from plie_metrics.publications.lecture import PublicationIllisible
from plie_metrics.publications.rapprochement.cas import Cas
from plie_metrics.publications.rapprochement.lecture import DOSSIER, lire_lisibles
from plie_metrics.publications.rapprochement.rapprocher import rapprocher, utilisables


def documents_lisibles() -> tuple[list[Publication], list[PublicationIllisible]]:
    """The documents that open, and the reason of each that does not."""
    ouverts, illisibles = [], []
    for document in titres_des_documents():
        try:
            ouverts.append(publication(document))
        except PublicationIllisible as erreur:
            illisibles.append(erreur)
    return ouverts, illisibles


def cas_rapproches(
    ouverts: list[Publication],
) -> tuple[tuple[Cas, ...], tuple[ErreurPlie, ...]]:
    """Every verification that these documents allow, in the order to read them.

    And the reason of each file of cases that is missing or damaged: only its own cases are absent.
    Those that read a figure hidden from this visitor are left out.
    """
    noms = tuple(publication.document for publication in ouverts)
    fichiers = [f"{nom}.parquet" for nom in noms] + [MANIFESTE, DOCUMENTS]
    declarees = sorted((PUBLICATIONS / DOSSIER).glob("*.toml"))
    fichiers += [f"{DOSSIER}/{fichier.name}" for fichier in declarees]
    cas, abimes = _cas(noms, tuple((nom, etat(nom)) for nom in fichiers))
    caches = {c.id for ouvert in ouverts for c in ouvert if c.masque}
    return tuple(un for un in cas if caches.isdisjoint(un.chiffres)), abimes


def cas_du_plie() -> tuple[Cas, ...] | None:
    """The verifications of the documents of the PLIE; None when a file they need is damaged."""
    try:
        voulus = documents_du_plie(territoires_des_documents(), lire_identite().territoire)
        ouverts, _ = documents_lisibles()
        if not {publication.document for publication in ouverts} >= set(voulus):
            return None
        cas, abimes = cas_rapproches(ouverts)
        return None if abimes else filtrer(cas, documents=voulus)
    except ErreurPlie:
        return None


@st.cache_resource(max_entries=8, show_spinner=False)
def _cas(
    noms: tuple[str, ...], etats: tuple[tuple[str, tuple[int, int]], ...]
) -> tuple[tuple[Cas, ...], tuple[ErreurPlie, ...]]:
    del etats  # part of the key
    ouverts = [document_entier(nom) for nom in noms]
    lues, illisibles = lire_lisibles(PUBLICATIONS)
    cas = rapprocher(ouverts, utilisables(lues, ouverts))
    return tuple(ordonner(cas, list(titres_des_documents()))), illisibles
