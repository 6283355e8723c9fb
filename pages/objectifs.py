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
    tableau_normes,
    tableau_ventilation,
    titre_normes,
    titre_ventilation,
)
from plie_metrics.publications.ventilations import ACCOMPAGNES, ventilations

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

gauche, droite = st.columns([1, 2], gap="large")
with gauche:
    carte_objectif(objectif)
    if objectif.indicateur.id == "sorties_positives":
        source(note_sorties_positives(rapport))
    elif objectif.indicateur.id == "file_active":
        source(
            "Le rapport ne ventile pas les personnes en parcours au 31/12 : les répartitions "
            f"ci-contre portent sur {ACCOMPAGNES}."
        )
    titre_de_bloc(titre_normes(normes(rapport, catalogue)))
    source(phrase_normes(normes(rapport, catalogue)))
with droite:
    colonnes = st.columns(2, gap="large")
    for rang, ventilation in enumerate(ventilations(rapport, objectif.indicateur.id)):
        with colonnes[rang % 2]:
            afficher_graphique(
                barres(barres_ventilation(ventilation), pas=24, largeur_noms=170),
                titre=titre_ventilation(ventilation),
                sous_titre=f"{ventilation.titre}, {ventilation.population}",
                resume=f"{titre_ventilation(ventilation)}. Le détail est dans le tableau.",
                tableau=tableau_ventilation(ventilation),
                cle=f"{objectif.indicateur.id}-{ventilation.dimension}",
            )

afficher_tableau(tableau_normes(normes(rapport, catalogue)), "normes-referents")
