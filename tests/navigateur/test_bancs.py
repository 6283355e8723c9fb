"""The benches of the browser and of the meeting stay runnable on the pages as they are."""

import pytest

from tests.acces.boucle import executer
from tests.bench.navigateur import PAGES, aller, choisir
from tests.bench.personne import Personne
from tests.bench.surveillance import ouvrir

pytestmark = pytest.mark.navigateur
MOYENS = next(entree for entree in PAGES if entree.adresse == "moyens")


def test_un_changement_et_une_page_se_mesurent(navigateur, adresse):
    page, premiere = ouvrir(navigateur, adresse)
    durees = [premiere, choisir(page, "Talant"), aller(page, MOYENS)]
    page.context.close()
    assert all(0 < duree < 60_000 for duree in durees)


def test_une_personne_sans_navigateur_change_un_filtre(adresse):
    async def choisir_deux_fois():
        async with Personne(adresse) as personne:
            return [await personne.choisir("commune", [nom]) for nom in ("Dijon", "Longvic")]

    assert all(0 < duree < 60 for duree in executer(choisir_deux_fois()))
