"""One example of each chart: a function, what it is given; masks and zeros among the data."""

from datetime import date

from plie_metrics.presentation.graphiques import pyramide as ages
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.graphiques.barres_titrees import (
    LigneTitree,
    Repere,
    Segment,
    barres_titrees,
)
from plie_metrics.presentation.graphiques.colonnes_mois import ColonneMois, colonnes_mois
from plie_metrics.presentation.graphiques.etages import Etage, Ligne, etages
from plie_metrics.presentation.graphiques.flux import Bout, flux
from plie_metrics.presentation.graphiques.mois_limites import BarreMois, mois_limites
from plie_metrics.presentation.graphiques.mois_provisoires import Mois, mois_provisoires
from plie_metrics.presentation.graphiques.mois_suites import MoisSuite, mois_suites
from plie_metrics.presentation.graphiques.niveaux import Niveau, niveaux
from plie_metrics.presentation.graphiques.paires import Paire, paires
from plie_metrics.presentation.graphiques.panneaux import Panneau, panneaux
from plie_metrics.presentation.graphiques.petits_multiples import Serie, petits_multiples
from plie_metrics.presentation.graphiques.points_moyenne import LignePoint, points_moyenne
from plie_metrics.presentation.graphiques.portefeuilles import LignePortefeuille, portefeuilles
from plie_metrics.presentation.graphiques.puce import puce
from plie_metrics.presentation.graphiques.puces import Puce, puces
from plie_metrics.presentation.graphiques.survie import Marche, survie
from plie_metrics.presentation.graphiques.survie import Repere as Lecture
from plie_metrics.presentation.graphiques.taux import Taux, taux
from plie_metrics.presentation.graphiques.trajectoire import Ligne as Trait
from plie_metrics.presentation.graphiques.trajectoire import Mots, PointCourbe, trajectoire

JANVIER, FEVRIER = date(2016, 1, 1), date(2016, 2, 1)
TITREE = LigneTitree("93", "62 %", (Segment(62, "62"), Segment(31, "31", contour=True)), 150)
POINTS = [PointCourbe("janv.", 5, 6), PointCourbe("févr.", None, 9, 7, 11, 6, 12)]

EXEMPLES = {
    "barres": lambda: barres([Barre("A", 3, "3"), Barre("B", 0, "▨")], pas=31, largeur_noms=99),
    "barres titrées": lambda: barres_titrees([TITREE], borne=150, repere=Repere(12, "de tous")),
    "puce": lambda: puce(3, 10),
    "puces": lambda: puces([Puce("A", 3, 10, "en retard")]),
    "panneaux": lambda: panneaux(("A",), [Panneau("Heures", (None,), ("n. d.",))], pas=31),
    "pyramide": lambda: ages.pyramide([ages.Etage("26-30", 3, "3", 0, "▨")], "Femmes", "Hommes"),
    "étages": lambda: etages([Ligne("A", (Etage(3, "trois", "#123456"),), "atteint")]),
    "petits multiples": lambda: petits_multiples([Serie("A", (1, None), ("1", "▨"))], ("x", "y")),
    "colonnes": lambda: colonnes_mois([ColonneMois(JANVIER, None, "masqué")], "heures"),
    "mois provisoires": lambda: mois_provisoires([Mois(JANVIER, 5, 2, 7)], "positives", "autres"),
    "mois limites": lambda: mois_limites([BarreMois("janv.", "2016", 9, "9", 2, 12)]),
    "mois suites": lambda: mois_suites([MoisSuite("janv.", "2016", 10, None, None, "▨")]),
    "niveaux": lambda: niveaux([Niveau(JANVIER, 0.5, "50 %"), Niveau(FEVRIER, None, "▨")]),
    "survie": lambda: survie([Marche(0, 1, 1, 1)], [Lecture(12, 0.5, "12 mois")], "mois"),
    "flux": lambda: flux([Bout("a", "A", "3")], [Bout("b", "B", "3")], {("a", "b"): 3}),
    "trajectoire": lambda: trajectoire(POINTS, [Trait((4, 8), "objectif", (6, 4))], Mots("5")),
    "taux": lambda: taux([Taux("A", 0.8, "80 %"), Taux("B", None, "▨")], 0.4, pas=31),
    "portefeuilles": lambda: portefeuilles(
        [LignePortefeuille("A", 3, "3", 60, ((0.3, "30 %"),))], "Suivis", ("QPV",)
    ),
    "paires": lambda: paires([Paire("A", 0.3, None, "30 %")], "entrées", "suivis"),
    "points": lambda: points_moyenne([LignePoint("A", 3, "3")], 2.0, "moyenne", pas=31),
}
