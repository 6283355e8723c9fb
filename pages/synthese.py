"""Synthèse: where the PLIE stands against its protocole, in five seconds, then what explains it."""

from html import escape

import streamlit as st

from pages._composants.alertes import a_surveiller
from pages._composants.cartes import carte_objectif, rangee_de_chiffres
from pages._composants.entete import entete, source
from pages._composants.graphique import afficher_graphique, titre_de_bloc
from pages._composants.publies import publication
from pages._composants.rapprochements import cas_du_plie
from plie_metrics.catalogue import charger
from plie_metrics.objectifs.realisation import realisations
from plie_metrics.presentation.alertes import alertes
from plie_metrics.presentation.bilan import (
    RARE,
    barres_sorties,
    tableau_sorties,
    titre_sorties,
)
from plie_metrics.presentation.essentiel import a_retenir, chiffres_cles, note_sorties_positives
from plie_metrics.presentation.formats import pourcent
from plie_metrics.presentation.graphiques.barres import barres
from plie_metrics.presentation.phrases import constat_objectifs
from plie_metrics.publications.sorties import sorties_par_motif

rapport = publication("rapport_2016")
objectifs = realisations(rapport, charger())
sorties = sorties_par_motif(rapport)

entete(
    "PLIE de Dijon Métropole · année 2016 · chiffres publiés dans le rapport d'activité 2016",
    constat_objectifs(objectifs, "2016"),
)

for colonne, objectif in zip(st.columns(3), objectifs, strict=True):
    with colonne:
        note = "<sup>1</sup>" if objectif.indicateur.id == "sorties_positives" else ""
        carte_objectif(objectif, note)

source(f"(1) {note_sorties_positives(rapport)}")

rangee_de_chiffres(chiffres_cles(rapport))

gauche, droite = st.columns([3, 2], gap="large")
with gauche:
    afficher_graphique(
        barres(barres_sorties(sorties), pas=22, largeur_noms=260),
        titre=titre_sorties(sorties),
        sous_titre="Sorties de 2016 par motif · bleu : sortie positive, gris : autre ; "
        f"motifs sous {pourcent(RARE)} regroupés",
        resume=titre_sorties(sorties) + ". Le détail est dans le tableau.",
        tableau=tableau_sorties(sorties),
        cle="sorties-par-motif",
    )
with droite:
    titre_de_bloc("Ce que le comité retient")
    phrases = "".join(
        f"<li><strong>{escape(p.essentiel)}</strong> {escape(p.suite)}</li>"
        for p in a_retenir(rapport, objectifs[0])
    )
    st.html(f'<ol class="retenir">{phrases}</ol>')
    a_surveiller(alertes(rapport, objectifs, cas_du_plie()))
