"""Données: an extract comes in, is checked, compared and published; the arrêtés are listed."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages._acces.identite import refus
from pages._composants.ajustement import ajuster
from pages._composants.arretes import dossier_des_arretes, est_demo
from pages._composants.controle import Examen, examiner, publier_depot
from pages._composants.correspondance import (
    montrer,
    proposer,
    regles,
    telecharger_correspondance,
)
from pages._composants.depot import deposer, deposer_un, empreinte, telecharger_modele, vider
from pages._composants.entete import bandeau, entete, source
from pages._composants.examen import montrer_avertissements, montrer_ecarts, montrer_erreurs
from pages._composants.graphique import titre_de_bloc
from pages._composants.registre import MESSAGE, afficher_registre
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.identite import lire_identite
from plie_metrics.presentation.donnees import liste, reglages
from plie_metrics.presentation.donnees.dates import lire_date
from plie_metrics.stockage import lister

EXAMEN = "examen"


def importer() -> None:
    titre_de_bloc(
        "Importer un extrait",
        "1. déposer les fichiers · 2. vérifier la correspondance · 3. contrôler · 4. publier ; "
        "rien n’est publié avant le dernier clic",
    )
    gauche, droite = st.columns([3, 2], gap="large")
    with gauche:
        fichiers = deposer()
    with droite:
        saisie = st.text_input(
            "Date de l’arrêté : dernier jour que l’extrait connaît",
            placeholder="JJ/MM/AAAA",
            key="date-arrete",
        )
        telecharger_modele()
        with st.expander("Reprendre la correspondance d’un mois précédent"):
            toml = deposer_un("Fichier correspondance.toml", ["toml"], "toml", 1)
    try:
        arrete = lire_date(saisie, date.today())
        if fichiers:
            traiter(fichiers, arrete, toml.getvalue() if toml else None)
    except ErreurPlie as erreur:
        st.error(sans_mise_en_forme(str(erreur)))


def traiter(fichiers: Sequence[UploadedFile], arrete: date | None, toml: bytes | None) -> None:
    depot = empreinte(fichiers)
    entetes, proposition = proposer(fichiers, depot, toml)
    st.html(f'<p class="sous-titre">{sur(reglages.resume(regles(), entetes))}</p>')
    # open as long as the guess was incomplete: it must not fold under the hand that completes it
    a_preciser = bool(reglages.manquantes(proposition.correspondance, entetes))
    with st.expander("Voir ou ajuster la correspondance", expanded=a_preciser):
        ajuster(entetes, proposition, depot)
        montrer(proposition)
    if arrete is None:
        st.html('<p class="sous-titre">Donnez la date de l’arrêté pour contrôler l’extrait.</p>')
        return
    cle = f"{depot}|{arrete}"
    with st.container(horizontal=True):
        demande = st.button("Contrôler l’extrait", type="primary")
        telecharger_correspondance()
    if demande:
        st.session_state[EXAMEN] = examiner(fichiers, arrete, regles(), cle)
    examen = st.session_state.get(EXAMEN)
    if examen is not None and examen.cle == cle:
        montrer_examen(examen, fichiers, depot)


def montrer_examen(examen: Examen, fichiers: Sequence[UploadedFile], depot: str) -> None:
    perime = examen.regles != regles()
    if perime:
        st.warning("La correspondance a changé : contrôlez à nouveau l’extrait.")
    if examen.publiable and not perime:
        st.success(sans_mise_en_forme(examen.resume))
        montrer_avertissements(examen)
        montrer_ecarts(examen.ecarts)
        demander_publication(examen, fichiers)
    elif not examen.publiable:
        montrer_erreurs(examen, depot)
        montrer_avertissements(examen)


def demander_publication(examen: Examen, fichiers: Sequence[UploadedFile]) -> None:
    st.html(f'<p class="sous-titre">{sur(liste.annonce_edition(entrees, examen.arrete))}</p>')
    if st.button("Publier cet arrêté", type="primary"):
        nom = publier_depot(fichiers, examen.arrete, regles())
        st.session_state[MESSAGE] = f"L’arrêté {nom} est publié."
        del st.session_state[EXAMEN]
        vider()
        st.rerun()


interdit = refus()
entrees = lister(dossier_des_arretes())
montrables = [entree for entree in entrees if interdit is None or est_demo(entree)]
entete(
    f"Données · {lire_identite().nom} · extraits du logiciel de suivi et arrêtés publiés",
    liste.constat_donnees(montrables, tout_montre=interdit is None),
)
if message := st.session_state.pop(MESSAGE, ""):
    st.success(message)
if interdit:
    bandeau(interdit)
    telecharger_modele()
else:
    importer()
afficher_registre(montrables, modifiable=interdit is None)
source(
    "Un arrêté ne change jamais : une correction est une nouvelle édition, un arrêté publié par "
    "erreur est retiré avec son motif. Noms, adresses et dates de naissance complètes ne sont "
    "jamais conservés. Même chose en ligne de commande : python -m plie_metrics importer."
)
