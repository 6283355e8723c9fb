"""Rapprochement: every published total recomputed, every figure published twice compared."""

from collections.abc import Sequence

import streamlit as st

from pages._composants.ecarts import afficher_cas, fiches_d_ecarts, legende_des_statuts
from pages._composants.entete import bandeau, entete, source
from pages._composants.graphique import titre_de_bloc
from pages._composants.planche import montrer
from pages._composants.publies import territoires_des_documents, titres_des_documents
from pages._composants.rapprochements import cas_rapproches, documents_lisibles
from pages._composants.regard import regard
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.erreurs import ErreurPlie, SansObjet
from plie_metrics.identite import lire_identite
from plie_metrics.planches.rapprochement import constat as bilan_de_l_arrete
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite
from plie_metrics.presentation.rapprochement.constats import ailleurs, constat, resume, sans_base
from plie_metrics.presentation.rapprochement.selection import (
    CHOIX_DU_PLIE,
    a_voir_d_abord,
    documents_du_plie,
    filtrer,
    par_document,
)
from plie_metrics.presentation.rapprochement.verdicts import A_REGARDER, Verdict, comptes
from plie_metrics.publications.rapprochement.cas import Cas

EN_TETE = 8
TOUS = "tous"
PLIE = "plie"
OUVERT = "rapport_2016"

titres = titres_des_documents()
du_plie = documents_du_plie(territoires_des_documents(), lire_identite().territoire)


def nom_du_statut(nom: str) -> str:
    return "tous les écarts" if nom == TOUS else Verdict(nom).court


def nom_du_choix(nom: str) -> str:
    groupes = {TOUS: "Tous les documents", PLIE: CHOIX_DU_PLIE}
    return groupes.get(nom) or titres[nom]


def filtres() -> tuple[tuple[Verdict, ...], tuple[str, ...]]:
    gauche, droite = st.columns([5, 3], gap="large", vertical_alignment="bottom")
    with gauche:
        statut = st.segmented_control(
            "Statut",
            [TOUS, *(un.value for un in A_REGARDER)],
            default=TOUS,
            format_func=nom_du_statut,
            key="statut",
            bind="query-params",
            required=True,
        )
    with droite:
        document = st.selectbox(
            "Document",
            [TOUS, PLIE, *titres],
            format_func=nom_du_choix,
            key="document",
            bind="query-params",
        )
    verdicts = A_REGARDER if statut in (None, TOUS) else (Verdict(statut),)
    return verdicts, {TOUS: tuple(titres), PLIE: du_plie}.get(document) or (document,)


def montrer_document(nom: str, groupe: Sequence[Cas], premiers: Sequence[Cas]) -> None:
    """What remains of a document once its cases shown above are set aside."""
    deja_vus = [un for un in groupe if un in premiers]
    restants = [un for un in groupe if un not in premiers]
    legende = avec_unite(len(restants), "vérification", "vérifications")
    if deja_vus:
        legende += f", et {len(deja_vus)} en tête de page"
    titre = sans_mise_en_forme(f"{titres[nom]} : {resume(groupe)}")
    with st.expander(titre, expanded=nom == OUVERT or documents == (nom,)):
        afficher_cas(legende, restants, titres, f"ecarts-{nom}", deja_vus)


def bilan(vu: Regard) -> str:
    """How many published figures the arrêté gives again, or why it cannot be said."""
    try:
        return bilan_de_l_arrete(vu)
    except ErreurPlie as refus:
        return str(refus)


if not titres:
    raise SansObjet(
        "Cette installation n’a aucun document publié à recompter. Pour en ajouter : "
        "data/publications, décrit dans docs/exploitation.md, « Un autre PLIE »."
    )
publications, illisibles = documents_lisibles()
if not publications:
    raise illisibles[0]
cas, fichiers_abimes = cas_rapproches(publications)
les_notres = filtrer(cas, documents=du_plie)
les_autres = [un for un in cas if un.document not in du_plie]

entete(
    "Rapprochement · documents publiés de 2008 à 2018 · totaux recalculés, pourcentages refaits, "
    "chiffres publiés deux fois comparés",
    constat(les_notres),
)
st.html(f'<p class="sous-titre">{sur(f"{sans_base(les_notres)} {ailleurs(les_autres)}")}</p>')
for erreur in (*illisibles, *fichiers_abimes):
    bandeau(f"{erreur} Les vérifications qui en dépendent sont absentes de cette page.")

vu = regard()
titre_de_bloc("Ce que l’arrêté retrouve du rapport d’activité 2016", bilan(vu))
montrer("rapprochement.ecarts", vu)
with st.expander("Les chiffres retrouvés"):
    montrer("rapprochement.retrouves", vu)

verdicts, documents = filtres()
retenus = filtrer(cas, verdicts, documents)
premiers = a_voir_d_abord(retenus)[:EN_TETE]
if premiers:
    titre_de_bloc("À connaître avant le comité")
    fiches_d_ecarts(premiers)

titre_de_bloc("Document par document", "Les statuts comptent les documents choisis")
legende_des_statuts(comptes(filtrer(cas, documents=documents)))
if not retenus:
    st.info("Aucun écart de ce statut dans ce document. Choisissez un autre statut ou document.")
for nom, groupe in par_document(retenus, list(titres)).items():
    montrer_document(nom, groupe, premiers)

egaux = filtrer(cas, (Verdict.EGAL,), documents)
with st.expander(avec_unite(len(egaux), "vérification juste", "vérifications justes")):
    afficher_cas("Le calcul retrouve le chiffre imprimé", egaux, titres, "egalites")
source(
    "Un statut n'est jamais saisi : il vient du calcul, refait à chaque affichage sur les chiffres "
    "transcrits. Une explication dont le calcul ne tient pas laisse l'écart inexpliqué."
)
