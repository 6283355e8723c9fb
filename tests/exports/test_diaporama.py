"""The deck: one file with everything in it, every figure read back from it."""

import re
from html.parser import HTMLParser

import pytest

from plie_metrics.editions.gel import figer_tableau
from plie_metrics.editions.modele import Correction
from plie_metrics.exports.diaporama import en_diaporama
from plie_metrics.exports.mentions import lire
from plie_metrics.presentation.tableau import effectif, tableau, texte
from tests.editions.exemples import brouillon, edition, vue


class Tables(HTMLParser):
    """The tables of a page, as lists of rows of texts."""

    def __init__(self):
        super().__init__()
        self.tables, self.dans = [], False

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - asked for by HTMLParser
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.dans = True

    def handle_endtag(self, tag):
        self.dans = self.dans and tag not in ("td", "th")

    def handle_data(self, data):
        if self.dans:
            self.tables[-1][-1][-1] += data


@pytest.fixture(scope="module")
def page():
    return en_diaporama(edition()).decode()


def tables(page):
    lecteur = Tables()
    lecteur.feed(page)
    return lecteur.tables


def test_chaque_chiffre_est_celui_de_l_edition(page):
    imprimees = [vue for vue in edition().vues for _ in range(1 + bool(vue.specification))]
    for lue, figee in zip(tables(page), imprimees, strict=True):
        assert lue[0] == [colonne.titre for colonne in figee.tableau.colonnes]
        assert lue[1:] == [[lire(c) for c in ligne] for ligne in figee.tableau.lignes]
    assert "1\u202f204" in page


def test_rien_n_est_demande_au_reseau(page):
    sans_svg = page.replace('xmlns="http://www.w3.org/2000/svg"', "").replace(
        'xmlns:xlink="http://www.w3.org/1999/xlink"', ""
    )
    assert re.findall(r"https?://|src=\"(?!data:)|url\((?!data:|#)|@import", sans_svg) == []
    assert "default-src 'none'" in page


def test_chaque_vue_porte_empreinte_demonstration_et_contexte(page):
    pieds = re.findall(r'<footer class="pied">(.*?)</footer>', page, re.DOTALL)
    # the cover, the views, the printed table of the one that is a chart, decisions, definitions
    assert len(pieds) == 1 + 2 + 1 + 2
    for pied in pieds:
        assert f"Empreinte {edition().empreinte_courte}" in pied
        assert "Données de démonstration" in pied
        assert "effectifs de 1 à 4 masqués" in pied
    assert f'<meta name="plie-empreinte" content="{edition().empreinte}">' in page


def test_ce_qui_est_ecrit_ne_devient_jamais_du_code():
    piege = '<script>alert(1)</script> & « "x" »'
    table = figer_tableau(tableau(piege, [texte("N"), effectif("V")], [(piege, 1)]))
    page = en_diaporama(
        edition(vue(titre=piege, commentaire=piege, notes=piege, tableau=table), titre=piege)
    ).decode()
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_deux_images_ne_partagent_aucun_nom():
    page = en_diaporama(edition(vue(), vue())).decode()
    noms = re.findall(r'\bid="([^"]+)"', page)
    assert len(noms) == len(set(noms))
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(noms)


def test_un_brouillon_et_une_correction_se_disent():
    assert "Brouillon, non figé" in en_diaporama(brouillon()).decode()
    corrigee = edition()
    motif = "Entrées de Longvic reprises."
    reprise = edition(corrige=_correction(corrigee, motif))
    page = en_diaporama(reprise).decode()
    assert f"Erratum : corrige « {corrigee.titre} » ({corrigee.empreinte_courte}). {motif}" in page


def _correction(avant, motif):
    return Correction(avant.identifiant, avant.titre, avant.empreinte, motif)


def test_la_fabrication_se_suit():
    faits = []
    en_diaporama(edition(), avancer=lambda fait, total, quoi: faits.append((fait, total, quoi)))
    assert [fait[:2] for fait in faits] == [(0, 2), (1, 2)]
