"""The quality page: its finding, its filter, its lists, and what it hides from elsewhere."""

from datetime import date

import pytest

from plie_metrics.stockage import retirer
from tests.pages.arretes import LOINTAIN, publier_essai, tables
from tests.qualite.exemples import participants


@pytest.fixture
def dossier(tmp_path, monkeypatch):
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", tmp_path)
    monkeypatch.setattr("pages._acces.identite.refus", lambda: None)
    return tmp_path


def html(page):
    return " ".join(bloc.proto.body for bloc in page.get("html"))


def tout(page):
    morceaux = [html(page), *(bloc.value for bloc in (*page.title, *page.header, *page.markdown))]
    return " ".join(morceaux)


@pytest.mark.usefixtures("dossier")
def test_sans_arrete_la_page_donne_les_deux_commandes(ouvrir_page):
    page = ouvrir_page("qualite.py")
    assert not page.exception
    assert page.title[0].value == "Aucun arrêté à contrôler"
    (texte,) = [bloc.value for bloc in page.markdown]
    assert "python -m plie_metrics demo" in texte
    assert "python -m plie_metrics importer" in texte


def test_le_constat_dit_quel_objectif_bouge_et_de_combien(ouvrir_page, dossier):
    publier_essai(dossier)
    page = ouvrir_page("qualite.py")
    assert not page.exception
    assert [e.value for e in page.error] == []
    assert page.title[0].value == (
        "À vérifier d’abord\u00a0: 1\u00a0sortie positive à justifier, pour un objectif de 50"
    )
    assert "Données de démonstration" in html(page)
    assert "jusqu’à 1\u00a0sortie positive de moins · 2,0\u202f% de l’objectif de 50" in html(page)
    assert "Numéro du parcours" in html(page)
    assert "arrêté du 31\u00a0décembre 2016" in html(page)


def test_le_referent_filtre_les_dossiers(ouvrir_page, dossier):
    publier_essai(dossier)
    page = ouvrir_page("qualite.py")
    page.selectbox(key="dossiers_de").select("R2").run()
    assert page.title[0].value.startswith("R2, CESAM\u00a0:")
    assert "P3" in html(page)
    assert ">P1<" not in html(page)


def test_un_arrete_sans_defaut_le_dit(ouvrir_page, dossier):
    propres = tables()
    propres["participants"] = participants("P2", "P3")
    propres["parcours"] = propres["parcours"].iloc[1:]
    del propres["etapes"], propres["referents"]  # a référent of one person is below the norm
    publier_essai(dossier, donnees=propres)
    page = ouvrir_page("qualite.py")
    assert not page.exception
    assert page.title[0].value.startswith("Aucune donnée à réparer")
    assert "la liste est vide parce que tout est en ordre" in html(page)


def test_d_ailleurs_un_arrete_reel_n_existe_pas(ouvrir_page, dossier, monkeypatch):
    publier_essai(dossier, date(2016, 9, 30))
    publier_essai(dossier, date(2016, 12, 31), demonstration=False, donnees=tables("SECRET"))
    ici = ouvrir_page("qualite.py")
    assert "Arrêté du 31/12/2016" in ici.selectbox(key="arrete").options
    ici.selectbox(key="arrete").set_value("2016-12-31").run()
    assert "Données de démonstration" not in html(ici)

    monkeypatch.setattr("pages._acces.identite.refus", lambda: LOINTAIN)
    ailleurs = ouvrir_page("qualite.py")
    assert ailleurs.selectbox(key="arrete").options == ["Arrêté du 30/09/2016"]
    assert LOINTAIN.replace(" :", "\u00a0:") in html(ailleurs)
    assert "SECRET" not in tout(ailleurs)
    assert "31\u00a0décembre 2016" not in tout(ailleurs)


def test_un_arrete_reel_seul_ne_laisse_rien_voir_d_ailleurs(ouvrir_page, dossier, monkeypatch):
    publier_essai(dossier, demonstration=False, donnees=tables("SECRET"))
    monkeypatch.setattr("pages._acces.identite.refus", lambda: LOINTAIN)
    page = ouvrir_page("qualite.py")
    assert page.title[0].value == "Aucun arrêté à contrôler"
    assert "SECRET" not in tout(page)
    assert "arrete" not in [boite.key for boite in page.selectbox]


def test_un_arrete_retire_n_est_plus_propose(ouvrir_page, dossier):
    publier_essai(dossier, date(2016, 9, 30))
    retirer(publier_essai(dossier), "mauvais fichier", le=date(2017, 1, 2))
    assert ouvrir_page("qualite.py").selectbox(key="arrete").options == ["Arrêté du 30/09/2016"]


def test_un_arrete_abime_est_nomme(ouvrir_page, dossier):
    (publier_essai(dossier) / "parcours.parquet").write_bytes(b"x" * 10)
    page = ouvrir_page("qualite.py")
    assert page.title[0].value == "Aucun arrêté à contrôler"
