"""Clauses d'insertion: the hours and who does them, the path to a sortie positive, the QPV."""

import streamlit as st

from pages._composants.cartes import rangee_de_chiffres
from pages._composants.cote_a_cote import Vue, cote_a_cote
from pages._composants.entete import entete, source
from pages._composants.graphique import afficher_graphique, titre_de_bloc
from pages._composants.publies import publication
from pages._composants.tableau import afficher_tableau
from plie_metrics.catalogue import charger
from plie_metrics.presentation.clauses import heures, origines, quartiers
from plie_metrics.presentation.clauses import parcours as chemin
from plie_metrics.presentation.clauses.constat import chiffres_cles, constat
from plie_metrics.presentation.formats import pourcent
from plie_metrics.presentation.graphiques.barres import barres
from plie_metrics.presentation.graphiques.barres_titrees import (
    Repere,
    barres_titrees,
    en_une_phrase,
)
from plie_metrics.presentation.graphiques.panneaux import panneaux
from plie_metrics.publications.clauses import contrats, recouvrements, secteurs
from plie_metrics.publications.clauses_orientations import prescripteurs, quartiers_par_origine
from plie_metrics.publications.clauses_parcours import parcours, part_population

rapport = publication("rapport_2016")
base_etp = charger()["clauses_etp"].base
etapes, population = parcours(rapport), part_population(rapport)
par_contrat, par_secteur = contrats(rapport), secteurs(rapport)
prescripteurs_2016 = prescripteurs(rapport)

entete(
    "Clauses d'insertion · PLIE de Dijon Métropole · année 2016 · rapport d'activité 2016",
    constat(rapport, base_etp),
)
rangee_de_chiffres(chiffres_cles(rapport, base_etp))

lignes, lignes_qpv = chemin.lignes_parcours(etapes), quartiers.lignes_qpv(etapes)
cote_a_cote(
    (
        Vue(
            barres_titrees(lignes, borne=max(etape.effectif for etape in etapes)),
            chemin.titre_parcours(etapes),
            chemin.avertissement_cohorte(etapes),
            en_une_phrase(lignes),
            "clauses-parcours",
        ),
        Vue(
            barres_titrees(
                lignes_qpv,
                borne=0.5,
                repere=Repere(population, f"{pourcent(population)} de la population"),
            ),
            quartiers.titre_qpv(etapes, population),
            "Mêmes étapes, dans le même ordre · plein : QPV ; contour : veille, ou non séparés",
            " ; ".join(
                f"{etape.titre} : {ligne.titre}, {ligne.note}"
                for etape, ligne in zip(lignes, lignes_qpv, strict=True)
            ),
            "clauses-qpv",
        ),
    ),
    tableau=quartiers.tableau_parcours(etapes),
    cle="clauses-etapes",
)
source(
    "QPV : quartiers prioritaires de la politique de la ville. Les quartiers de veille "
    "(Quetigny-Centre, Longvic-Guynemer) n'en sont pas : le rapport les compte avec eux, cette "
    "page les sépare."
)

gauche, droite = st.columns([3, 2], gap="medium")
with gauche:
    afficher_graphique(
        panneaux(
            [heures.nom_contrat(contrat.type) for contrat in par_contrat],
            heures.panneaux_contrats(par_contrat),
        ),
        titre=heures.titre_contrats(par_contrat),
        sous_titre="Par type de contrat · heures par salarié : heures ÷ salariés de ce contrat",
        resume=heures.titre_contrats(par_contrat),
        tableau=heures.tableau_contrats(par_contrat),
        cle="clauses-contrats",
    )
with droite:
    lignes_secteurs = heures.lignes_secteurs(par_secteur)
    afficher_graphique(
        barres_titrees(lignes_secteurs, borne=1),
        titre=heures.titre_secteurs(par_secteur),
        sous_titre="Part de chaque secteur dans la somme des deux",
        resume=en_une_phrase(lignes_secteurs),
        tableau=heures.tableau_secteurs(par_secteur),
        cle="clauses-secteurs",
    )

gauche, droite = st.columns([3, 2], gap="medium")
with gauche:
    afficher_graphique(
        barres(origines.barres_prescripteurs(prescripteurs_2016)),
        titre=origines.titre_prescripteurs(prescripteurs_2016),
        sous_titre=origines.sous_titre_prescripteurs(*quartiers_par_origine(rapport)),
        resume=origines.titre_prescripteurs(prescripteurs_2016),
        tableau=origines.tableau_prescripteurs(prescripteurs_2016),
        cle="clauses-prescripteurs",
    )
with droite:
    afficher_graphique(
        barres(origines.barres_sorties(rapport)),
        titre=origines.titre_sorties(rapport),
        sous_titre="Sorties positives du dispositif clauses",
        resume=origines.titre_sorties(rapport),
        tableau=origines.tableau_sorties(rapport),
        cle="clauses-sorties",
    )
    source(origines.note_part_dispositif(rapport))

doubles = recouvrements(rapport)
titre_de_bloc(origines.titre_recouvrements(doubles))
afficher_tableau(origines.tableau_recouvrements(doubles), "clauses-recouvrements")
source("Rapport d'activité 2016, « Bilan PLIE - Clauses insertion » ; arrêté au 31/12/2016.")
