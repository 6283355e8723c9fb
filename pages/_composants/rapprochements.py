"""The verifications of the published figures, made once for all, again when a file moves."""

import streamlit as st

from pages._composants.publies import etat, publication, titres_des_documents
from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.presentation.rapprochement.tableaux import ordonner
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.construction import MANIFESTE
from plie_metrics.publications.lecture import PublicationIllisible
from plie_metrics.publications.rapprochement.cas import Cas
from plie_metrics.publications.rapprochement.lecture import lire_declarations
from plie_metrics.publications.rapprochement.rapprocher import rapprocher, utilisables

DECLARATIONS = "rapprochements"


def documents_lisibles() -> tuple[list[Publication], list[PublicationIllisible]]:
    """The documents that open, and the reason of each that does not."""
    ouverts, illisibles = [], []
    for document in titres_des_documents():
        try:
            ouverts.append(publication(document))
        except PublicationIllisible as erreur:
            illisibles.append(erreur)
    return ouverts, illisibles


def cas_rapproches(ouverts: list[Publication]) -> tuple[Cas, ...]:
    """Every verification that these documents allow, in the order to read them."""
    noms = tuple(publication.document for publication in ouverts)
    fichiers = [f"{nom}.parquet" for nom in noms] + [MANIFESTE]
    declarees = sorted((PUBLICATIONS / DECLARATIONS).glob("*.toml"))
    fichiers += [f"{DECLARATIONS}/{fichier.name}" for fichier in declarees]
    return _cas(noms, tuple((nom, etat(nom)) for nom in fichiers))


@st.cache_resource(max_entries=8, show_spinner=False)
def _cas(noms: tuple[str, ...], etats: tuple[tuple[str, tuple[int, int]], ...]) -> tuple[Cas, ...]:
    del etats  # part of the key
    ouverts = [publication(nom) for nom in noms]
    declarations = utilisables(lire_declarations(PUBLICATIONS), ouverts)
    return tuple(ordonner(rapprocher(ouverts, declarations), list(titres_des_documents())))
