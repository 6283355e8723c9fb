"""The periods offered, and the pieces that their differences give."""

from datetime import date

from plie_metrics.periodes import Periode, annee, mois, trimestre
from plie_metrics.secret.calendrier import Niveau, morceaux, offres


def par_periode(*arguments):
    return {o.periode: o.niveau for o in offres(*arguments)}


def test_a_la_fin_de_l_annee():
    trouvees = par_periode(date(2016, 12, 31), (date(2016, 12, 31),), 2)
    assert trouvees[annee(2015)] == Niveau.CROISE
    assert trouvees[annee(2016)] == Niveau.CROISE
    assert trouvees[trimestre(2015, 4)] == Niveau.SIMPLE
    assert trouvees[mois(2015, 1)] == Niveau.ENSEMBLE
    assert len(trouvees) == 2 * (12 + 4 + 1)


def test_en_cours_d_annee_le_cumul_a_l_arrete_et_aux_precedents():
    arretes = (date(2016, 3, 31), date(2016, 5, 15), date(2016, 7, 10))
    trouvees = par_periode(arretes[-1], arretes, 1)
    assert trouvees[Periode(date(2016, 1, 1), date(2016, 7, 10))] == Niveau.CROISE
    assert trouvees[Periode(date(2016, 1, 1), date(2016, 5, 15))] == Niveau.SIMPLE
    assert annee(2016) not in trouvees
    assert mois(2016, 7) not in trouvees


def test_les_morceaux_recomposent_chaque_periode():
    fines = [Periode(date(2016, 1, 1), date(2016, 5, 15)), trimestre(2016, 1), trimestre(2016, 2)]
    assert morceaux(fines) == (
        trimestre(2016, 1),
        Periode(date(2016, 4, 1), date(2016, 5, 15)),
        Periode(date(2016, 5, 16), date(2016, 6, 30)),
    )
