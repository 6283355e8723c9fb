"""What every test may ask for."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.testing.v1 import AppTest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.lecture import ouvrir
from tests.demonstration_prete import demonstration_prete

RACINE = Path(__file__).resolve().parent.parent

# a law is true or false, not fast or slow: a busy machine must not fail it
settings.register_profile("maison", deadline=None)
settings.load_profile("maison")


PLUS_LONGS = (
    "tests/navigateur",
    "tests/secret",
    "tests/acces",
    "tests/editions/test_bout_en_bout.py",
    "tests/pages",
)
"""What takes longest is begun first, so that no worker ends alone."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest come first; the others keep their order."""
    items.sort(key=lambda item: _rang(item.path.relative_to(RACINE).as_posix()))


def _rang(fichier: str) -> int:
    return next((r for r, long in enumerate(PLUS_LONGS) if fichier.startswith(long)), 99)


@pytest.fixture(scope="session")
def rapport() -> Publication:
    """The annual report of 2016, as published."""
    return ouvrir(PUBLICATIONS, "rapport_2016")


@pytest.fixture(scope="session")
def snapshots_prets(tmp_path_factory) -> Path:
    """A folder of the demonstration at 30/09 and 31/12/2016, solved for financeur and public.

    Each worker has its own copy; it is made once (tests/demonstration_prete.py). Page tests
    replace the folder of snapshots by it and open at once with every profile.
    """
    dossier = tmp_path_factory.mktemp("demonstration") / "snapshots"
    shutil.copytree(demonstration_prete(), dossier)
    return dossier


@pytest.fixture
def demonstration_ouverte(snapshots_prets, monkeypatch) -> Path:
    """The pages look at the solved demonstration, whatever data/snapshots/ holds."""
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", snapshots_prets)
    return snapshots_prets


@pytest.fixture
def ouvrir_page():
    """Run a page through the real entry: `ouvrir_page("clauses.py")`."""

    def _ouvrir(fichier: str) -> AppTest:
        essai = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=30).run()
        if fichier != "synthese.py":
            essai.switch_page(fichier).run()
        return essai

    return _ouvrir
