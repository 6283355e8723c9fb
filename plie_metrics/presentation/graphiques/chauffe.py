"""Draws every chart once: the first visitor after a start then waits for none of them."""

from datetime import date
from typing import Final

from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.graphiques.barres_titrees import LigneTitree as Titree
from plie_metrics.presentation.graphiques.barres_titrees import Repere, barres_titrees
from plie_metrics.presentation.graphiques.colonnes_mois import ColonneMois, colonnes_mois
from plie_metrics.presentation.graphiques.etages import etages
from plie_metrics.presentation.graphiques.flux import flux
from plie_metrics.presentation.graphiques.mois_limites import mois_limites
from plie_metrics.presentation.graphiques.mois_provisoires import Mois, mois_provisoires
from plie_metrics.presentation.graphiques.mois_suites import mois_suites
from plie_metrics.presentation.graphiques.niveaux import niveaux
from plie_metrics.presentation.graphiques.paires import paires
from plie_metrics.presentation.graphiques.panneaux import panneaux
from plie_metrics.presentation.graphiques.petits_multiples import petits_multiples
from plie_metrics.presentation.graphiques.points_moyenne import points_moyenne
from plie_metrics.presentation.graphiques.portefeuilles import LignePortefeuille, portefeuilles
from plie_metrics.presentation.graphiques.puce import puce
from plie_metrics.presentation.graphiques.puces import puces
from plie_metrics.presentation.graphiques.pyramide import pyramide
from plie_metrics.presentation.graphiques.survie import survie
from plie_metrics.presentation.graphiques.taux import taux
from plie_metrics.presentation.graphiques.trajectoire import Ligne, Mots, PointCourbe, trajectoire

JANVIER: Final = date(2000, 1, 1)


def chauffer() -> None:
    """Draw every chart in its usual shapes; about a second, to be done aside at start.

    Any thread may call it, any number of times: what is drawn already costs nothing.
    """
    _barres()
    _mois()
    _courbes()
    _lignes()


def _barres() -> None:
    for valeur in (0, 1):
        barres([Barre("", valeur, "")])
    for objectif in (None, 1.0):
        for repere in (None, Repere(1, "")):
            barres_titrees([Titree("", "", (), objectif)], borne=1, repere=repere)
    puce(1, 1)
    puces(())
    panneaux((), ())
    pyramide((), "", "")
    etages(())
    petits_multiples((), ())


def _mois() -> None:
    for combien in (1, 24):
        colonnes_mois([ColonneMois(JANVIER, 1, "")] * combien, "")
    for attendu in (None, 1):
        mois_provisoires([Mois(JANVIER, 1, 1, attendu)], "", "")
    mois_limites(())
    mois_suites(())
    niveaux(())


def _courbes() -> None:
    survie((), (), "")
    flux((), (), {})
    ligne = Ligne((1, 1), "")
    for combien in (1, 2):
        for loi in (None, 1):
            points = [PointCourbe("", 1, 1), PointCourbe("", None, 1, loi, loi, loi, loi)]
            trajectoire(points, [ligne] * combien, Mots(""))
            trajectoire(points[:1], [ligne] * combien, Mots(""))


def _lignes() -> None:
    for ensemble in (None, 1):
        taux((), ensemble)
    for norme in (None, 1):
        portefeuilles([LignePortefeuille("", 1, "", norme)], "", ())
    paires((), "", "")
    points_moyenne((), 1, "", pas=25)
