"""Rapprochement: every published total recomputed, every figure published twice compared."""

import streamlit as st

from pages._composants.ecarts import afficher_cas, fiches_d_ecarts, legende_des_statuts
from pages._composants.entete import bandeau, entete, source
from pages._composants.graphique import titre_de_bloc
from pages._composants.publies import titres_des_documents
from pages._composants.rapprochements import cas_rapproches, documents_lisibles
from plie_metrics.presentation.formats import avec_unite
from plie_metrics.presentation.rapprochement.tableaux import (
    COURTS,
    SIGNIFICATIONS,
    a_voir_d_abord,
    comptes,
    constat,
    filtrer,
)
from plie_metrics.publications.rapprochement.cas import Statut

EN_TETE = 8
TOUS = "tous"
ECARTS = tuple(statut for statut in Statut if statut is not Statut.EGAL)

titres = titres_des_documents()


def nom_du_statut(nom: str) -> str:
    if nom == TOUS:
        return "tous les écarts"
    return f"{Statut(nom).signe} {COURTS[Statut(nom)]}"


def filtres() -> tuple[tuple[Statut, ...], str]:
    gauche, droite = st.columns([5, 3], gap="large", vertical_alignment="bottom")
    with gauche:
        statut = st.segmented_control(
            "Statut",
            [TOUS, *(statut.value for statut in ECARTS)],
            default=TOUS,
            format_func=nom_du_statut,
            key="statut",
            bind="query-params",
            required=True,
        )
    with droite:
        document = st.selectbox(
            "Document",
            [TOUS, *titres],
            format_func=lambda nom: titres.get(nom, "Tous les documents"),
            key="document",
            bind="query-params",
        )
    statuts = ECARTS if statut in (None, TOUS) else (Statut(statut),)
    return statuts, "" if document == TOUS else document


publications, illisibles = documents_lisibles()
if not publications:
    raise illisibles[0]
cas = cas_rapproches(publications)
premiers = a_voir_d_abord(cas)[:EN_TETE]

entete(
    "Rapprochement · documents publiés de 2008 à 2018 · totaux recalculés, pourcentages refaits, "
    "chiffres publiés deux fois comparés",
    constat(cas),
)
for erreur in illisibles:
    bandeau(f"{erreur} Les vérifications qui en dépendent sont absentes de cette page.")

if premiers:
    titre_de_bloc("À connaître avant le comité")
    fiches_d_ecarts(premiers)

titre_de_bloc("Tous les écarts")
legende_des_statuts(comptes(cas), SIGNIFICATIONS)
statuts, document = filtres()
retenus = filtrer(cas, statuts, document)
if retenus:
    afficher_cas(
        avec_unite(
            len(retenus), "écart ou chiffre invérifiable", "écarts ou chiffres invérifiables"
        ),
        retenus,
        titres,
        "ecarts",
    )
else:
    st.info("Aucun écart de ce statut dans ce document. Choisissez un autre statut ou document.")

egaux = filtrer(cas, (Statut.EGAL,), document)
with st.expander(avec_unite(len(egaux), "vérification juste", "vérifications justes")):
    afficher_cas("Le calcul retrouve le chiffre imprimé", egaux, titres, "egalites")
source(
    "Un statut n'est jamais saisi : il vient du calcul, refait à chaque affichage sur les chiffres "
    "transcrits. Une explication dont le calcul ne tient pas laisse l'écart inexpliqué."
)
