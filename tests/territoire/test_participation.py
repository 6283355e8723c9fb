"""Participants and inhabitants."""

import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.publications.chiffre import ChiffreAbsent
from plie_metrics.territoire.communes import CommuneInconnue
from plie_metrics.territoire.lecture import lire_territoire
from plie_metrics.territoire.participation import Participation, participations
from tests.territoire.fabrique import FIN, chiffre, rapport, rapport_communes, referentiel


def test_les_taux_les_parts_et_le_groupe_des_autres():
    ensemble = participations(rapport_communes(), referentiel())
    alpha, autres = ensemble.lieux
    assert (alpha.nom, alpha.taux, alpha.part) == ("Alpha", 20.0, 20 / 30)
    assert (autres.nom, autres.habitants, autres.detaillee) == (
        "Les 2 autres communes",
        9000,
        False,
    )
    assert autres.taux == pytest.approx(10 / 9)
    assert ensemble.metropole.taux == 3.0  # 30 / 10 000: sum, then divide
    assert ensemble.quand == FIN


def test_le_rang_et_l_ecart_a_la_moyenne():
    ensemble = participations(rapport_communes(), referentiel())
    alpha, autres = ensemble.lieux
    assert (ensemble.rang(alpha), ensemble.rang(autres)) == (1, None)
    assert ensemble.ecart_a_la_moyenne(alpha) == pytest.approx(20 / 3 - 1)
    assert ensemble.ecart_a_la_moyenne(ensemble.metropole) == 0


def test_une_commune_non_detaillee_est_dans_le_groupe():
    ensemble = participations(rapport_communes(), referentiel())
    assert ensemble.du_code("3") is ensemble.autres
    assert ensemble.du_code("1") is ensemble.detaillees[0]
    with pytest.raises(ChiffreAbsent, match="commune 77"):
        ensemble.du_code("77")


def test_sans_habitant_le_taux_n_existe_pas():
    vide = Participation("x", "Désert", (), 3, 3)
    assert vide.taux is None
    assert participations(rapport_communes(), referentiel()).ecart_a_la_moyenne(vide) is None


def test_un_code_de_commune_inconnu_est_refuse():
    faux = rapport(chiffre("communes", 3, {"commune": "75056"}, "Nombre"))
    with pytest.raises(CommuneInconnue, match="75056"):
        participations(faux, referentiel())


def test_sans_date_de_fin_la_page_le_dit():
    with pytest.raises(ChiffreAbsent, match="colonne « fin »"):
        participations(rapport(chiffre("communes", 1, {}, "Nombre")), referentiel())


def test_les_chiffres_de_2016_recalcules_a_la_main(rapport):
    """The oracle: the counts as printed, the populations of INSEE, the division by hand."""
    imprimes = {
        "Dijon": (934, 155_090),
        "Longvic": (101, 8_793),
        "Talant": (137, 11_702),
        "Quetigny": (93, 9_597),
        "Chenôve": (148, 13_802),
        "Les 19 autres communes": (112, 251_897 - 155_090 - 8_793 - 11_702 - 9_597 - 13_802),
    }
    ensemble = participations(rapport, lire_territoire(TERRITOIRE))
    taux = {lieu.nom: lieu.taux for lieu in ensemble.lieux}
    assert taux == pytest.approx({nom: n / (h / 1000) for nom, (n, h) in imprimes.items()})
    assert list(taux) == sorted(taux, key=taux.__getitem__, reverse=True)
    assert ensemble.metropole.participants == 1525
    assert ensemble.metropole.participants == rapport.valeur("ra2016.communes.total.nombre")
    assert ensemble.metropole.taux == pytest.approx(1525 / 251.897)
    assert len(ensemble.autres.communes) == 19
