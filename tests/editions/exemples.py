"""A small edition made by hand, for the tests of editions and of exports."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from plie_metrics.editions.canonique import sceller
from plie_metrics.editions.gel import figer_definitions, figer_tableau
from plie_metrics.editions.modele import ArreteFige, Edition, VueFigee
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode
from plie_metrics.planches.planche import Forme
from plie_metrics.presentation.formats import pourcent
from plie_metrics.presentation.graphiques.barres import Barre, barres
from plie_metrics.presentation.tableau import Masquee, effectif, tableau, texte

AN_2016 = Periode(date(2016, 1, 1), date(2016, 12, 31))
CREEE = datetime(2017, 1, 16, 9, 0, tzinfo=UTC)
FIGEE = datetime(2017, 1, 17, 14, 30, tzinfo=UTC)
ARRETE = ArreteFige("2016-12-31", AN_2016.au, "ab" * 32, "Données inventées", True)
AVANT = ArreteFige("2016-09-30", date(2016, 9, 30), "cd" * 32, "Données inventées", True)
LIGNES = (
    ("Dijon", 381, 0.6684),
    ("Chenôve", 1204, 0.2),
    ("Longvic", Masquee("masqué : moins de 5"), Masquee("masqué")),
    ("Neuilly", 0, 0.0),
    ("Ensemble", 1585, 1.0),
)
TABLE = tableau(
    "Entrées par commune, année 2016",
    [texte("Commune"), effectif("Entrées"), effectif("Part", lambda taux: pourcent(taux, 1))],
    LIGNES,
    total=True,
)


def vue(**autre: Any) -> VueFigee:
    """A view with a chart, a masked cell, a zero, a total and a comment."""
    return replace(
        VueFigee(
            "territoire.entrees",
            "Dijon reçoit 381 des 1 585 entrées",
            "Entrées par commune : Chenôve 1 204, Dijon 381.",
            figer_tableau(TABLE),
            AN_2016,
            contexte="année 2016 · ensemble du PLIE",
            sous_titre="Nombre d’entrées · année 2016 · ensemble du PLIE",
            source="Arrêté du 31/12/2016 (données de démonstration)",
            forme=Forme("barres", "Commune", ("Entrées",)),
            specification=barres([Barre("Chenôve", 1204, "1 204"), Barre("Dijon", 381, "381")]),
            indicateurs=("entrees",),
            phrases=("Chenôve compte 1 204 entrées.",),
            commentaire="La baisse tient aux prescriptions.",
            notes="Rappeler le courrier aux prescripteurs.",
        ),
        **autre,
    )


COMPAREE = "Année 2016, évolutions depuis le 30/09/2016"
"""What a view that compares says under its title."""


def brouillon(*vues: VueFigee, **autre: Any) -> Edition:
    """An edition that may still change."""
    table = vue(cle="synthese.table", forme=Forme(), specification=None, sous_titre=COMPAREE)
    montrees = vues or (vue(), table)
    return replace(
        Edition(
            identifiant="2017-01-20-copil",
            titre="COPIL de janvier 2017",
            seance=date(2017, 1, 20),
            auteur="Sophie Lambert",
            etat="brouillon",
            version=3,
            plie="PLIE d’exemple",
            arrete=ARRETE,
            periode=AN_2016,
            profil="financeur",
            profil_libelle="Financeur",
            cree_le=CREEE,
            vues=montrees,
            definitions=figer_definitions(i for v in montrees for i in v.indicateurs),
            filtres=Filtres(),
            contexte="année 2016 · ensemble du PLIE",
            seuil=5,
            comparaison=AVANT,
            comparaison_mots="depuis le 30/09/2016",
            decisions=("Relancer les prescripteurs du sud.",),
        ),
        **autre,
    )


def edition(*vues: VueFigee, **autre: Any) -> Edition:
    """A frozen one, with its fingerprint."""
    return sceller(brouillon(*vues, **autre), FIGEE)
