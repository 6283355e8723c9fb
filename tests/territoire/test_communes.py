"""Communes by code and date."""

from datetime import date

import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.territoire.communes import (
    CommuneInconnue,
    communes_au,
    population,
    trouver,
)
from plie_metrics.territoire.lecture import lire_communes
from tests.territoire.fabrique import commune

FUSION = date(2019, 2, 28)
VEILLE_DE_FUSION = date(2019, 2, 27)
DEUX = (
    commune("9", "Avant", au=VEILLE_DE_FUSION),
    commune("9", "Après", du=FUSION),
)


@pytest.mark.parametrize(
    ("quand", "nom"), [(date(1990, 1, 1), "Avant"), (VEILLE_DE_FUSION, "Avant"), (FUSION, "Après")]
)
def test_un_code_designe_une_commune_a_une_date(quand, nom):
    assert trouver(DEUX, "9", quand).nom == nom


def test_un_code_inconnu_est_nomme():
    with pytest.raises(CommuneInconnue, match=r"code 99 au 31/12/2016\. Vérifiez"):
        trouver(DEUX, "99", date(2016, 12, 31))


def test_les_24_communes_de_2016_font_251_897_habitants():
    communes = communes_au(lire_communes(TERRITOIRE), date(2016, 12, 31))
    assert len(communes) == 24
    assert population(communes) == 251_897
    assert len({c.insee for c in communes}) == 24


def test_la_fusion_de_2019_ne_perd_ni_ne_cree_d_habitant():
    communes = lire_communes(TERRITOIRE)
    apres = communes_au(communes, FUSION)
    assert len(apres) == 23
    assert population(apres) == 251_897
    assert trouver(communes, "21452", VEILLE_DE_FUSION).nom == "Neuilly-lès-Dijon"
    assert trouver(communes, "21452", FUSION).nom == "Neuilly-Crimolois"
    with pytest.raises(CommuneInconnue):
        trouver(communes, "21213", FUSION)
