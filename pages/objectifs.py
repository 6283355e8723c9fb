"""Objectifs et réalisations: each objective, how it breaks down, what it supposes of référents."""

import streamlit as st

from pages._composants.cartes import carte_objectif
from pages._composants.entete import entete, source
from pages._composants.graphique import afficher_graphique, titre_de_bloc
from pages._composants.publies import publication
from pages._composants.tableau import afficher_tableau
from plie_metrics.catalogue import charger
from plie_metrics.objectifs.normes import normes
from plie_metrics.objectifs.realisation import realisations
from plie_metrics.presentation.essentiel import note_sorties_positives
from plie_metrics.presentation.graphiques.barres import barres
from plie_metrics.presentation.objectifs import (
    barres_ventilation,
    constat,
    phrase_normes,
    reserve,
    tableau_normes,
    tableau_ventilation,
    titre_normes,
    titre_ventilation,
    ventilations_propres,
)
from plie_metrics.publications.ventilations import Ventilation, ventilations

EN_FACE = 2  # breakdowns beside the card; the last one stands under it

rapport = publication("rapport_2016")
catalogue = charger()
objectifs = {r.indicateur.id: r for r in realisations(rapport, catalogue)}

emplacement = st.container()
choisi = st.segmented_control(
    "Objectif",
    list(objectifs),
    default="entrees",
    format_func=lambda nom: catalogue[nom].titre_court,
    key="objectif",
    bind="query-params",
    required=True,
)
objectif = objectifs[choisi or "entrees"]
with emplacement:
    entete(
        "Objectifs et réalisations · année 2016 · rapport d'activité 2016, portage de référents",
        constat(objectif),
    )


def montrer(ventilation: Ventilation) -> None:
    """One breakdown: its finding, its bars, its table."""
    afficher_graphique(
        barres(barres_ventilation(ventilation), pas=24, largeur_noms=210),
        titre=titre_ventilation(ventilation),
        sous_titre=f"{ventilation.titre}, {ventilation.population}",
        resume=f"{titre_ventilation(ventilation)}. Le détail est dans le tableau.",
        tableau=tableau_ventilation(ventilation),
        cle=f"{objectif.indicateur.id}-{ventilation.dimension}",
    )


propres = ventilations_propres(
    objectif.indicateur.id, ventilations(rapport, objectif.indicateur.id)
)
gauche, droite = st.columns([2, 3], gap="large")
with gauche:
    carte_objectif(objectif)
    if objectif.indicateur.id == "sorties_positives":
        source(note_sorties_positives(rapport))
    if len(propres) > EN_FACE:
        montrer(propres[-1])
with droite:
    for ventilation in propres[:EN_FACE]:
        montrer(ventilation)
    if phrase := reserve(objectif.indicateur.id):
        source(phrase)

attendus = normes(rapport, catalogue)
titre_de_bloc(titre_normes(attendus))
afficher_tableau(tableau_normes(attendus), "normes-referents")
source(phrase_normes(attendus))
