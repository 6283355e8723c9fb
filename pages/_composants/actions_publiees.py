"""The actions as the annual report prints them: funnels, what became of people, other aids."""

from functools import partial

import streamlit as st

from pages._composants.cartes import rangee_de_chiffres
from pages._composants.cote_a_cote import Vue, cote_a_cote
from pages._composants.entete import source
from pages._composants.graphique import titre_de_bloc
from pages._composants.publies import montrer_publie
from pages._composants.tableau import afficher_tableau
from plie_metrics.presentation.actions import autres, devenirs, entonnoirs
from plie_metrics.presentation.actions import enveloppe as souple
from plie_metrics.presentation.actions.commentaires import commentaire
from plie_metrics.presentation.graphiques.barres_titrees import barres_titrees, en_une_phrase
from plie_metrics.publications.actions import Action, lire_action
from plie_metrics.publications.actions_programmation import DEVENIRS, ENTONNOIRS
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.enveloppe_souple import enveloppe


def constat_publie(rapport: Publication) -> str:
    """The finding of the printed funnels; raises ChiffreMasque for who may not see them."""
    return entonnoirs.constat([lire_action(rapport, definition) for definition in ENTONNOIRS])


def actions_publiees(rapport: Publication) -> None:
    """The three blocks of the report, with their source; each may be hidden from a profile."""
    montrer_publie(*(partial(bloc, rapport) for bloc in (_entonnoirs, _devenirs, _autres)))
    source(
        "Rapport d'activité 2016, « Les actions de la programmation du PLIE », « Appels à "
        "projets » et « La professionnalisation des référents ». Heures et sorties des "
        "clauses : page Clauses d'insertion."
    )


def _parcours(rapport: Publication) -> list[Action]:
    return [lire_action(rapport, definition) for definition in ENTONNOIRS]


def _entonnoirs(rapport: Publication) -> None:
    parcours = _parcours(rapport)
    titre_de_bloc(
        entonnoirs.titre_entonnoirs(parcours),
        "Personnes à chaque étape, et part de l'étape précédente ; même échelle pour les trois "
        "actions",
    )
    echelle = entonnoirs.borne(parcours)
    cote_a_cote(
        [
            Vue(
                barres_titrees(entonnoirs.lignes_entonnoir(action), borne=echelle),
                entonnoirs.titre_entonnoir(action),
                entonnoirs.sous_titre(action),
                en_une_phrase(entonnoirs.lignes_entonnoir(action)),
                f"etapes-{action.tableau}",
                commentaire(rapport, action),
            )
            for action in parcours
        ],
        tableau=entonnoirs.tableau_entonnoirs(parcours),
        cle="actions-etapes",
        sous_un_titre=True,
    )


def _devenirs(rapport: Publication) -> None:
    parcours = _parcours(rapport)
    sorties = [lire_action(rapport, definition) for definition in DEVENIRS]
    titre_de_bloc(
        devenirs.titre_devenirs(sorties),
        "Part des participants ; bleu : emploi ou formation, gris : autre, contour : non décrit",
    )
    cote_a_cote(
        [
            Vue(
                barres_titrees(devenirs.lignes_devenir(action), borne=1),
                devenirs.titre_devenir(action),
                action.operateur,
                en_une_phrase(devenirs.lignes_devenir(action)),
                f"devenirs-{action.tableau}",
                commentaire(rapport, action) if action not in parcours else "",
            )
            for action in sorties
        ],
        tableau=devenirs.tableau_devenirs(sorties),
        cle="actions-devenirs",
        sous_un_titre=True,
    )


def _autres(rapport: Publication) -> None:
    aides = enveloppe(rapport)
    titre_de_bloc(souple.titre_enveloppe(aides))
    rangee_de_chiffres(souple.chiffres_enveloppe(aides))
    gauche, droite = st.columns([2, 3], gap="medium")
    with gauche:
        cote_a_cote(
            [
                Vue(
                    barres_titrees(souple.lignes_enveloppe(aides), borne=1),
                    souple.titre_parts(aides),
                    souple.note_enveloppe(aides),
                    en_une_phrase(souple.lignes_enveloppe(aides)),
                    "actions-enveloppe-parts",
                )
            ],
            tableau=souple.tableau_enveloppe(aides),
            cle="actions-enveloppe",
            sous_un_titre=True,
        )
    with droite:
        titre_de_bloc("Les autres actions")
        afficher_tableau(autres.tableau_autres(rapport), "actions-autres")
