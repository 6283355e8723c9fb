"""Document publié: a document that is already public, reproduced as it was printed."""

import streamlit as st

from pages._composants.entete import bandeau, entete
from pages._composants.graphique import titre_de_bloc
from pages._composants.publies import document_entier, titres_des_documents
from pages._composants.tableau import afficher_tableau
from plie_metrics.identite import lire_identite
from plie_metrics.presentation.document import sections
from plie_metrics.presentation.formats import avec_unite

titres = titres_des_documents()
document = st.selectbox(
    "Document",
    list(titres),
    format_func=titres.__getitem__,
    key="document_publie",
    bind="query-params",
)
publie = document_entier(document)
chapitres = sections(publie)
chiffres = avec_unite(len(publie.chiffres), "chiffre imprimé", "chiffres imprimés")

entete(f"{lire_identite().nom} · document publié", f"{publie.titre} : {chiffres}")
bandeau(
    "Cette page reproduit un document déjà public, tel qu’il a été imprimé : le secret statistique "
    "n’y est pas appliqué. Sur les autres pages, ses chiffres passent les mêmes règles que ceux "
    "des dossiers."
)
for rang, chapitre in enumerate(chapitres):
    titre_de_bloc(chapitre.titre)
    for numero, table in enumerate(chapitre.tableaux):
        afficher_tableau(table, f"{document}-{rang}-{numero}")
