"""Mission locale: an example of contract (another territory), Dijon's convention, the rules."""

import streamlit as st

from pages._composants.absente import manque
from pages._composants.cartes import rangee_de_chiffres
from pages._composants.engagements import afficher_engagements
from pages._composants.entete import bandeau, entete, source
from pages._composants.graphique import afficher_graphique, titre_de_bloc
from pages._composants.planche import montrer
from pages._composants.publies import montrer_publie, publication, titres_des_documents
from pages._composants.regard import regard
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sur
from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.identite import lire_identite
from plie_metrics.planches.mission_locale import (
    TABLE,
    constat,
    contrats_offerts,
    du_territoire,
    intitule,
)
from plie_metrics.planches.mots import provenance
from plie_metrics.presentation.formats import avec_unite
from plie_metrics.presentation.graphiques.annees import annees
from plie_metrics.presentation.graphiques.barres import barres
from plie_metrics.presentation.graphiques.barres_titrees import barres_titrees
from plie_metrics.presentation.graphiques.ecarts import ecarts
from plie_metrics.presentation.mission_locale import annuels, contrat, convention, cotraitance
from plie_metrics.presentation.mission_locale.regles import tableau_regles
from plie_metrics.presentation.mission_locale.tableaux import tableau_resultats, tableau_sens
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.convention import VOLETS, engagements
from plie_metrics.publications.cotraitance import financement, volumes
from plie_metrics.publications.lecture import lire_declaration
from plie_metrics.publications.mission_locale import DECLARATION, indicateurs, lectures
from plie_metrics.publications.objectifs_annuels import objectifs_annuels
from plie_metrics.secret.detail import DetailRefuse

ARRETE = "Contrats de l’arrêté"
CONTRAT = "Contrat d’objectifs 2009-2011"
CONVENTION = "Convention 2008 de Dijon"
NATIONAL = "rapport_cnml_2009"
REGLES = "Règles de la co-traitance"
RESULTATS = "Résultats visés en 2009"
ANNUELS = "Objectifs annuels jusqu’en 2011"


def montrer_arrete() -> None:
    """The contracts of the arrêté, one chosen in a list that says whose it is."""
    vu = regard()
    if manque("Contrats des missions locales", vu, TABLE):
        return
    try:
        noms = {intitule(vu, contrat): contrat for contrat in contrats_offerts(vu)}
    except DetailRefuse as refus:
        with haut:
            entete(
                f"Mission locale · {provenance(vu)}", "Les contrats publiés, au choix ci-dessous"
            )
        st.html(f'<p class="indisponible" role="note">{sur(str(refus))}</p>')
        return
    with choix:
        nom = st.selectbox(
            "Contrat", list(noms), key="contrat", bind="query-params", label_visibility="collapsed"
        )
    choisi = regard(contrat=nom)
    with haut:
        entete(f"{nom} · {provenance(vu)}", constat(choisi))
        if not du_territoire(vu, noms[nom]):
            bandeau(
                f"Autre territoire que {lire_identite().territoire}, montré comme exemple de "
                "contrat : aucun de ces chiffres n’est du PLIE."
            )
    if du_territoire(vu, noms[nom]):
        montrer("mission_locale.entrees", choisi)
    montrer("mission_locale.indicateurs", choisi)
    with st.expander("Les autres indicateurs du contrat"):
        montrer("mission_locale.etats", choisi)


def montrer_contrat() -> None:
    """The contract of another territory, never beside a figure of Dijon."""
    document = publication("contrat_objectifs_ml_2009_2011")
    with choix:
        detail = st.segmented_control(
            "Objectifs du contrat",
            [RESULTATS, ANNUELS],
            default=RESULTATS,
            key="objectifs",
            bind="query-params",
            required=True,
            label_visibility="collapsed",
        )
    constat = (montrer_annuels if detail == ANNUELS else montrer_resultats)(document)
    with haut:
        entete(
            f"Exemple de contrat · {document.titre} · réalisés 2007 et 1er semestre 2008", constat
        )
        bandeau(
            "Autre territoire (Drôme), montré comme exemple de contrat : aucun de ces chiffres "
            "n'est de Dijon. Le contrat de Dijon prendra cette place quand il sera importé."
        )


def montrer_resultats(document: Publication) -> str:
    """The table of results as a picture; returns its finding."""
    lus = indicateurs(document, lectures(lire_declaration(PUBLICATIONS, DECLARATION)))
    constat = contrat.constat(document, lus)
    afficher_graphique(
        ecarts(contrat.lignes(lus), contrat.COLONNES, "2007"),
        titre=contrat.titre(),
        sous_titre=contrat.sous_titre(),
        resume=f"{constat}. Le détail est dans le tableau.",
        tableau=tableau_resultats(document, lus),
        cle="ml-resultats",
    )
    source(contrat.sans_marque(lus))
    with st.expander("Sens favorable de chaque indicateur : notre lecture"):
        afficher_tableau(tableau_sens(lus), "ml-sens")
    return constat


def montrer_annuels(document: Publication) -> str:
    """The yearly targets of three actions; returns the finding."""
    series = objectifs_annuels(document)
    afficher_graphique(
        annees(annuels.lignes(series), annuels.TITRES, "2009 → 2011"),
        titre="Objectifs annuels des actions 31, 33 et 34",
        sous_titre="Chaque ligne a son échelle, à partir de zéro · aucun réalisé publié",
        resume=f"{annuels.titre(series)}. Le détail est dans le tableau.",
        tableau=annuels.tableau_annuels(document, series),
        cle="ml-annuels",
    )
    source(f"{annuels.note_progression(document, series)} {annuels.note_alternance(document)}")
    return annuels.constat(document, series)


def montrer_convention() -> None:
    """Dijon's convention of 2008."""
    document = publication("convention_ml_2008")
    promis = engagements(document)
    with haut:
        entete(
            "Grand Dijon et Mission locale de l'arrondissement de Dijon · convention 2008",
            convention.constat(document),
        )
    rangee_de_chiffres(convention.chiffres_cles(document))
    gauche, droite = st.columns([1, 3], gap="large")
    with gauche:
        titre_de_bloc(convention.titre_engagements(promis))
        noms = convention.noms_volets(promis)
        volet = st.radio(
            "Volet de la convention",
            list(noms),
            index=list(noms).index("cooperation_plie"),
            format_func=noms.__getitem__,
            key="volet",
            bind="query-params",
        )
        source(convention.provenance(document))
    with droite:
        titre_de_bloc(f"{VOLETS[volet]}, dans les mots de la convention")
        afficher_engagements(convention.par_objet(promis, volet))
        titre_de_bloc("Promis chaque mois", " · ".join(convention.mensuels(promis)))
        with st.expander(f"Voir les {avec_unite(len(promis), 'engagement', 'engagements')}"):
            afficher_tableau(convention.tableau_engagements(promis), "ml-engagements")


def montrer_regles() -> None:
    """The national rules, and the network that they bind."""
    document = publication(NATIONAL)
    with haut:
        entete(
            "Règles nationales, 2006-2009 · rapport du Conseil national des missions locales",
            cotraitance.constat(document),
        )
    rangee_de_chiffres(cotraitance.chiffres_cles(document))
    gauche, droite = st.columns([3, 2], gap="large")
    with gauche:
        afficher_tableau(tableau_regles(document), "ml-cotraitance")
        source(cotraitance.note_unite(document))
    with droite:
        vol, fonds = volumes(document), financement(document)
        titre_de_bloc(cotraitance.titre_volumes(vol), cotraitance.phrase_cout(document))
        st.vega_lite_chart(
            spec=barres_titrees(cotraitance.lignes_volumes(vol), borne=vol.annuel),
            theme=None,
            width="stretch",
            alt=cotraitance.titre_volumes(vol),
            key="ml-volumes",
        )
        afficher_graphique(
            barres(cotraitance.barres_financement(fonds), pas=24, largeur_noms=150),
            titre=cotraitance.titre_financement(fonds),
            sous_titre="Parts imprimées du financement des missions locales, France, 2007",
            resume=cotraitance.titre_financement(fonds),
            tableau=cotraitance.tableau_financement(fonds),
            cle="ml-financement",
        )


siens = lire_identite().documents
lisibles = {
    ARRETE: montrer_arrete,
    **({CONTRAT: montrer_contrat} if siens.contrat_exemple else {}),
    **({CONVENTION: montrer_convention} if siens.convention else {}),
    **({REGLES: montrer_regles} if NATIONAL in titres_des_documents() else {}),
}
haut = st.container()
choix = st.container(horizontal=True, horizontal_alignment="distribute")
with choix:
    vue = st.segmented_control(
        "Document",
        list(lisibles),
        default=ARRETE,
        key="vue",
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
montrer_publie(lisibles.get(vue, montrer_arrete))
