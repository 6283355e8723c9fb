"""Objectifs, Publics and Référents through the real entry, with each profile.

Every figure shown equals what a request on the same snapshot gives for the same filters.
"""

import html
import re

import pytest
from streamlit.testing.v1 import AppTest

from plie_metrics.calcul.lot import TABLES_UTILES, preparer, repondre
from plie_metrics.chemins import RACINE
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.schema import libelle
from plie_metrics.secret.profils import PROFILS
from plie_metrics.stockage import ouvrir
from tests.pages.arretes import publier_essai

PAGES = ("objectifs.py", "publics.py", "referents.py")
FILTRES = ({}, {"sexe": "F"}, {"referent": "R1"})


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    chemin = tmp_path_factory.mktemp("arretes")
    publier_essai(chemin)
    return chemin


@pytest.fixture(autouse=True)
def ici(dossier, monkeypatch):
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", dossier)
    monkeypatch.setattr("pages._acces.identite.refus", lambda: None)


def ouvrir_avec(fichier, **adresse):
    page = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=120)
    for nom, valeur in adresse.items():
        page.query_params[nom] = valeur
    page.run()
    return page.switch_page(fichier).run()


def tableaux(page):
    """The tables of the page: the beginning of the caption → rows of texts."""
    lus = {}
    for bloc in page.get("html"):
        for table in re.findall(r'<table class="plie">.*?</table>', bloc.proto.body, re.S):
            legende = re.search("<caption>(.*?)</caption>", table).group(1)
            lignes = re.findall("<tr[^>]*>(.*?)</tr>", table.split("<tbody>")[1], re.S)
            lus[html.unescape(legende).split(",")[0]] = [
                [html.unescape(c) for c in re.findall("<t[hd][^>]*>(.*?)</t[hd]>", ligne)]
                for ligne in lignes
            ]
    return lus


def demande(dossier, filtres, *dimensions):
    snapshot = ouvrir(next(d for d in dossier.iterdir() if d.name[0].isdigit()))
    contenu = {nom: snapshot.table(nom) for nom in TABLES_UTILES if nom in snapshot.tables}
    voulus = Filtres(**{nom: (valeur,) for nom, valeur in filtres.items()})
    return repondre(preparer(snapshot.arrete, contenu), annee(2016), voulus, dimensions)


# « public » is a financeur with a higher threshold: tests/acces opens every page with it
@pytest.mark.parametrize("profil", [nom for nom in PROFILS if nom != "public"])
@pytest.mark.parametrize("fichier", PAGES)
def test_chaque_profil_ouvre_la_page_sans_erreur(fichier, profil):
    page = ouvrir_avec(fichier, profil=PROFILS[profil].libelle)
    assert not page.exception
    assert [e.value for e in page.error] == []
    assert len(page.title) == 1


@pytest.mark.parametrize("filtres", FILTRES, ids=str)
def test_objectifs_et_publics_montrent_ce_que_donnent_les_indicateurs(dossier, filtres):
    lot = demande(dossier, filtres)
    adresse = {nom: libelle(nom, valeur) for nom, valeur in filtres.items()}
    trois_ans = {
        li[0]: li[3] for li in tableaux(ouvrir_avec("objectifs.py", **adresse))["Trois années"]
    }
    assert trois_ans["Entrées"] == nombre(lot.mesures["entrees"].valeur)
    assert trois_ans["File active"] == nombre(lot.mesures["file_active"].valeur)
    assert trois_ans["Accompagnées"] == nombre(lot.mesures["personnes_accompagnees"].valeur)

    publics = tableaux(ouvrir_avec("publics.py", **adresse))
    parts = {li[0]: li[1] for li in publics["Caractéristiques des personnes accompagnées"]}
    for nom, ident in {"Femmes": "part_femmes", "BRSA": "part_brsa", "DELD": "part_deld"}.items():
        assert parts[nom] == pourcent(lot.mesures[ident].valeur, 1)
    ages = publics["Personnes accompagnées par âge et par sexe"]
    croises = demande(dossier, filtres, "classe_age", "sexe").ventilation["personnes_accompagnees"]
    assert sum(int(n) for ligne in ages for n in ligne[1:]) == sum(
        m.valeur for m in croises.cellules.values()
    )


@pytest.mark.parametrize("filtres", FILTRES, ids=str)
def test_referents_montre_ce_que_donnent_les_indicateurs(dossier, filtres):
    adresse = {nom: libelle(nom, valeur) for nom, valeur in filtres.items()}
    page, lot = ouvrir_avec("referents.py", **adresse), demande(dossier, filtres, "referent")
    cles = re.findall(
        r'<dd class="cle">(.*?)</dd>', " ".join(b.proto.body for b in page.get("html"))
    )
    attendus = ("file_active", "entrees", "sorties", "sorties_positives")
    assert cles[:4] == [nombre(lot.mesures[ident].valeur) for ident in attendus]
    rythme = {li[0]: li[1:] for li in tableaux(page)["Entrées et sorties par référent"]}
    entrees = lot.ventilation["entrees"].cellules
    assert rythme["CESAM · R1"][0] == nombre(entrees[("R1",)].valeur if ("R1",) in entrees else 0)


def test_choisir_un_objectif_change_la_page_et_reste_dans_l_adresse():
    page = ouvrir_avec("objectifs.py", objectif="Sorties positives")
    assert page.title[0].value.startswith("1\u00a0sortie positive")
    page.segmented_control(key="objectif").set_value("file_active").run()
    assert "en file active" in page.title[0].value or "personnes" in page.title[0].value


def test_la_coordination_choisit_un_portefeuille_et_ouvre_une_liste():
    page = ouvrir_avec("referents.py")
    page.selectbox(key="suivi_de").select("CESAM · R2").run()
    assert page.title[0].value.startswith("1\u00a0personne en file active")
    (portefeuille,) = [e for e in page.expander if e.label.endswith("en cours")]
    assert portefeuille.label == "1\u00a0parcours en cours"


def test_l_equipe_voit_les_referents_et_aucun_dossier():
    page = ouvrir_avec("referents.py", profil="Équipe")
    textes = " ".join(bloc.proto.body for bloc in page.get("html"))
    assert "CESAM · R1" in textes
    assert not [e for e in page.expander if "parcours" in e.label]
    assert "P3" not in textes


def test_un_referent_ne_voit_que_son_portefeuille():
    page = ouvrir_avec("referents.py", profil="Référent", portefeuille="R2")
    assert page.title[0].value.startswith("1\u00a0personne en file active")
    assert "R1" not in " ".join(bloc.proto.body for bloc in page.get("html"))
    assert not [s for s in page.selectbox if s.key == "suivi_de"]
