"""An objective, what was done, and the words that say the distance."""

import pytest

from plie_metrics.objectifs.normes import Norme, normes
from plie_metrics.objectifs.realisation import Realisation, realisations
from plie_metrics.presentation.objectifs import phrase_normes, titre_normes
from plie_metrics.presentation.phrases import verdict
from tests.fabrique import catalogue, chiffre, indicateur, publication


def faite(realise, objectif, nom="entrees"):
    return Realisation(indicateur(nom), realise, objectif)


def test_taux_ecart_manque():
    moitie = faite(350, 700)
    assert (moitie.taux, moitie.ecart, moitie.manque, moitie.atteint) == (0.5, -350, 0.5, False)
    double = faite(1400, 700)
    assert (double.taux, double.ecart, double.manque, double.atteint) == (2, 700, 0, True)


def test_sans_objectif_pas_de_taux():
    assert faite(3, 0).taux is None
    assert faite(0, 0).manque is None


@pytest.mark.parametrize(
    ("realisation", "attendu"),
    [
        (faite(570, 700), "130\u00a0entrées manquent · 81,4\u202f%"),
        (faite(699, 700), "1\u00a0entrée manque · 99,9\u202f%"),
        (faite(799, 889, "file_active"), "90\u00a0personnes sous l'objectif · 89,9\u202f%"),
        (faite(700, 700), "objectif atteint · 100,0\u202f%"),
        (faite(712, 700), "objectif dépassé de 12 · 101,7\u202f%"),
    ],
)
def test_verdict(realisation, attendu):
    assert verdict(realisation) == attendu


def test_realisations_lit_le_portage():
    document = publication(
        *(
            chiffre(f"ra2016.portage.{nom}.{quoi}", valeur)
            for nom, realise, objectif in (
                ("entrees", 5, 7),
                ("file_active", 8, 9),
                ("sorties_positives", 3, 4),
            )
            for quoi, valeur in (("realisation", realise), ("objectif", objectif))
        )
    )
    lues = realisations(document, catalogue())
    assert [(r.indicateur.id, r.realise, r.objectif) for r in lues] == [
        ("entrees", 5, 7),
        ("file_active", 8, 9),
        ("sorties_positives", 3, 4),
    ]


def test_norme():
    norme = Norme(indicateur("file_active"), 70, 889, 799, 14)
    assert norme.etp_implique == pytest.approx(12.7)
    assert norme.capacite == 980
    assert norme.realise_par_referent == pytest.approx(57.07, abs=0.01)


def test_normes_lit_le_rapport(rapport):
    """700 / 56 and 889 / 70, the two divisions of the issue."""
    assert [round(n.etp_implique, 1) for n in normes(rapport, catalogue())] == [12.7, 12.5]


def test_titre_et_phrase_des_normes():
    lues = (
        Norme(indicateur("file_active"), 70, 889, 799, 14),
        Norme(indicateur("entrees"), 56, 700, 570, 14),
    )
    assert titre_normes(lues) == (
        "Les objectifs supposent 12,5 à 12,7 référents à temps plein ; 14 sont annoncés"
    )
    assert phrase_normes(lues).startswith(
        "889 / 70 = 12,7 (file active) et 700 / 56 = 12,5 (entrées). "
    )
