"""The Mission locale page: three documents, never mixed."""

import re

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.lecture import ouvrir

PROPRIETAIRE = "Mission locale Drôme des Collines-Royans-Vercors (Romans-sur-Isère)"
ANNUELS = "Objectifs annuels jusqu’en 2011"
CONVENTION = "Convention 2008 de Dijon"
REGLES = "Règles de la co-traitance"


@pytest.fixture
def voir(ouvrir_page):
    """The page under an address: `voir(vue="…")`."""

    def _voir(**parametres):
        page = ouvrir_page("synthese.py")
        for nom, valeur in parametres.items():  # an address is read when the page first runs
            page.query_params[nom] = valeur
        page.switch_page("mission_locale.py").run()
        assert not page.exception
        assert not page.error
        return page

    return _voir


def texte(page):
    """Every word of the page, spaces made plain."""
    morceaux = [e.value for e in page.title] + [e.value for e in page.header]
    morceaux += [e.proto.body for e in page.get("html")]
    morceaux += [g.proto.spec for g in page.get("vega_lite_chart")]
    return re.sub(r"[\u00a0\u202f]", " ", " ".join(morceaux))


def titre(page):
    return re.sub(r"[\u00a0\u202f]", " ", page.title[0].value)


def test_le_contrat_montre_d_abord_son_proprietaire(voir):
    page = voir()
    assert len(page.title) == 1
    assert titre(page).startswith(f"{PROPRIETAIRE} : sur 17 objectifs de 2009")
    assert 'class="bandeau"' in texte(page)
    assert "aucun de ces chiffres n’est de Dijon" in texte(page)
    assert "Aucun taux de progression" in texte(page)
    assert len(page.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("parametres", [{}, {"objectifs": ANNUELS}])
def test_aucun_chiffre_de_dijon_sur_le_contrat(voir, parametres):
    mots = texte(voir(**parametres))
    assert "100 000 €" not in mots
    assert "85 entrées" not in mots
    # Dijon's convention in words: none of what it prints may be quoted here
    for chiffre in ouvrir(PUBLICATIONS, "convention_ml_2008"):
        if len(chiffre.imprime) > 8:
            assert chiffre.imprime not in mots


def test_les_objectifs_annuels_ont_leur_adresse(voir):
    page = voir(objectifs=ANNUELS)
    assert titre(page).startswith(f"{PROPRIETAIRE} : de 2009 à 2011")
    assert "66,1 (calcul)" in texte(page)
    assert "sans dire sur quelle année" in texte(page)


def test_la_convention_de_dijon(voir):
    page = voir(vue=CONVENTION)
    assert titre(page).startswith("Dijon, 2008 : 100 000 €")
    assert "31/03/2009" in texte(page)
    assert "non chiffrées" in texte(page)
    assert "la Mission Locale réalisera 85 entrées" in texte(page)
    assert "Diffusion mensuelle du nombre de jeunes ZUS" in texte(page)
    assert "Drôme" not in texte(page)


def test_un_autre_volet_montre_ses_mots(voir):
    page = voir(vue=CONVENTION)
    page.radio[0].set_value("observatoire").run()
    assert "Observatoire, dans les mots de la convention" in texte(page)
    assert "Production à la demande de statistiques" in texte(page)


def test_les_regles_sont_nationales(voir):
    page = voir(vue=REGLES)
    assert titre(page).startswith("France : 100 000 jeunes par an")
    for mots in ("33 000 × 500 € = 16 500 000 €", "10 puis 5 jours ouvrés", "14,6 %", "art. 2.4"):
        assert mots in texte(page)
    assert "Drôme" not in texte(page)


def test_une_vue_inconnue_ramene_au_contrat(voir):
    assert titre(voir(vue="inconnue")).startswith(PROPRIETAIRE)
