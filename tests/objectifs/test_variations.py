"""Noise or signal: limits by hand, each rule alone, and the laws of the rules."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plie_metrics.objectifs.variations import (
    Regle,
    Verdict,
    calculer_limites,
    desaisonner,
    lire_variations,
)


def serie(*valeurs):
    return {date(2015 + i // 12, i % 12 + 1, 1): float(v) for i, v in enumerate(valeurs)}


def regles(*valeurs):
    return [signal.regle for signal in lire_variations(serie(*valeurs)).signaux]


def test_les_limites_a_la_main():
    """10, 12, 11, 13: mean 11.5, moving ranges 2, 1, 2, limits 11.5 ± 2.66 × 5/3."""
    limites = calculer_limites([10, 12, 11, 13])
    assert limites.moyenne == 11.5
    assert limites.basse == pytest.approx(11.5 - 4.4333, abs=1e-3)
    assert limites.haute == pytest.approx(11.5 + 4.4333, abs=1e-3)
    assert calculer_limites([0, 5, 0, 5]).basse == 0


def test_une_serie_courte_ne_dit_rien():
    lues = lire_variations(serie(1, 90, 1, 90, 1, 90, 1))
    assert lues.verdict is Verdict.TROP_COURT
    assert lues.limites is None
    assert "trop courte" in lues.verdict


def test_des_mois_ordinaires():
    lues = lire_variations(serie(50, 55, 48, 52, 49, 54, 51, 47, 53, 50))
    assert lues.verdict is Verdict.HABITUEL
    assert lues.verdict == "dans les variations habituelles"


def test_un_mois_hors_des_limites():
    lues = lire_variations(serie(50, 52, 48, 51, 49, 50, 52, 48, 51, 49, 90, 50))
    assert lues.verdict is Verdict.RUPTURE
    signal = lues.signaux[0]
    assert (signal.regle, signal.mois, signal.hausse) == (
        Regle.HORS_LIMITES,
        (date(2015, 11, 1),),
        True,
    )


def test_huit_mois_du_meme_cote():
    """Eight at 53 then eight at 47: nothing is far, but the level has changed."""
    haut, bas = [53, 54] * 4, [47, 46] * 4
    assert Regle.SUITE in regles(*haut, *bas)
    assert Regle.SUITE not in regles(53, 54, 53, 54, 53, 54, 53, 47, 46, 47, 46, 47, 46, 47)


def test_un_mois_sur_la_moyenne_coupe_la_suite():
    """Mean 50: seven above, one on it, seven below."""
    valeurs = [52] * 4 + [50] + [52] * 4 + [48] * 4 + [50] + [48] * 4
    assert sum(valeurs) / len(valeurs) == 50
    assert Regle.SUITE not in regles(*valeurs)


def test_deux_mois_sur_trois_pres_d_une_limite():
    """Mean 50.89, mean range 32/17: limits ± 5.007, two thirds of the way is 54.23; 55, 55."""
    valeurs = [49, 51] * 4 + [53, 55, 55, 53] + [51, 49] * 3
    lues = lire_variations(serie(*valeurs))
    assert lues.limites.haute == pytest.approx(916 / 18 + 2.66 * 32 / 17)
    assert [s.regle for s in lues.signaux] == [Regle.PRES_D_UNE_LIMITE]
    assert lues.signaux[0].mois == (date(2015, 10, 1), date(2015, 11, 1))


def test_les_deux_premiers_mois_comptent_aussi():
    """The mean is 50,5 and two thirds of the way to the limit 54,2: 55 is beyond, twice."""
    lues = lire_variations(serie(55, 55, *([49, 51] * 10)))
    assert [s.regle for s in lues.signaux] == [Regle.PRES_D_UNE_LIMITE]
    assert lues.signaux[0].mois == (date(2015, 1, 1), date(2015, 2, 1))


def test_la_saison_n_est_pas_une_rupture():
    """A low August every year, once removed, leaves a flat series."""
    parts = [0.1] * 7 + [0.02] + [0.07] * 4
    brute = serie(*([part * 1200 for part in parts] * 2))
    assert lire_variations(brute).verdict is Verdict.RUPTURE
    plate = desaisonner(brute, parts)
    assert {round(v, 6) for v in plate.values()} == {100.0}
    assert lire_variations(plate).verdict is Verdict.HABITUEL


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 60), min_size=8, max_size=36))
def test_changer_d_unite_ne_change_pas_les_signaux(valeurs):
    """Eight times the figures (a power of two: no rounding): the same months are signals."""
    petits = lire_variations(serie(*valeurs))
    grands = lire_variations(serie(*(v * 8 for v in valeurs)))
    assert petits.signaux == grands.signaux


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 60), min_size=8, max_size=36))
def test_les_suites_une_seconde_fois(valeurs):
    """A naive reading: a month is in a run when eight in a row around it share its side."""
    moyenne = sum(valeurs) / len(valeurs)
    en_suite = set()
    for debut in range(len(valeurs) - 7):
        huit = valeurs[debut : debut + 8]
        if all(v > moyenne for v in huit) or all(v < moyenne for v in huit):
            en_suite |= set(range(debut, debut + 8))
    mois = sorted(serie(*valeurs))
    lues = lire_variations(serie(*valeurs))
    trouves = {m for s in lues.signaux if s.regle is Regle.SUITE for m in s.mois}
    assert trouves == {mois[rang] for rang in en_suite}
