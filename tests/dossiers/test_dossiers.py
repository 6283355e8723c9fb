"""Ten parcours counted by hand: filters, flow, durations, deadlines, interviews."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plie_metrics.calcul.lot import preparer, repondre
from plie_metrics.dossiers.durees import mesurer_survie, premiere_entree_complete
from plie_metrics.dossiers.echeances import mesurer_echeances
from plie_metrics.dossiers.entretiens import mesurer_anciennetes
from plie_metrics.dossiers.flux import Devenir, Origine, suivre_flux
from plie_metrics.dossiers.fonds import Fonds
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import Periode, annee
from tests.dossiers.extrait import dix

JOUR = date(2016, 12, 31)


@pytest.fixture(scope="module")
def tables():
    return dix()


@pytest.mark.parametrize(
    ("filtres", "gardes"),
    [
        ({}, "Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 Q9 Q10"),
        ({"commune": ("21166",)}, "Q2 Q4 Q6 Q8 Q10"),
        ({"qpv": ("hors_qpv",)}, "Q1 Q3 Q5 Q7 Q9"),
        ({"structure": ("CREATIV",)}, "Q9"),
        ({"commune": ("21166", "21231"), "structure": ("CREATIV",)}, "Q9"),
        ({"sexe": ("H",)}, ""),
    ],
)
def test_les_filtres_gardent_les_memes_parcours_que_les_indicateurs(tables, filtres, gardes):
    vus = Fonds(tables).vus(Filtres(**filtres))
    assert " ".join(vus["parcours_id"]) == gardes


def test_le_flux_de_l_annee_se_compte_sur_les_doigts(tables):
    lu = suivre_flux(tables["parcours"], annee(2016))
    assert {cle: n for cle, n in lu.comptes.items() if n} == {
        (Origine.AVANT, Devenir.POSITIVE): 1,
        (Origine.AVANT, Devenir.NEUTRE): 1,
        (Origine.AVANT, Devenir.AUTRE): 1,
        (Origine.AVANT, Devenir.EN_COURS): 3,
        (Origine.ENTREES, Devenir.POSITIVE): 1,
        (Origine.ENTREES, Devenir.EN_COURS): 2,
    }
    assert (lu.total, lu.sorties, lu.de(Origine.ENTREES)) == (9, 4, 3)


@pytest.mark.parametrize("filtres", [Filtres(), Filtres(commune=("21166",))])
@pytest.mark.parametrize("periode", [annee(2016), annee(2015), Periode(JOUR, JOUR)])
def test_le_flux_dit_les_memes_nombres_que_les_indicateurs(tables, filtres, periode):
    lu = suivre_flux(Fonds(tables).vus(filtres), periode)
    lot = repondre(preparer(JOUR, tables), periode, filtres).mesures
    assert lu.de(Origine.ENTREES) == lot["entrees"].valeur
    assert lu.sorties == lot["sorties"].valeur
    assert lu.vers(Devenir.POSITIVE) == lot["sorties_positives"].valeur
    assert lu.vers(Devenir.EN_COURS) == lot["file_active"].valeur  # one parcours each here


def test_trente_mois_se_comptent_au_calendrier(tables):
    lues = mesurer_echeances(tables["parcours"], JOUR)
    assert [(c.de, c.a, c.nombre) for c in lues.classes] == [
        (0, 6, 1),
        (6, 12, 1),
        (12, 18, 0),
        (18, 24, 0),
        (24, 30, 2),
        (30, None, 1),
    ]
    assert (lues.ouverts, lues.longs, lues.proches) == (5, 1, 2)
    lot = repondre(preparer(JOUR, tables), annee(2016), Filtres())
    assert lues.longs == lot.mesures["parcours_plus_30_mois"].valeur


def test_le_dernier_entretien_de_chacun(tables):
    lues = mesurer_anciennetes(tables["parcours"], Fonds(tables).derniers(JOUR), JOUR)
    # Q1: 30 days; Q2: 31; Q3: 32; Q8: 365; Q9: never
    assert (lues.par_classe, lues.jamais, lues.total) == ((2, 1, 0, 0, 1), 1, 5)


def durees(*mois_et_fin):
    """Parcours begun on 01/01/2015, ended after so many days, or still open (None)."""
    entree = pd.Timestamp(2015, 1, 1)
    return pd.DataFrame(
        {
            "date_entree": [entree] * len(mois_et_fin),
            "date_sortie": [
                pd.NaT if j is None else entree + pd.Timedelta(days=j) for j in mois_et_fin
            ],
        }
    )


def test_la_survie_sans_censure_est_la_part_qui_reste():
    lue = mesurer_survie(durees(*range(100, 1100, 100)), date(2015, 1, 1), date(2018, 1, 1))
    assert (lue.total, lue.termines) == (10, 10)
    assert lue.a(0).part == 1
    assert lue.a(300 / 30.4375).part == pytest.approx(0.7)
    assert lue.mediane == pytest.approx(500 / 30.4375)
    bas, haut = lue.intervalle
    assert bas < lue.mediane < haut
    assert lue.a(200) is None


def test_un_parcours_en_cours_ne_compte_pas_comme_court():
    """Ten end after 100 days; ten still run after 365: half are still there, not none."""
    lue = mesurer_survie(durees(*[100] * 10, *[None] * 10), date(2015, 1, 1), date(2016, 1, 1))
    assert (lue.total, lue.termines) == (20, 10)
    assert lue.a(12 * 0.99).part == pytest.approx(0.5)
    assert lue.mediane == pytest.approx(100 / 30.4375)
    sans = mesurer_survie(durees(*[100] * 10, *[None] * 11), date(2015, 1, 1), date(2016, 1, 1))
    assert sans.mediane is None


def test_trop_peu_de_fins_ne_font_pas_une_courbe():
    assert mesurer_survie(durees(*[100] * 9), date(2015, 1, 1), date(2016, 1, 1)) is None
    assert premiere_entree_complete(durees(None)) is None
    assert premiere_entree_complete(durees(70)) == date(2015, 3, 1)


@given(st.lists(st.tuples(st.integers(1, 700), st.booleans()), min_size=12, max_size=60))
def test_la_courbe_est_le_produit_de_kaplan_meier(tires):
    """The oracle: the product over the ends of 1 − ended / at risk, written by hand."""
    au = pd.Timestamp(2016, 12, 31)
    lignes = pd.DataFrame(
        {
            "date_entree": [au - pd.Timedelta(days=j) for j, _ in tires],
            "date_sortie": [au if fini else pd.NaT for _, fini in tires],
        }
    )
    lue = mesurer_survie(lignes, date(2015, 1, 1), date(2016, 12, 31))
    if sum(fini for _, fini in tires) < 10:
        assert lue is None
        return
    jours = np.array([j for j, _ in tires])
    finis = np.array([fini for _, fini in tires])
    attendu = 1.0
    for jour in sorted(set(jours[finis])):
        attendu *= 1 - (finis & (jours == jour)).sum() / (jours >= jour).sum()
    assert lue.paliers[-1].part == pytest.approx(attendu, abs=1e-12)
    parts = [p.part for p in lue.paliers]
    assert parts == sorted(parts, reverse=True)
    assert all(p.bas - 1e-9 <= p.part <= p.haut + 1e-9 for p in lue.paliers)
