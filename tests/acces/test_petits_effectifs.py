"""What a protected profile reads on every page: no small number of people, published or computed.

« Document publié » reproduces a public document whole, and says so: it is the only exception.
"""

import re

import pytest

from plie_metrics.configuration import lire
from plie_metrics.secret.reglages import valider
from tests.acces.test_cadre import ENTREES, essai, ouvrir

SEUILS = valider(lire("secret")).seuils
PAGES = {entree.adresse: entree for entree in ENTREES if entree.adresse != "document_publie"}
TABLE = re.compile(r"<caption>(.*?)</caption>.*?<tbody>(.*?)</tbody>", re.DOTALL)
GENS = "personne|sortie|entrée|parcours|participant|salarié|femme|homme|candidat|orientation|jeune"
DITS = re.compile(rf"(?<![\d,/\u202f\u00a0.−-])(\d+)[\u00a0 ](?:{GENS})")


def blocs(page):
    yield from (bloc.proto.body for bloc in page.get("html"))
    for genre in ("title", "header", "info", "warning"):
        yield from (element.value for element in page.get(genre))
    yield from (image.proto.alt for image in page.get("vega_lite_chart"))


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


@pytest.mark.usefixtures("demonstration_ouverte")
@pytest.mark.parametrize("profil", SEUILS)
@pytest.mark.parametrize("adresse", PAGES)
def test_aucune_page_ne_dit_un_petit_effectif(adresse, profil):
    page = ouvrir(essai(profil), PAGES[adresse])
    assert not page.exception
    assert [petit for html in blocs(page) for petit in petits(html, SEUILS[profil])] == []


@pytest.mark.usefixtures("demonstration_ouverte")
def test_les_memes_pages_en_disent_a_la_coordination():
    page = ouvrir(essai("coordination"), PAGES["actions"])
    dits = [petit for html in blocs(page) for petit in petits(html, 5)]
    assert len(dits) > 5


def test_la_recherche_trouve_un_petit_effectif():
    html = "<table><caption>T</caption><tbody><tr><th>A</th><td>3</td></tr></tbody></table>"
    assert list(petits(html, 5)) == [("T", ["A", "3"])]
    assert list(petits("<p>Il reste 3\u00a0personnes.</p>", 5)) == [" Il reste 3\u00a0personnes. "]
    assert list(petits("<p>1\u202f003\u00a0personnes, 13,3\u00a0personnes</p>", 5)) == []
