"""The three wings of the house: what may import what, and where files are touched."""

import ast
import re
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parent.parent
MODULES = sorted((RACINE / "plie_metrics").rglob("*.py"))
PAGES = sorted((RACINE / "pages").rglob("*.py"))

# the only places of plie_metrics that read or write a file
ENTREES_SORTIES = (
    "commandes/",
    "importation/",
    "stockage/",
    "exports/",
    "conservation/",
    "sauvegarde/",
    "__main__.py",
    "chemins.py",
    "configuration.py",
    "catalogue/chargement.py",
    "editions/chantier.py",
    "editions/depot.py",
    "editions/fichiers.py",
    "editions/remises.py",
    "publications/integrite.py",
    "publications/lecture.py",
    "publications/construction.py",
    "publications/rapprochement/lecture.py",
    "territoire/lecture.py",
    "secret/silence.py",  # its own standard output, no file
)
FICHIERS = re.compile(
    r"\bopen\(|\.read_text\(|\.read_bytes\(|\.write_text\(|\.write_bytes\(|read_parquet\(|"
    r"read_csv\(|read_table\(|to_parquet\(|to_csv\(|write_table\(|\bimport shutil|\bimport tempfile"
)


def importes(fichier: Path) -> set[str]:
    noms = set()
    for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
        if isinstance(noeud, ast.Import):
            noms |= {alias.name for alias in noeud.names}
        elif isinstance(noeud, ast.ImportFrom) and noeud.module:
            noms.add(noeud.module)
    return noms


def etage(parties: tuple[str, ...]) -> str:
    """The floor of a module of plie_metrics, "" for any other module."""
    if parties[0] != "plie_metrics" or len(parties) == 1:
        return ""
    return "formats" if parties[1:3] == ("presentation", "formats") else parties[1]


def nom_court(fichier: Path) -> str:
    return fichier.relative_to(RACINE / "plie_metrics").as_posix()


@pytest.mark.parametrize("fichier", MODULES, ids=nom_court)
def test_plie_metrics_ignore_streamlit_et_les_pages(fichier):
    interdits = {n for n in importes(fichier) if n.split(".")[0] in ("streamlit", "pages", "tests")}
    assert interdits == set()


@pytest.mark.parametrize(
    "fichier",
    [f for f in MODULES if not nom_court(f).startswith(ENTREES_SORTIES)],
    ids=nom_court,
)
def test_le_calcul_ne_lit_et_n_ecrit_rien(fichier):
    assert FICHIERS.findall(fichier.read_text(encoding="utf-8")) == []


def test_aucun_module_ne_tourne_en_rond():
    """A package may use the others, but no two packages use each other.

    `presentation.formats` is a floor of its own, under all the others: importer and commands too
    write numbers in French.
    """
    paquets: dict[str, set[str]] = {}
    for fichier in MODULES:
        ici = etage(("plie_metrics", *nom_court(fichier).removesuffix(".py").split("/")))
        for nom in importes(fichier):
            la = etage(tuple(nom.split(".")))
            if la and la != ici:
                paquets.setdefault(ici, set()).add(la)
    croises = {
        tuple(sorted((a, b)))
        for a, voisins in paquets.items()
        for b in voisins
        if a in paquets.get(b, set())
    }
    assert croises == set()


@pytest.mark.parametrize("fichier", MODULES + PAGES, ids=lambda f: f.name)
def test_les_fonctions_restent_courtes(fichier):
    longues = [
        noeud.name
        for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8")))
        if isinstance(noeud, ast.FunctionDef) and noeud.end_lineno - noeud.lineno + 1 > 50
    ]
    assert longues == []


@pytest.mark.parametrize(
    "fichier", [f for f in MODULES if "commandes" not in f.parts], ids=nom_court
)
def test_ce_qui_est_public_est_documente(fichier):
    arbre = ast.parse(fichier.read_text(encoding="utf-8"))
    publics = [
        n
        for n in arbre.body
        if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")
    ]
    assert ast.get_docstring(arbre) or nom_court(fichier) == "__init__.py"
    assert [n.name for n in publics if not ast.get_docstring(n)] == []
