"""The back-test in words."""

from dataclasses import replace

from plie_metrics.objectifs.bilan_retrospectif import Bilan
from plie_metrics.objectifs.explication import SUR_DONNEES_SIMULEES
from plie_metrics.presentation.retrospective import (
    SANS_ESSAI,
    phrases_bilans,
    tableau_bilans,
)
from plie_metrics.quotient import Quotient

BILAN = Bilan("entrees", 2, Quotient(21, 24), Quotient(24, 24), 41.8, -3.2, 45.6, 47.5)


def test_le_resume_et_sa_portee():
    phrase, portee = phrases_bilans([BILAN], demonstration=False)
    assert "21 fois sur 24" in phrase
    assert "42\u00a0entrées, mieux que la meilleure prévision naïve (46\u00a0entrées)" in phrase
    assert "2\u00a0années passées" in portee


def test_sur_la_demonstration_il_est_dit_ce_qu_il_ne_prouve_pas():
    assert SUR_DONNEES_SIMULEES in phrases_bilans([BILAN], demonstration=True)[-1]
    assert SUR_DONNEES_SIMULEES in tableau_bilans([BILAN], demonstration=True).legende
    assert SUR_DONNEES_SIMULEES not in tableau_bilans([BILAN], demonstration=False).legende


def test_le_tableau():
    assert tableau_bilans([BILAN], demonstration=False).textes() == [
        ["Entrées dans le PLIE", "24", "88\u202f%", "100\u202f%", "42", "\u22123", "46", "48"]
    ]


def test_sans_essai():
    assert phrases_bilans([], demonstration=True) == (SANS_ESSAI,)


def test_deux_erreurs_ecrites_pareil_ne_se_departagent_pas():
    presque = replace(BILAN, erreur=41.83, erreur_lineaire=41.84)
    assert (
        "42\u00a0entrées, autant que la meilleure"
        in phrases_bilans([presque], demonstration=False)[0]
    )
