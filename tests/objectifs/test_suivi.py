"""Objectives in course on a tiny regular PLIE: every figure can be said beforehand."""

from datetime import date

import pytest

from plie_metrics.calcul.cible import Objectif
from plie_metrics.calcul.registre import IndicateurInconnu
from plie_metrics.filtres import Filtres
from plie_metrics.objectifs.completude import SANS_DATES
from plie_metrics.objectifs.contexte import preparer_contexte
from plie_metrics.objectifs.rythme import derniers_mois, en_mois
from plie_metrics.objectifs.suivi import SANS_ANNEE, projetable, suivis, suivre_objectif
from plie_metrics.periodes import Periode, annee
from tests.objectifs.fabrique_suivi import plie

JUIN = date(2016, 6, 30)
OBJECTIFS = (
    {"indicateur": "entrees", "cible": 130.0},
    {"indicateur": "sorties_positives", "cible": 96.0},
    {"indicateur": "file_active", "cible": 350.0},
    {"indicateur": "entrees", "perimetre": "referent", "cible": 10.0},
    {"indicateur": "part_femmes", "cible": 0.5},
    {"indicateur": "etapes", "debut": date(2015, 1, 1), "fin": date(2015, 12, 31)},
)


def contexte(arrete=JUIN, *, depuis=2014, **autres):
    reguliers = plie(
        arrete, lambda _: 10, lambda _: 8, objectifs=OBJECTIFS, depuis=depuis, **autres
    )
    return preparer_contexte(arrete, reguliers)


@pytest.fixture(scope="module")
def regulier():
    return contexte()


def test_les_annees_sont_celles_de_l_extrait(regulier):
    assert regulier.annees == (2014, 2015)


def test_les_objectifs_en_cours_du_perimetre(regulier):
    """Neither a share (it has no projection), nor last year's objective, nor another perimeter."""
    assert set(suivis(regulier)) == {"entrees", "sorties_positives", "file_active"}
    assert set(suivis(regulier, Filtres(referent=("R1",)))) == {"entrees"}
    assert suivis(regulier, Filtres(commune=("21231",))) == {}


def test_un_objectif_dont_la_table_manque_n_est_pas_suivi():
    objectifs = ({"indicateur": "etapes", "cible": 50.0},)
    tables = plie(JUIN, lambda _: 10, lambda _: 8, objectifs=objectifs)
    del tables["etapes"]
    assert suivis(preparer_contexte(JUIN, tables)) == {}


def test_un_objectif_sans_indicateur_est_refuse_en_une_phrase():
    objectifs = ({"indicateur": "entree", "cible": 50.0},)
    tables = plie(JUIN, lambda _: 10, lambda _: 8, objectifs=objectifs)
    with pytest.raises(IndicateurInconnu, match="« entree » n’existe pas ; les plus proches"):
        suivis(preparer_contexte(JUIN, tables))


def test_un_cumul_regulier(regulier):
    """Ten a month: 60 on 30/06, 120 expected, (130 − 60) / 6 a month are needed."""
    suivi = suivis(regulier)["entrees"]
    projection = suivi.projection
    assert suivi.realise == 60
    assert projection.valeur == pytest.approx(120, abs=1)  # 2016 has a day more
    assert projection.bas80 < 120 < projection.haut80
    assert 0.05 < projection.probabilite < 0.45
    assert projection.trajectoire.lineaire == pytest.approx(130 * 182 / 366)
    assert projection.rythme_necessaire == pytest.approx(70 / 6)
    assert projection.rythme_recent == pytest.approx(10)
    assert suivi.annees == (2014, 2015)
    assert suivi.reserves == ()


def test_les_mois_du_cumul(regulier):
    points = suivis(regulier)["entrees"].points
    assert [point.constate for point in points] == [10, 20, 30, 40, 50, 60] + [None] * 6
    assert [point.eventail.attendu for point in points] == pytest.approx(
        list(range(10, 121, 10)), abs=1
    )
    assert points[5].eventail.bas95 == points[5].eventail.haut95 == 60
    largeurs = [point.eventail.haut80 - point.eventail.bas80 for point in points[6:]]
    assert largeurs == sorted(largeurs)
    assert points[-1].lineaire == pytest.approx(130)
    assert points[-1].saisonniere == pytest.approx(130)
    assert points[-1].eventail.attendu == pytest.approx(
        suivis(regulier)["entrees"].projection.valeur
    )


def test_un_niveau_regulier(regulier):
    """300 + 24 months × 2 = 348 at the end of 2015, 360 on 30/06, 372 at the end of 2016."""
    suivi = suivis(regulier)["file_active"]
    assert suivi.realise == 360
    assert suivi.projection.valeur == pytest.approx(372, abs=1)
    assert suivi.projection.trajectoire.saisonniere is None
    assert suivi.projection.rythme_recent == pytest.approx(2)
    assert [point.constate for point in suivi.points[:6]] == [350, 352, 354, 356, 358, 360]
    assert suivi.moyenne == pytest.approx((350 + 372) / 2, abs=1)
    assert suivi.points[-1].eventail.attendu == pytest.approx(suivi.projection.valeur)
    assert suivi.projection.probabilite > 0.7


def test_les_sorties_pas_encore_saisies_ne_font_pas_une_chute():
    """Exits entered 40 days later: those after 21/05 are not seen, the curve expects them."""
    suivi = suivis(contexte(retard=40))["sorties_positives"]
    dernier = suivi.points[5]
    assert (dernier.constate, dernier.provisoire) == (37, True)
    assert dernier.eventail.attendu == pytest.approx(48, abs=1.5)
    assert suivi.projection.valeur == pytest.approx(96, abs=3)
    assert suivi.points[3].provisoire is False
    assert suivi.points[8].provisoire is None


def test_ces_sorties_pesent_aussi_sur_le_niveau():
    """371 are shown on 30/06, eleven of them have left."""
    suivi = suivis(contexte(retard=40))["file_active"]
    assert suivi.realise == 371
    assert suivi.points[5].eventail.attendu == pytest.approx(360, abs=1.5)
    assert suivi.projection.valeur == pytest.approx(372, abs=3)


def test_les_retards_de_l_annee_d_avant_pesent_sur_le_niveau():
    """On 31/01 the exits of January and those after 12/12 are not entered: 13 too many."""
    suivi = suivis(contexte(date(2016, 1, 31), retard=50))["file_active"]
    assert suivi.realise == 350 + 13
    assert suivi.points[0].eventail.attendu == pytest.approx(350, abs=2)


def test_sans_dates_de_saisie_on_le_dit():
    suivi = suivis(contexte(retard=None))["sorties_positives"]
    assert suivi.reserves == (SANS_DATES,)
    assert suivi.points[5].completude is None
    assert suivi.projection.valeur == pytest.approx(96, abs=1)


def test_sans_annee_complete_pas_de_probabilite():
    sans = contexte(depuis=2016)
    suivi = suivis(sans)["entrees"]
    assert sans.annees == ()
    assert suivi.projection.probabilite is suivi.projection.bas95 is None
    assert suivi.projection.valeur == pytest.approx(120, abs=1)
    assert suivi.points[-1].eventail.attendu == pytest.approx(suivi.projection.valeur)
    assert suivi.points[-1].saisonniere is None
    assert suivi.reserves == (SANS_ANNEE,)


def test_au_dernier_jour_tout_est_connu():
    suivi = suivis(contexte(date(2016, 12, 31)))["entrees"]
    assert (suivi.projection.valeur, suivi.projection.probabilite) == (120, 0)
    assert suivi.projection.rythme_necessaire is None


def test_un_objectif_qui_n_est_pas_civil(regulier):
    """From 1 April to 31 March: the same past years, three months seen, thirty entrées."""
    periode = Periode(date(2016, 4, 1), date(2017, 3, 31))
    suivi = suivre_objectif(regulier, Objectif("entrees", "plie", periode, 120.0), Filtres())
    assert suivi.realise == 30
    assert suivi.projection.valeur == pytest.approx(120, abs=1)
    assert len(suivi.points) == 12
    assert suivi.annees == (2014, 2015)


def test_ce_qui_peut_etre_projete():
    oui = {"entrees", "sorties", "sorties_positives", "etapes", "clauses_heures", "file_active"}
    non = {"clauses_etp", "parcours_plus_30_mois", "part_qpv", "personnes_accompagnees"}
    assert all(projetable(nom) for nom in oui)
    assert not any(projetable(nom) for nom in non)


def test_les_mois_se_comptent_en_mois_civils():
    assert en_mois(annee(2016)) == 12
    assert en_mois(Periode(date(2016, 2, 1), date(2016, 3, 15))) == pytest.approx(1 + 15 / 31)
    assert derniers_mois(date(2016, 6, 30)) == Periode(date(2016, 4, 1), date(2016, 6, 30))
    assert derniers_mois(date(2016, 6, 15)) == Periode(date(2016, 3, 16), date(2016, 6, 15))
