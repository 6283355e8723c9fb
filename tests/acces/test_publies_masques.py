"""Published figures on screen: what a profile may not see stays on « Document publié » alone.

The words of every figure that the rules mask are replaced by a mark in the documents that pages
open: no page shows the mark to these profiles, but the one that reproduces the document.
"""

from dataclasses import replace

import pytest
import streamlit as st

from pages._menu import MENU
from plie_metrics.chemins import PUBLICATIONS, RACINE
from plie_metrics.configuration import lire
from plie_metrics.publications.lecture import ouvrir as ouvrir_document
from plie_metrics.secret.profils import PROFILS
from plie_metrics.secret.publies import masques_publies
from plie_metrics.secret.reglages import valider
from tests.acces.test_cadre import essai, ouvrir
from tests.acces.test_porte_unique import noms_importes

ENTREES = [entree for section in MENU.values() for entree in section]
PROTEGES = ("financeur", "public")
REPRODUCTION = "document_publie"
MARQUE = "CHIFFRE-CACHE"
ENTIERS = {
    "pages/_composants/rapprochements.py": "verifies whole documents, then drops hidden figures",
    "pages/document_publie.py": "reproduces a document that is public already",
}


def marque(document, profil):
    """The document as printed, its hidden figures marked: their values still mask them."""
    publie = ouvrir_document(PUBLICATIONS, document)
    caches = masques_publies(publie, PROFILS[profil], valider(lire("secret")))
    return replace(
        publie,
        chiffres=tuple(
            replace(c, imprime=MARQUE, note=MARQUE) if c.id in caches else c for c in publie
        ),
    )


def montre(page):
    """Everything that the page sends to the browser, tables and pictures included."""
    protos = (getattr(element, "proto", None) for element in page.main)
    return b"".join(proto.SerializeToString() for proto in protos if proto is not None)


@pytest.fixture
def marques(demonstration_ouverte, monkeypatch):
    """Put the marks of a profile in every document."""
    assert demonstration_ouverte.is_dir()

    def _marquer(profil):
        st.cache_resource.clear()
        monkeypatch.setattr(
            "pages._composants.publies.ouvrir", lambda _, document: marque(document, profil)
        )

    yield _marquer
    st.cache_resource.clear()


@pytest.mark.parametrize("profil", PROTEGES)
def test_aucune_page_ne_montre_un_chiffre_publie_cache(profil, marques):
    marques(profil)
    vues = {
        entree.adresse: montre(ouvrir(essai(profil), entree))
        for entree in ENTREES
        if profil in entree.profils
    }
    assert {adresse for adresse, vue in vues.items() if MARQUE.encode() in vue} == {REPRODUCTION}


@pytest.mark.parametrize("profil", PROTEGES)
@pytest.mark.parametrize(
    "vue",
    ["Contrat d’objectifs 2009-2011", "Convention 2008 de Dijon", "Règles de la co-traitance"],
)
def test_ni_les_documents_de_la_mission_locale(profil, vue, marques):
    marques(profil)
    page = essai(profil)
    page.query_params["vue"] = vue
    page = ouvrir(page, next(e for e in ENTREES if e.adresse == "mission_locale"))
    assert not page.exception
    assert not any("erreur imprévue" in e.value for e in page.error)
    assert MARQUE.encode() not in montre(page)


def test_la_coordination_voit_les_chiffres_imprimes(marques):
    marques("public")
    page = ouvrir(essai("coordination"), next(e for e in ENTREES if e.adresse == "rapprochement"))
    assert MARQUE.encode() in montre(page)


@pytest.mark.parametrize(
    "fichier",
    sorted((RACINE / "pages").rglob("*.py")),
    ids=lambda f: f.relative_to(RACINE).as_posix(),
)
def test_un_document_entier_n_est_pris_que_pour_etre_reproduit(fichier):
    nom = fichier.relative_to(RACINE).as_posix()
    importes = noms_importes(fichier)
    assert "pages._composants.publies.document_entier" not in importes or nom in ENTIERS
    assert (
        "plie_metrics.publications.lecture.ouvrir" not in importes
        or nom == "pages/_composants/publies.py"
    )
