"""Alerts of the Synthèse: what the documents of the PLIE leave unexplained, and nothing else."""

import pytest

from plie_metrics.presentation.alertes import contradictions
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
    derniere = contradictions(cas)
    assert derniere.texte.replace("\u00a0", " ").startswith(attendu)
    assert derniere.adresse.startswith("rapprochement")
