"""Territoire, Parcours and Sorties through the real entry, for each profile, on a small extract."""

import json
import re
from datetime import date
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from pages._composants import lieu
from plie_metrics.calcul.lot import preparer, repondre
from plie_metrics.catalogue import charger
from plie_metrics.filtres import Filtres
from plie_metrics.periodes import annee
from plie_metrics.planches.mots import chiffre
from plie_metrics.secret.profils import PROFILS
from tests.calcul.extraits import extrait, tables
from tests.conftest import RACINE
from tests.dossiers.extrait import PARCOURS
from tests.pages.arretes import publier_essai
from tests.qualite.exemples import table

PAGES = ("territoire.py", "parcours.py", "sorties.py")
LIEUX = ("21231", "21166", "21617", "21355")


def donnees():
    """Forty people over four communes, each with one of ten parcours, étapes and entretiens."""
    gens, parcours, etapes, entretiens = [], [], [], []
    for rang in range(1, 41):
        qui, quoi = f"P{rang}", f"Q{rang}"
        commune = LIEUX[rang % 4]
        qpv = "QP021002" if commune == "21166" else None
        gens.append({"participant_id": qui, "commune": commune, "qpv": qpv})
        modele = PARCOURS[rang % 10]
        parcours.append(
            {**modele, "participant_id": qui, "parcours_id": quoi, "structure": "CESAM"}
        )
        etapes.append({"parcours_id": quoi, "type_etape": ("cdi", "formation")[rang % 2]})
        entretiens.append({"parcours_id": quoi, "date": date(2016, 12, 1)})
    lues = tables(
        extrait(participants=gens, parcours=parcours, etapes=etapes, entretiens=entretiens)
    )
    return {nom: table for nom, table in lues.items() if len(table)}


@pytest.fixture(scope="module")
def publie(tmp_path_factory):
    """One small arrêté for the whole module: the secrecy of a folder is solved once and kept."""
    dossier = tmp_path_factory.mktemp("arretes")
    contenu = donnees()
    contenu["referents"] = tables_referents()
    publier_essai(dossier, donnees=contenu)
    return dossier


@pytest.fixture
def dossier(publie, monkeypatch):
    monkeypatch.setattr("pages._composants.arretes.SNAPSHOTS", publie)
    return publie


def tables_referents():
    return table({"referent_id": "R1", "structure": "CESAM", "etp": 1.0})


def ouvrir(page, **adresse):
    essai = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=200)
    for nom, valeur in adresse.items():
        essai.query_params[nom] = valeur
    return essai.run().switch_page(page).run()


def html(page):
    return " ".join(unescape(bloc.proto.body) for bloc in page.get("html"))


def couches(page):
    (carte,) = page.get("deck_gl_json_chart")
    return {couche["id"]: couche for couche in json.loads(carte.proto.json)["layers"]}


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize("fichier", PAGES)
@pytest.mark.parametrize("profil", ["coordination", "equipe", "referent", "financeur"])
def test_chaque_profil_ouvre_la_page_et_lit_ce_qu_il_peut(fichier, profil):
    page = ouvrir(fichier, profil=profil)
    assert not page.exception
    assert [e.value for e in page.error] == []
    assert len(page.title) == 1
    ferme = "n’est pas ouverte au profil" in html(page)
    assert ferme is (PROFILS[profil].protege and fichier != "territoire.py")


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize("fichier", PAGES)
@pytest.mark.parametrize("filtres", [{}, {"commune": "Chenôve"}])
def test_les_chiffres_de_la_page_sont_ceux_de_la_commande_indicateurs(fichier, filtres):
    """The same period and filters, asked as `indicateurs` does: every key figure is equal."""
    codes = {"Chenôve": ("21166",)}
    choisis = Filtres(**{nom: codes[valeur] for nom, valeur in filtres.items()})
    connues = {"commune": LIEUX, "sexe": ("F", "H")}
    mesures = repondre(preparer(date(2016, 12, 31), donnees(), connues), annee(2016), choisis)
    page = ouvrir(fichier, **filtres)
    vus = re.findall(r'class="cle-nom">([^<]*)</dt><dd class="cle">([^<]*)<', html(page))
    assert len(vus) >= 4
    par_titre = {t: ident for ident, i in charger().items() for t in (i.titre, i.titre_court)}
    for titre, valeur in vus:
        ident = par_titre[titre]
        attendu = chiffre(ident, mesures.mesures[ident])
        assert valeur == attendu or valeur.startswith(f"{attendu}\u00a0"), titre


@pytest.mark.usefixtures("dossier")
def test_la_carte_montre_les_communes_du_jour_et_choisir_filtre_toute_la_page():
    page = ouvrir("territoire.py")
    assert len(couches(page)["communes-"]["data"]) == 24
    assert not any(b.label == "Effacer le filtre" for b in page.button)
    page.selectbox(key=lieu.BOITE).select("21166").run()
    assert page.multiselect(key="commune").value == ["21166"]
    assert page.title[0].value.startswith("Chenôve")
    assert "communes-21166" in couches(page)
    assert "commune\u00a0: Chenôve" in html(page)
    assert any("Filtre actif" in m.value and "Chenôve" in m.value for m in page.markdown)
    page.selectbox(key=lieu.BOITE).select("QP021002").run()
    assert (page.multiselect(key="commune").value, page.multiselect(key="qpv").value) == (
        [],
        ["QP021002"],
    )
    next(b for b in page.button if b.label == "Effacer le filtre").click().run()
    assert page.selectbox(key=lieu.BOITE).value == ""
    assert "ensemble du PLIE" in html(page)


@pytest.mark.usefixtures("dossier")
def test_chaque_choix_de_la_carte_s_affiche():
    page = ouvrir("territoire.py")
    for choix in page.selectbox(key="carte").options:
        page.selectbox(key="carte").select(choix).run()
        assert not page.exception
        assert [e.value for e in page.error] == []


@pytest.mark.usefixtures("dossier")
def test_un_financeur_change_de_lieu_sans_garder_deux_filtres():
    page = ouvrir("territoire.py", profil="financeur", sexe="Femmes")
    page.selectbox(key=lieu.BOITE).select("21231").run()
    assert page.multiselect(key="commune").value == ["21231"]
    assert page.multiselect(key="sexe").value == []


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize(
    ("fichier", "cle"), [("parcours.py", "par"), ("sorties.py", "par_sorties")]
)
def test_changer_de_ventilation_change_l_image(fichier, cle):
    page = ouvrir(fichier)
    for choix in page.selectbox(key=cle).options:
        page.selectbox(key=cle).select_index(page.selectbox(key=cle).options.index(choix)).run()
        assert not page.exception


def test_le_nom_d_un_lieu_ne_met_rien_en_forme(monkeypatch):
    dits = []
    monkeypatch.setattr("streamlit.markdown", dits.append)
    lieu.filtre_actif("L*a* [b](http://x)")
    assert dits == [r"Filtre actif : **L\*a\* \[b\]\(http\://x\)**"]
