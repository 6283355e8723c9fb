"""The frame and the menu, without a browser."""

import json
import shutil

import altair as alt
import pytest
from jsonschema import ValidationError

from pages._composants.adresses import _destination
from pages._menu import ACCUEIL, MENU
from plie_metrics.chemins import PUBLICATIONS, RACINE
from tests.pages.gestes import ouvrir_sous

FICHIERS = [entree.fichier for section in MENU.values() for entree in section]


@pytest.mark.parametrize("fichier", FICHIERS)
def test_chaque_page_s_ouvre_par_la_vraie_entree(ouvrir_page, fichier):
    page = ouvrir_page(fichier)
    assert not page.exception
    assert [e.value for e in page.error] == []
    assert len(page.title) == 1
    for graphique in page.get("vega_lite_chart"):
        alt.Chart.from_dict(json.loads(graphique.proto.spec), validate=True)


def test_un_graphique_mal_fait_serait_vu():
    with pytest.raises(ValidationError):
        alt.Chart.from_dict({"mark": "barre", "data": {"values": []}}, validate=True)


def test_toute_page_du_dossier_est_au_menu():
    presentes = {p.name for p in (RACINE / "pages").glob("*.py") if not p.name.startswith("_")}
    assert presentes == set(FICHIERS)


@pytest.fixture
def publications_ailleurs(tmp_path, monkeypatch):
    """The published figures, copied where a test may damage them."""
    copie = tmp_path / "publications"
    shutil.copytree(PUBLICATIONS, copie)
    monkeypatch.setattr("plie_metrics.chemins.PUBLICATIONS", copie)
    monkeypatch.setattr("pages._composants.publies.PUBLICATIONS", copie)
    return copie


def test_un_document_endommage_n_arrete_que_les_pages_qui_le_lisent(
    ouvrir_page, publications_ailleurs
):
    abime = publications_ailleurs / "contrat_objectifs_ml_2009_2011.parquet"
    abime.write_bytes(abime.read_bytes()[:100])
    (message,) = [
        lu(e.value)
        for e in ouvrir_sous("mission_locale.py", vue="Contrat d’objectifs 2009-2011").error
    ]
    assert "data/publications/contrat_objectifs_ml_2009_2011.parquet est tronqué" in message
    assert "python -m plie_metrics publications" in message
    assert not ouvrir_page("synthese.py").error
    assert not ouvrir_page("clauses.py").error


def test_un_document_absent_est_nomme(ouvrir_page, publications_ailleurs):
    (publications_ailleurs / "rapport_2016.parquet").unlink()
    synthese = ouvrir_page("synthese.py")
    assert not synthese.error
    textes = " ".join(bloc.proto.body for bloc in synthese.get("html"))
    assert "data/publications/rapport_2016.parquet manque" in textes


def lu(markdown):
    """What the reader sees: the marks are escaped, so that a file's words can run nothing."""
    return markdown.replace("\\", "")


def test_une_adresse_ne_peut_pas_mettre_en_forme_ni_appeler_dehors(ouvrir_page):
    page = ouvrir_page("synthese.py")
    page.query_params["introuvable"] = "[clic](https://exemple.fr) ![i](https://exemple.fr/a.png)"
    (alerte,) = page.run().warning
    assert "](" not in alerte.value
    assert "[clic](https://exemple.fr)" in lu(alerte.value)


def demande(chemin, accept=b"text/html", methode="GET", requete=b""):
    return {
        "type": "http",
        "method": methode,
        "path": chemin,
        "query_string": requete,
        "headers": [(b"accept", accept)],
    }


@pytest.mark.parametrize(
    ("scope", "attendu"),
    [
        (demande("/"), None),
        (demande("/clauses"), None),
        (demande("/clauses/"), None),
        (demande("/_stcore/health"), None),
        (demande("/static/js/x.js"), None),
        (demande("/secret", accept=b"*/*"), None),
        (demande("/secret", methode="POST"), None),
        (demande("/secret"), "/?introuvable=secret"),
        (demande("/a/b?c"), "/?introuvable=a%2Fb%3Fc"),
        (demande(f"/{ACCUEIL.adresse}"), "/"),
        (demande(f"/{ACCUEIL.adresse}", requete=b"commune=21231"), "/?commune=21231"),
    ],
)
def test_les_adresses_inconnues_menent_a_l_accueil(scope, attendu):
    assert _destination(scope) == attendu
