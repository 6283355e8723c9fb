"""Alerts of the Synthèse: what the documents of the PLIE leave unexplained, and nothing else."""

import pytest

from plie_metrics.catalogue import charger
from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.objectifs.realisation import realisations
from plie_metrics.presentation.alertes import alertes
from plie_metrics.publications.lecture import ouvrir
from plie_metrics.publications.rapprochement.cas import Statut
from tests.presentation import exemples_cas as exemples

INEXPLIQUE = exemples.cas(Statut.INEXPLIQUE)


@pytest.mark.parametrize(
    ("cas", "attendu"),
    [
        ((INEXPLIQUE, INEXPLIQUE), "2 points des documents du PLIE restent inexpliqués"),
        ((INEXPLIQUE, exemples.sans_base()), "1 point des documents du PLIE reste inexpliqué"),
        ((exemples.cas(Statut.NOTE),), "0 point des documents du PLIE reste inexpliqué"),
        (None, "Rapprochement indisponible"),
    ],
)
def test_les_contradictions_sans_raison(cas, attendu):
    rapport = ouvrir(PUBLICATIONS, "rapport_2016")
    *_, derniere = alertes(rapport, realisations(rapport, charger()), cas)
    assert derniere.texte.replace("\u00a0", " ").startswith(attendu)
    assert derniere.adresse.startswith("rapprochement")
