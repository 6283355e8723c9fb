"""What a protected profile reads on every page: no small number of people, published or computed.

« Document publié » reproduces a public document whole, and says so: it is the only exception.
"""

import re

import pytest
from streamlit.testing.v1 import AppTest

from pages._menu import MENU
from plie_metrics.chemins import RACINE

ENTREES = [entree for section in MENU.values() for entree in section]
FICHIERS = [e.fichier for e in ENTREES if e.fichier != "document_publie.py"]
TABLE = re.compile(r"<caption>(.*?)</caption>.*?<tbody>(.*?)</tbody>", re.DOTALL)
GENS = "personne|sortie|entrée|parcours|participant|salarié|femme|homme|candidat|orientation|jeune"
DITS = re.compile(rf"(?<![\d,/\u202f\u00a0.−-])(\d+)[\u00a0 ](?:{GENS})")


def ouvrir(fichier, profil):
    essai = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=180)
    essai.query_params["profil"] = profil
    essai.run()
    return essai if fichier == "synthese.py" else essai.switch_page(fichier).run()


def blocs(essai):
    yield from (bloc.proto.body for bloc in essai.get("html"))
    for genre in ("title", "header", "info", "warning"):
        yield from (element.value for element in essai.get(genre))
    yield from (image.proto.alt for image in essai.get("vega_lite_chart"))


def nu(html):
    return re.sub(r"<.*?>", " ", html)


def petits(html, seuil):
    """Whole cells of tables, then « 3 personnes » in sentences."""
    for legende, corps in TABLE.findall(html):
        for ligne in re.findall(r"<tr.*?</tr>", corps, re.DOTALL):
            mots = [nu(c).strip() for c in re.findall(r"<t[hd].*?</t[hd]>", ligne, re.DOTALL)]
            if any(mot.isdigit() and 0 < int(mot) < seuil for mot in mots[1:]):
                yield legende, mots
    for dit in DITS.finditer(nu(html)):
        if 0 < int(dit[1]) < seuil:
            yield nu(html)[max(0, dit.start() - 60) : dit.end() + 30]


@pytest.fixture
def arretes(snapshots_prets, monkeypatch):
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", snapshots_prets)


@pytest.mark.usefixtures("arretes")
@pytest.mark.parametrize(("profil", "seuil"), [("Financeur", 5), ("Public", 11)])
@pytest.mark.parametrize("fichier", FICHIERS)
def test_aucune_page_ne_dit_un_petit_effectif(fichier, profil, seuil):
    essai = ouvrir(fichier, profil)
    assert not essai.exception
    assert [petit for html in blocs(essai) for petit in petits(html, seuil)] == []


def test_la_recherche_trouve_un_petit_effectif():
    html = "<table><caption>T</caption><tbody><tr><th>A</th><td>3</td></tr></tbody></table>"
    assert list(petits(html, 5)) == [("T", ["A", "3"])]
    assert list(petits("<p>Il reste 3\u00a0personnes.</p>", 5)) == [" Il reste 3\u00a0personnes. "]
    assert list(petits("<p>1\u202f003\u00a0personnes, 13,3\u00a0personnes</p>", 5)) == []
