"""What page tests do: open under an address, read words and tables as a visitor does."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from plie_metrics.chemins import RACINE

TABLE = re.compile(r'<table class="plie"><caption>(.*?)</caption>(.*?)</table>', re.S)


def ouvrir_sous(fichier, **parametres):
    """The page under an address, which a session reads when it first runs."""
    page = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=120)
    for nom, valeur in parametres.items():
        page.query_params[nom] = valeur
    page.run()
    page.switch_page(fichier).run()
    assert not page.exception
    return page


def mots(page):
    """Every word of the page, spaces made plain."""
    morceaux = [e.value for e in (*page.title, *page.header, *page.error)]
    morceaux += [e.proto.body for e in page.get("html")]
    return simple(unescape(re.sub(r"<[^>]+>", " ", " ".join(morceaux))))


def tableaux(page):
    """Each table of the page by its caption: rows of plain texts."""
    trouves = {}
    for bloc in page.get("html"):
        for legende, corps in TABLE.findall(bloc.proto.body):
            rangs = re.findall(r"<tr[^>]*>(.*?)</tr>", corps, re.S)
            lignes = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", rang, re.S) for rang in rangs[1:]]
            trouves[simple(legende)] = [[simple(unescape(c)) for c in ligne] for ligne in lignes]
    return trouves


def tableau(page, debut):
    """The only table whose caption starts so."""
    (lignes,) = [lignes for nom, lignes in tableaux(page).items() if nom.startswith(debut)]
    return lignes


def simple(texte):
    return re.sub(r"\s+", " ", re.sub(r"[\u00a0\u202f]", " ", texte)).strip()
