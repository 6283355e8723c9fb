"""What Dijon's convention of 2008 promises."""

from datetime import date

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.chiffre import Chiffre, ChiffreAbsent, Publication
from plie_metrics.publications.convention import Dates, dates, engagements
from plie_metrics.publications.lecture import ouvrir


def chiffre(
    suite, nature="engagement", unite="texte", *, imprime="mots", periodicite="", valeur=None
):
    return Chiffre(
        f"ml2008.{suite}", "essai", "", suite.split(".")[0], "Objet", "",
        {"periodicite": periodicite}, None, None, nature, unite, valeur, None, None, imprime, "",
        "",
    )  # fmt: skip


def lus(*chiffres):
    return engagements(Publication("essai", "Essai", chiffres))


def test_un_engagement_porte_la_quantite_que_ses_mots_impriment():
    promis, libre = lus(
        chiffre("cooperation_plie.entrees", "objectif", "entrees", imprime="85 entrées", valeur=85),
        chiffre("cooperation_plie.entrees.engagement", imprime="réalisera 85 entrées en un an"),
        chiffre("observatoire.jdi", imprime="Diffusion mensuelle", periodicite="mensuelle"),
    )
    assert [q.valeur for q in promis.quantites] == [85]
    assert not promis.mensuel
    assert libre.quantites == ()
    assert libre.mensuel


def test_seuls_les_engagements_en_mots_d_un_volet_sont_rendus():
    assert lus(
        chiffre("financement.montant", unite="euros", valeur=100_000),
        chiffre("deliberation.axes", unite="nombre", valeur=2),
        chiffre("cooperation_plie.age_min", "regle", "ans", valeur=24),
        chiffre("evaluation.contenu.personnes"),
    ) == ()  # fmt: skip


def test_le_volet_du_referent_se_lit_a_part():
    referent, orientation = lus(
        chiffre("cooperation_plie.referent.bureau"), chiffre("cooperation_plie.orientation")
    )
    assert referent.volet == "cooperation_plie.referent"
    assert orientation.volet == "cooperation_plie"


def test_les_jours_qui_restent_sont_comptes():
    assert Dates(date(2008, 12, 17), date(2008, 12, 31), date(2009, 3, 31)).jours_restants == 14


def test_une_date_absente_est_nommee():
    sans_fin = Publication("essai", "Essai", (chiffre("deliberation.date"),))
    with pytest.raises(ChiffreAbsent, match=r"ml2008\.deliberation\.date"):
        dates(sans_fin)


def test_la_convention_de_dijon():
    convention = ouvrir(PUBLICATIONS, "convention_ml_2008")
    promis = engagements(convention)
    assert dates(convention) == Dates(date(2008, 12, 17), date(2008, 12, 31), date(2009, 3, 31))
    assert sorted(tuple(q.valeur for q in e.quantites) for e in promis if e.quantites) == [
        (80, 100),
        (85,),
    ]
    assert sum(e.mensuel for e in promis) == 4
