"""Demonstration snapshots whose protected tables are solved: made once, kept for the next runs.

They are kept under a name that holds the content of everything that makes them (the modules that
theirs import, the data, the pinned libraries): a change gives another name, never a stale folder.
"""

import ast
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock

from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.commandes.demo import lire_sources, ouvrir_publications, publier_jeu
from plie_metrics.demonstration.alea import GRAINE
from plie_metrics.demonstration.jeu import construire

RACINE = Path(__file__).resolve().parent.parent
CACHE = RACINE / ".cache" / "demonstration"
DEPARTS = ("plie_metrics.commandes.demo", "plie_metrics.secret.preparation")
GARDEES = 3


def demonstration_prete() -> Path:
    """The folder of the last two snapshots of the demonstration, solved for both profiles."""
    CACHE.mkdir(parents=True, exist_ok=True)
    dossier = CACHE / empreinte()
    with FileLock(CACHE / "verrou"):  # another worker may be making it
        if not dossier.is_dir():
            provisoire = Path(tempfile.mkdtemp(dir=CACHE, prefix="en-cours-"))
            _construire(provisoire)
            provisoire.rename(dossier)
            _oublier(dossier)
    return dossier


def _construire(dossier: Path) -> None:
    jeu = construire(lire_sources(), ouvrir_publications(), GRAINE, 1)
    publier_jeu(dict(list(jeu.items())[-2:]), dossier)
    # by the command, a process a profile: where a page has been run, `__main__` is the page
    commande = [sys.executable, "-m", "plie_metrics", "preparer", "--vers", str(dossier)]
    subprocess.run(commande, cwd=RACINE, check=True, capture_output=True)


def _oublier(garde: Path) -> None:
    """Drop the oldest folders."""
    autres = [d for d in CACHE.iterdir() if d.is_dir() and d != garde]
    for vieux in sorted(autres, key=lambda d: d.stat().st_mtime)[: -(GARDEES - 1)]:
        shutil.rmtree(vieux)


def empreinte() -> str:
    """A digest of everything that the folder is made from."""
    somme = hashlib.sha256(sys.version.encode())
    for fichier in sorted([*_modules(), *_donnees(), Path(__file__)]):
        somme.update(str(fichier.relative_to(RACINE)).encode())
        somme.update(hashlib.sha256(fichier.read_bytes()).digest())
    return somme.hexdigest()[:24]


def _donnees() -> list[Path]:
    dossiers = (RACINE / "data" / "publications", RACINE / "data" / "territoire")
    lus = [f for dossier in dossiers for f in dossier.rglob("*") if f.is_file()]
    autres = [f for f in (RACINE / "plie_metrics").rglob("*") if f.is_file() and _autre(f)]
    return [*lus, *autres, RACINE / "data" / "plie.toml", RACINE / "requirements.txt"]


def _autre(fichier: Path) -> bool:
    return fichier.suffix not in (".py", ".pyc")


def _modules() -> set[Path]:
    """The modules that `DEPARTS` import, directly or not, with the packages that hold them."""
    vus: set[Path] = set()
    a_voir = list(DEPARTS)
    while a_voir:
        nom = a_voir.pop()
        for fichier in _fichiers(nom):
            if fichier not in vus:
                vus.add(fichier)
                a_voir += _importes(fichier)
    return vus


def _fichiers(nom: str) -> list[Path]:
    """The file of a module and those of its packages; none for a name that is no module."""
    parties = nom.split(".")
    chemins = [RACINE.joinpath(*parties[:rang]) for rang in range(1, len(parties) + 1)]
    possibles = [chemin / "__init__.py" for chemin in chemins]
    return [f for f in (*possibles, chemins[-1].with_suffix(".py")) if f.is_file()]


def _importes(fichier: Path) -> list[str]:
    noms: list[str] = []
    for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
        if isinstance(noeud, ast.Import):
            noms += [alias.name for alias in noeud.names]
        elif isinstance(noeud, ast.ImportFrom) and noeud.module:
            noms += [noeud.module, *(f"{noeud.module}.{alias.name}" for alias in noeud.names)]
    return [nom for nom in noms if nom.startswith("plie_metrics")]


def installer() -> None:
    """Put it where the pages look, when nothing is there: tests open pages as a visitor does."""
    if not SNAPSHOTS.exists():
        shutil.copytree(demonstration_prete(), SNAPSHOTS)


if __name__ == "__main__":
    installer()
