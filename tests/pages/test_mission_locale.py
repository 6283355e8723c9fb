"""The Mission locale page: three documents, never mixed."""

import re

import pytest

from plie_metrics.chemins import PUBLICATIONS
from plie_metrics.publications.lecture import ouvrir
from tests.pages.gestes import mots, ouvrir_sous, tableau

PROPRIETAIRE = "Mission locale Drôme des Collines-Royans-Vercors (Romans-sur-Isère)"
ANNUELS = "Objectifs annuels jusqu’en 2011"
CONTRAT = "Contrat d’objectifs 2009-2011"
CONVENTION = "Convention 2008 de Dijon"
REGLES = "Règles de la co-traitance"


def voir(**parametres):
    """The page under an address: `voir(vue="…")`."""
    page = ouvrir_sous("mission_locale.py", **parametres)
    assert not page.error
    return page


def texte(page):
    """Every word of the page, spaces made plain."""
    morceaux = [e.value for e in page.title] + [e.value for e in page.header]
    morceaux += [e.proto.body for e in page.get("html")]
    morceaux += [g.proto.spec for g in page.get("vega_lite_chart")]
    return re.sub(r"[\u00a0\u202f]", " ", " ".join(morceaux))


def titre(page):
    return re.sub(r"[\u00a0\u202f]", " ", page.title[0].value)


def test_le_contrat_montre_d_abord_son_proprietaire():
    page = voir(vue=CONTRAT)
    assert len(page.title) == 1
    assert titre(page).startswith(f"{PROPRIETAIRE} : sur 17 objectifs de 2009")
    assert 'class="bandeau"' in texte(page)
    assert "aucun de ces chiffres n’est de Dijon" in texte(page)
    assert "Aucun taux de progression" in texte(page)
    assert len(page.get("vega_lite_chart")) == 1


@pytest.mark.parametrize("parametres", [{}, {"objectifs": ANNUELS}])
def test_aucun_chiffre_de_dijon_sur_le_contrat(parametres):
    mots = texte(voir(vue=CONTRAT, **parametres))
    assert "100 000 €" not in mots
    assert "85 entrées" not in mots
    # Dijon's convention in words: none of what it prints may be quoted here
    for chiffre in ouvrir(PUBLICATIONS, "convention_ml_2008"):
        if len(chiffre.imprime) > 8:
            assert chiffre.imprime not in mots


def test_les_objectifs_annuels_ont_leur_adresse():
    page = voir(vue=CONTRAT, objectifs=ANNUELS)
    assert titre(page).startswith(f"{PROPRIETAIRE} : de 2009 à 2011")
    assert "66,1 (calcul)" in texte(page)
    assert "sans dire sur quelle année" in texte(page)


def test_la_convention_de_dijon():
    page = voir(vue=CONVENTION)
    assert titre(page).startswith("Dijon, 2008 : 100 000 €")
    assert "31/03/2009" in texte(page)
    assert "non chiffrées" in texte(page)
    assert "la Mission Locale réalisera 85 entrées" in texte(page)
    assert "Diffusion mensuelle du nombre de jeunes ZUS" in texte(page)
    assert "Drôme" not in texte(page)


def test_un_autre_volet_montre_ses_mots():
    page = voir(vue=CONVENTION)
    page.radio[0].set_value("observatoire").run()
    assert "Observatoire, dans les mots de la convention" in texte(page)
    assert "Production à la demande de statistiques" in texte(page)


def test_les_regles_sont_nationales():
    page = voir(vue=REGLES)
    assert titre(page).startswith("France : 100 000 jeunes par an")
    for phrase in ("33 000 × 500 € = 16 500 000 €", "10 puis 5 jours ouvrés", "14,6 %", "art. 2.4"):
        assert phrase in texte(page)
    assert "Drôme" not in texte(page)


def test_une_vue_inconnue_ramene_a_l_arrete_et_dijon_d_abord():
    page = voir(vue="inconnue")
    assert titre(page).startswith("Mission locale de l’arrondissement de Dijon, Convention 2008")
    assert "autre territoire" not in texte(page)
    assert "l’extrait ne contient aucune entrée de cette période" in texte(page)
    assert "La comparaison n’est pas faite avec une autre année." in texte(page)


def test_le_contrat_d_un_autre_territoire_le_dit_dans_son_titre():
    nom = f"{CONTRAT} · Mission locale Drôme des Collines-Royans-Vercors · autre territoire"
    page = voir(contrat=nom)
    assert page.selectbox(key="contrat").value == nom
    assert titre(page).startswith("Mission locale Drôme des Collines-Royans-Vercors, Contrat d’obj")
    lu = mots(page)
    assert nom in lu
    assert "aucun de ces chiffres n’est du PLIE" in lu
    lignes = {ligne[0]: ligne[1:] for ligne in tableau(page, "Contrat d’objectifs 2009-2011, ")}
    assert lignes["Taux d’accès à la formation des jeunes suivis"] == [
        "↑ hausse",
        "13,2 % = 416 ÷ 3 150 (2007)",
        "15,3 % (2007)",
        "6,4 % = 130 ÷ 2 045 (au 30/06/2008)",
        "15,3 % (2009)",
        "–",
        "aucun réalisé de 2009",
    ]
