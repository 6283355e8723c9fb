"""One gate: nothing in pages/ reaches a case for financeur and public, by reading and by running.

Reading: few modules of pages/ may touch a snapshot, each for a reason written here, and no script
of a page open to these profiles is one of them. Running: every page is opened with their eyes while
the tables of cases are booby-trapped.
"""

import ast
from pathlib import Path

import pytest
import streamlit as st

from pages._menu import MENU
from plie_metrics.calcul import bases
from plie_metrics.chemins import RACINE
from plie_metrics.secret.porte import ANNEXES
from plie_metrics.stockage import Snapshot
from tests.acces.test_cadre import REFUSEE, essai, ouvrir, parcourir, titre
from tests.test_architecture import importes

ENTREES = [entree for section in MENU.values() for entree in section]
PROTEGES = ("financeur", "public")
PAR_LA_PORTE = {
    "pages/_composants/copil/archive.py": "why two editions differ, for who prepares them",
    "pages/_composants/retrospective.py": "the projections tried on the past, for exact profiles",
    "pages/referents.py": "lists of files: of all for the coordination, one's own for a référent",
}
"""Modules that ask the gate for cases: it refuses whoever may not have them."""
AUTORISES = {
    "pages/_composants/ajustement.py": "page Données: the tables of a mapping file",
    "pages/_acces/choix.py": "the identifiers of référents, for the chooser of portfolio",
    "pages/_composants/controle.py": "page Données: compares an extract with an arrêté",
    "pages/_composants/qualite.py": "page Qualité, and alerts of who may list files",
}
DERRIERE = (
    "plie_metrics.calcul.bases",
    "plie_metrics.calcul.lot.Donnees",
    "plie_metrics.calcul.lot.preparer",
    "plie_metrics.calcul.lot.repondre",
    "plie_metrics.calcul.vue",
    "plie_metrics.secret.ouverture",
    "plie_metrics.secret.porte.PorteExacte",
    "plie_metrics.secret.probleme",
    "plie_metrics.secret.resolution",
    "plie_metrics.objectifs.contexte",
    "plie_metrics.stockage.snapshot",
    "plie_metrics.stockage.balayage_parquet",
)
"""Modules and names that hold or make exact figures."""
OUVREURS = {
    "pages/_composants/portes.py": "the gate is opened here, and nowhere else",
    "pages/_composants/controle.py": "page Données: what an extract would give, before it is one",
}


def modules(dossier):
    return sorted((RACINE / dossier).rglob("*.py"))


def nom(fichier: Path) -> str:
    return fichier.relative_to(RACINE).as_posix()


def appels(fichier):
    """The attributes that are called in a module: `snapshot.table(…)` gives `table`."""
    arbre = ast.parse(fichier.read_text(encoding="utf-8"))
    return {
        noeud.func.attr
        for noeud in ast.walk(arbre)
        if isinstance(noeud, ast.Call)
        and isinstance(noeud.func, ast.Attribute)
        and not (isinstance(noeud.func.value, ast.Name) and noeud.func.value.id == "st")
    }


def noms_importes(fichier):
    """`from a.b import c` gives `a.b.c`."""
    return {
        f"{noeud.module}.{alias.name}"
        for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8")))
        if isinstance(noeud, ast.ImportFrom)
        for alias in noeud.names
    }


def atteints(fichier: Path) -> set[str]:
    """The modules of pages/ that a page imports, directly or not."""
    vus: set[str] = set()
    a_voir = [fichier]
    while a_voir:
        for module in importes(a_voir.pop()):
            chemin = RACINE.joinpath(*module.split(".")).with_suffix(".py")
            if module.startswith("pages.") and chemin.is_file() and nom(chemin) not in vus:
                vus.add(nom(chemin))
                a_voir.append(chemin)
    return vus


@pytest.mark.parametrize("fichier", modules("pages"), ids=nom)
def test_seuls_des_modules_connus_lisent_des_cas(fichier):
    """A table of a snapshot; or one of the two doors of the gate for who may have them."""
    assert "table" not in appels(fichier) or nom(fichier) in AUTORISES
    assert not appels(fichier) & {"dossiers", "detail"} or nom(fichier) in PAR_LA_PORTE


@pytest.mark.parametrize("fichier", [*modules("pages"), *modules("plie_metrics/planches")], ids=nom)
def test_seule_la_porte_ouvre_les_chiffres_exacts(fichier):
    derriere = {n for n in noms_importes(fichier) if n.startswith(DERRIERE)}
    assert derriere == set() or nom(fichier) in OUVREURS


@pytest.mark.parametrize("entree", ENTREES, ids=lambda e: e.adresse)
def test_une_page_ouverte_a_tous_n_est_pas_de_ces_modules(entree):
    """The quality report is the one exception: `qualite_pour` gives it to the coordination."""
    touches = atteints(RACINE / "pages" / entree.fichier) & (set(AUTORISES) | set(OUVREURS))
    if set(PROTEGES) & set(entree.profils):
        assert touches <= {"pages/_composants/qualite.py", "pages/_composants/portes.py"}


@pytest.fixture(scope="module")
def lectures():
    """What was read of the cases while the trap was set."""
    return []


@pytest.fixture
def piege(demonstration_ouverte, lectures, monkeypatch):
    """Any table but those that count nobody, any base to count on, is noted and refused."""
    assert demonstration_ouverte.is_dir()
    lire = Snapshot.table

    def lire_sauf_cas(snapshot, table):
        if table in ("objectifs", *ANNEXES):
            return lire(snapshot, table)
        lectures.append(table)
        raise AssertionError(table)

    def refuser(*_args, **_kw):
        lectures.append("bases")
        raise AssertionError("bases")

    monkeypatch.setattr(Snapshot, "table", lire_sauf_cas)
    monkeypatch.setattr(bases, "joindre", refuser)
    monkeypatch.setattr("plie_metrics.calcul.lot.construire", refuser)
    monkeypatch.setattr("plie_metrics.stockage.balayage_parquet.balayer_tables", refuser)
    st.cache_resource.clear()
    lectures.clear()
    yield lectures
    st.cache_resource.clear()


@pytest.mark.parametrize("profil", PROTEGES)
def test_aucune_page_ne_lit_un_cas(profil, piege):
    """One visitor goes through the whole menu: what a page finds made was made under the trap."""
    for entree, page in parcourir(essai(profil)):
        assert not page.exception, entree.adresse
        assert piege == [], entree.adresse
        assert (titre(page) == REFUSEE) == (profil not in entree.profils), entree.adresse
        assert not any("erreur imprévue" in e.value for e in page.error), entree.adresse


def test_le_piege_prendrait_une_lecture(piege):
    page = ouvrir(essai("coordination"), ENTREES[0])
    assert piege != []
    assert page.error
