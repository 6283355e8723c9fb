"""Two servers on one folder: each sees what the other does, and neither shows what is gone."""

import json
import os
import subprocess
import sys
from datetime import date

import pytest

from plie_metrics.chemins import RACINE
from plie_metrics.stockage import retirer
from tests.pages.arretes import publier_essai
from tests.pannes.gestes import effacer_p1

AUTRE_SERVEUR = """
import json, sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file("pages/_cadre.py", default_timeout=60).run()
for _ in sys.stdin:
    page.run()
    fautes = [str(f.value) for f in (*page.error, *page.exception)]
    print(json.dumps([page.selectbox(key="arrete").options, fautes]), flush=True)
"""


@pytest.fixture
def regarder(tmp_path):
    """What the other server shows now, asked of a process that has been looking from the start."""
    publier_essai(tmp_path / "snapshots", date(2016, 6, 30))
    with subprocess.Popen(
        [sys.executable, "-c", AUTRE_SERVEUR],
        cwd=RACINE,
        env={**os.environ, "PLIE_DONNEES": str(tmp_path), "PLIE_JOURNAL": str(tmp_path / "j")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as autre:

        def _regarder():
            autre.stdin.write("\n")
            autre.stdin.flush()
            options, fautes = json.loads(autre.stdout.readline())
            assert fautes == []
            return options

        yield _regarder
        autre.stdin.close()
        assert autre.wait(30) == 0


def test_deux_serveurs_sur_un_dossier(regarder, tmp_path):
    dossier = tmp_path / "snapshots"
    assert len(regarder()) == 1
    publie = publier_essai(dossier, date(2016, 12, 31))
    assert len(regarder()) == 2
    effacer_p1(dossier)  # every arrêté is rewritten under the other's eyes
    assert len(regarder()) == 2
    retirer(dossier / f"{publie.name}.2", "faux", le=date(2017, 1, 9))
    assert len(regarder()) == 1
