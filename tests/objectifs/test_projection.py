"""The projection: plain cases by hand, laws of probability, and a simulation as second opinion."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plie_metrics.objectifs.flux import Observation, prevoir
from plie_metrics.objectifs.loi import Loi, loi_comptage
from plie_metrics.objectifs.projection import Avancement, projeter_cumul, projeter_niveau
from plie_metrics.objectifs.saison import Saison, saison
from plie_metrics.periodes import Periode, annee, mois

EGALE = Saison(tuple([1 / 12] * 12), 1.0, 1)


def annees(comptes, depuis=2014):
    return {date(depuis + i // 12, i % 12 + 1, 1): float(c) for i, c in enumerate(comptes)}


def test_sans_annee_complete_les_mois_valent_leurs_jours():
    sans = saison(annees([5] * 11))
    assert sans.annees == 0
    assert sans.parts[1] == pytest.approx(28 / 365)


def test_la_saison_est_ramenee_vers_des_mois_egaux_par_le_hasard():
    """Equal months stay equal; one that chance cannot explain stays nearly whole.

    120 events in June: expected 120 × 30/365 = 9.863 there, 110.137 elsewhere, so Pearson's sum is
    110.137²/9.863 + 110.137 = 1340 over 11 months = 121.8, and the pull 1.5 / 121.8 = 0.0123.
    """
    juin = saison(annees([0] * 5 + [120] + [0] * 6))
    assert juin.parts[5] == pytest.approx((1 - 0.012313) + 0.012313 * 30 / 365, abs=1e-4)
    plate = saison(annees([50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 49, 51]))
    assert plate.parts[0] == pytest.approx(31 / 365)


def test_les_parts_d_un_ensemble_plus_grand_sont_gardees():
    plie = saison(annees([0] * 5 + [120] + [0] * 6))
    referent = saison(annees([1] * 12), plie.parts)
    assert referent.parts == plie.parts
    assert referent.annees == 1


@settings(deadline=None)
@given(st.lists(st.integers(0, 80), min_size=12, max_size=48))
def test_les_parts_font_un_et_la_dispersion_au_moins_un(comptes):
    trouvee = saison(annees(comptes))
    assert sum(trouvee.parts) == pytest.approx(1)
    assert trouvee.dispersion >= 1
    assert trouvee.exposition(annee(2016)) == pytest.approx(1)


def test_exposition_d_un_demi_mois():
    assert EGALE.exposition(mois(2016, 4)) == pytest.approx(1 / 12)
    assert EGALE.exposition(Periode(date(2016, 4, 1), date(2016, 4, 15))) == pytest.approx(1 / 24)


def test_une_loi_se_lit():
    """A die: 1 to 6."""
    de = Loi(1, np.full(6, 1 / 6))
    assert de.moyenne == pytest.approx(3.5)
    assert de.au_moins(5) == pytest.approx(2 / 6)
    assert de.au_moins(0) == pytest.approx(1)
    assert de.au_moins(7) == 0
    assert de.plus(10).quantile(0.5) == 13
    difference = de.moins(de)
    assert (difference.origine, difference.moyenne) == (-5, pytest.approx(0))
    assert difference.au_moins(5) == pytest.approx(1 / 36)


@settings(deadline=None)
@given(st.floats(0.1, 400), st.floats(1, 5))
def test_la_loi_a_la_moyenne_et_la_variance_demandees(moyenne, dispersion):
    loi = loi_comptage(moyenne, moyenne * dispersion)
    rangs = np.arange(len(loi.probabilites))
    variance = float(np.dot((rangs - loi.moyenne) ** 2, loi.probabilites))
    assert loi.moyenne == pytest.approx(moyenne, rel=1e-3)
    assert variance == pytest.approx(moyenne * dispersion, rel=1e-2)


def test_prevoir_entre_l_annee_passee_et_l_annee_en_cours():
    """Half a year at twice the usual rhythm: between 100 (last year's half) and 200.

    By hand: the prior counts for 1 / (0.02 × 1.5 + 1/200) = 28.571 events; the rhythm is
    (28.571 + 200) / (28.571/200 + 0.5) = 355.56, half of it is to come; its variance is chance
    (177.78), the rhythm's (228.571 / 0.642857² × 0.25) and 2 % of drift squared.
    """
    prevision = prevoir(Observation(200, 0.5, 1, 200), EGALE)
    assert 100 < prevision.moyenne < 200
    assert prevision.moyenne == pytest.approx(177.778, abs=1e-3)
    attendue = 177.778 + 228.5714 / 0.6428571**2 * 0.25 + 0.02 * 177.778**2
    assert prevision.variance == pytest.approx(attendue, rel=1e-4)


def test_un_petit_total_passe_compte_moins():
    """Same excess, a hundred times smaller: the prior of 6 a year tells less than that of 600."""
    grand = prevoir(Observation(600, 0.5, 1, 600), EGALE).moyenne / 600
    petit = prevoir(Observation(6, 0.5, 1, 6), EGALE).moyenne / 6
    assert grand > petit > 0.5


@pytest.mark.parametrize("precedente", [None, 0])
def test_sans_annee_passee_pas_de_prevision(precedente):
    assert prevoir(Observation(10, 0.5, 1, precedente), EGALE) is None


def test_la_prevision_concorde_avec_une_simulation():
    """A second way: draw the rhythm from its posterior, its drift, then the remaining count."""
    prevision = prevoir(Observation(400, 0.7, 1, 600), EGALE)
    hasard = np.random.default_rng(2016)
    a_priori = 1 / (0.02 * 1.7 + 1 / 600)
    rythmes = hasard.gamma(a_priori + 400, 1 / (a_priori / 600 + 0.7), 200_000)
    derives = np.maximum(0, hasard.normal(1, 0.02**0.5, 200_000))
    restes = hasard.poisson(rythmes * derives * 0.3)
    assert prevision.moyenne == pytest.approx(restes.mean(), rel=0.01)
    assert prevision.variance == pytest.approx(restes.var(), rel=0.04)
    assert prevision.loi.au_moins(180) == pytest.approx((restes >= 180).mean(), abs=0.015)
    bas, haut = prevision.loi.intervalle(0.8)
    assert 0.78 < ((restes >= bas) & (restes <= haut)).mean() < 0.84


def test_la_couverture_sur_un_rythme_qui_se_promene():
    """The assumption made real: a rhythm that wanders, year after year, seen after five months."""
    hasard = np.random.default_rng(7)
    pas = hasard.normal(0, (0.06 / 12) ** 0.5, (600, 24)).cumsum(axis=1)
    mois = hasard.poisson(50 * np.exp(pas))
    tenus = 0
    for serie in mois:
        passe, debut, reste = serie[:12].sum(), serie[12:17].sum(), serie[17:].sum()
        bas, haut = prevoir(Observation(debut, 5 / 12, 1, passe), EGALE).loi.intervalle(0.8)
        tenus += bas <= reste <= haut
    assert 0.74 < tenus / len(mois) < 0.88


def avancement(cible, part_temps=0.5, part_saison=0.5, mois_restants=6.0):
    return Avancement(cible, part_temps, part_saison, mois_restants, 50.0)


def test_projeter_un_cumul():
    projection = projeter_cumul(Observation(350, 0.5, 1, 700), EGALE, avancement(700))
    assert projection.valeur == pytest.approx(700)
    assert projection.bas95 < projection.bas80 < 700 < projection.haut80 < projection.haut95
    assert projection.probabilite == pytest.approx(0.5, abs=0.05)
    assert (projection.trajectoire.lineaire, projection.trajectoire.saisonniere) == (350, 350)
    assert projection.rythme_necessaire == pytest.approx(350 / 6)
    assert projection.rythme_recent == 50


def test_sans_annee_passee_la_ligne_droite_et_pas_de_probabilite():
    projection = projeter_cumul(
        Observation(100, 0.25, 1, None), EGALE, avancement(700, 0.25, None, 9)
    )
    assert projection.valeur == pytest.approx(400)  # 100 in a quarter
    assert projection.probabilite is projection.bas80 is projection.haut95 is None
    assert projection.trajectoire.saisonniere is None


def test_sans_annee_passee_un_niveau_suit_ses_deux_flux():
    """800, +100 and −60 in a quarter: 800 + 300 − 180 at the end of the year."""
    projection = projeter_niveau(
        800,
        (Observation(100, 0.25, 1, None), EGALE),
        (Observation(60, 0.25, 1, None), EGALE),
        avancement(889, 0.25, None, 9),
    )
    assert projection.valeur == pytest.approx(920)
    assert projection.probabilite is None


def test_a_la_fin_de_la_periode_tout_est_connu():
    projection = projeter_cumul(Observation(570, 1, 1, 650), EGALE, avancement(700, 1, 1, 0))
    assert (projection.valeur, projection.bas95, projection.haut95) == (570, 570, 570)
    assert projection.probabilite == 0
    assert projection.rythme_necessaire is None


def test_un_objectif_deja_atteint_est_certain():
    projection = projeter_cumul(Observation(710, 0.9, 1, 650), EGALE, avancement(700))
    assert projection.probabilite == pytest.approx(1)
    assert projection.rythme_necessaire == 0


def test_projeter_un_niveau():
    """As many come as leave: the level stays, its uncertainty is that of both flows."""
    flux = (Observation(300, 0.5, 1, 600), EGALE)
    projection = projeter_niveau(800, flux, flux, avancement(889))
    assert projection.valeur == pytest.approx(800)
    assert projection.probabilite < 0.2
    seule = projeter_cumul(*flux, avancement(600))
    assert projection.haut80 - projection.bas80 > seule.haut80 - seule.bas80
    assert projection.trajectoire.lineaire == 889


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 600),
    st.floats(0.05, 1),
    st.integers(50, 900),
    st.integers(1, 1200),
)
def test_lois_de_la_projection(compte, exposition, precedente, cible):
    """Never below what is done; a higher target is never likelier; intervals are nested."""
    observation = Observation(compte, exposition, 1, precedente)
    projection = projeter_cumul(observation, EGALE, avancement(cible))
    plus_haut = projeter_cumul(observation, EGALE, avancement(cible + 50))
    assert compte <= projection.bas95 <= projection.bas80 <= projection.haut80
    assert projection.haut80 <= projection.haut95
    assert 0 <= plus_haut.probabilite <= projection.probabilite <= 1
