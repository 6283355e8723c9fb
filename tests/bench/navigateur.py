"""`python -m tests.bench.navigateur [ADRESSE …]`: what a visitor waits for, in Chromium.

Cold start to the first page, filter change on each page, page change by the menu, each beside the
same layout with constants (constantes.py), in turn, in one browser. Communes are added one by one:
each choice is seen for the first time by its server. The script's own time on the server is taken
apart, in one process (script_seul).
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, TimeoutError
from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from pages._menu import ACCUEIL, MENU, Entree
from plie_metrics.typographie import typographier
from tests.bench.constantes import Noeud, enregistrer, installer
from tests.bench.mesures import Ligne, ligne, ligne_rapport
from tests.bench.mesures import enregistrer as garder
from tests.bench.surveillance import chronometrer, ouvrir
from tests.navigateur.serveur import RACINE, chromium, serveur

TOUTES: Final = [entree for section in MENU.values() for entree in section]
PAGES: Final = [entree for entree in TOUTES if entree.regarde]
COMMUNES: Final = ("Dijon", "Chenôve", "Longvic", "Quetigny", "Talant", "Marsannay-la-Côte")
CHOISIES: Final = 4
ESSAIS: Final = 3
DEPARTS_A_FROID: Final = 3
TENU: Final = 1.5
SCRIPT_TENU: Final = 3.0
Durees = list[float]


@dataclass
class Paires:
    """Measures of the real page and of its constants, in milliseconds, taken in turn."""

    page: Durees = field(default_factory=list)
    constantes: Durees = field(default_factory=list)


@dataclass
class Releve:
    """Everything measured; by page title for what is measured on each page."""

    froid: Paires = field(default_factory=Paires)
    filtres: dict[str, Paires] = field(default_factory=dict)
    scripts: dict[str, Paires] = field(default_factory=dict)
    menu: Paires = field(default_factory=Paires)


def communes_de(rang: int) -> list[str]:
    """Communes in another order for each page: their prefixes are then never the same choice."""
    tour = rang % len(COMMUNES)
    return [*COMMUNES[tour:], *COMMUNES[:tour]][:CHOISIES]


def choisir(page: Page, commune: str) -> float:
    """Milliseconds from the choice of one more commune to the last repaint."""
    boite = page.get_by_role("combobox", name="Commune")
    if boite.count() == 0:
        page.get_by_role("button", name="Filtres").click()
    boite.click()
    boite.fill(commune)
    option = page.get_by_role("option", name=commune, exact=True)
    option.wait_for()
    return chronometrer(page, option.click)


def aller(page: Page, entree: Entree) -> float:
    """Milliseconds from a click on the menu to the last repaint of that page."""
    lien = page.locator(".stSidebar").get_by_role(
        "link", name=typographier(entree.titre), exact=True, include_hidden=True
    )
    return chronometrer(page, lambda: lien.evaluate("lien => lien.click()"))


@contextmanager
def scripts_chronometres() -> Iterator[Durees]:
    """The milliseconds of each script run in this process."""
    durees: Durees = []
    executer = script_runner.exec_func_with_error_handling

    def chronometre(*arguments: object) -> object:
        debut = time.perf_counter()
        try:
            return executer(*arguments)  # type: ignore[arg-type]
        finally:
            durees.append(1000 * (time.perf_counter() - debut))

    script_runner.exec_func_with_error_handling = chronometre  # type: ignore[assignment]
    try:
        yield durees
    finally:
        script_runner.exec_func_with_error_handling = executer


def lancer(racine: Path, entree: Entree) -> AppTest:
    """The entry of an installation, on this page."""
    essai = AppTest.from_file(str(racine / "pages" / "_cadre.py"), default_timeout=120).run()
    if entree is not ACCUEIL:
        # the constants name their scripts by address
        nom = entree.fichier if racine == RACINE else f"{entree.adresse}.py"
        essai.switch_page(nom).run()
    fautes = [faute.message for faute in essai.exception]
    if fautes:  # an error costs less than a page: never measured as one
        raise ValueError(f"{entree.titre} : {fautes}")
    return essai


def enregistrer_pages(pages: Sequence[Entree], releve: Releve) -> dict[str, Noeud]:
    """The states of each page, the first one of the menu included, and their scripts' times."""
    etats = {}
    for rang, entree in enumerate(pages):
        essai = lancer(RACINE, entree)
        with scripts_chronometres() as durees:
            etats[entree.adresse] = enregistrer(essai, communes_de(rang))
        releve.scripts[entree.titre] = Paires(page=durees)
    return etats


def scripts_constants(racine: Path, pages: Sequence[Entree], releve: Releve) -> None:
    """The same changes on the constants, in this process too."""
    for rang, entree in enumerate(pages):
        essai = lancer(racine, entree)
        with scripts_chronometres() as durees:
            for commune in communes_de(rang):
                essai.multiselect(key="commune").select(commune).run()
        releve.scripts.setdefault(entree.titre, Paires()).constantes = durees


Servir = Callable[[], AbstractContextManager[str]]


def departs_a_froid(navigateur: Browser, servir: Servir, durees: Durees) -> None:
    """From the order to start the server to the first page drawn."""
    debut = time.perf_counter()
    with servir() as adresse:
        demarre = 1000 * (time.perf_counter() - debut)
        page, duree = ouvrir(navigateur, adresse)
        durees.append(demarre + duree)
        page.context.close()


def changements(navigateur: Browser, adresse: str, entree: Entree, rang: int) -> Durees:
    """A filter change for each commune added, on a page freshly opened.

    A list that moves under the pointer may lose a press: nothing was measured then, and the page
    is opened again.
    """
    chemin = "" if entree is ACCUEIL else entree.adresse
    for essai in range(ESSAIS):
        page, _ = ouvrir(navigateur, f"{adresse}/{chemin}")
        try:
            return [choisir(page, commune) for commune in communes_de(rang)]
        except TimeoutError:
            if essai == ESSAIS - 1:
                raise
        finally:
            page.context.close()
    return []


def tour_du_menu(navigateur: Browser, adresse: str, pages: Sequence[Entree]) -> Durees:
    """Each page reached from the one before by the menu."""
    page, _ = ouvrir(navigateur, adresse)
    suite = [entree for entree in pages if entree is not ACCUEIL]
    durees = [aller(page, entree) for entree in [*suite, ACCUEIL]] if suite else []
    page.context.close()
    return durees


def mesurer(pages: Sequence[Entree], departs: int = DEPARTS_A_FROID) -> Releve:
    """Everything, on these pages (the first one of the menu is always measured)."""
    pages = [ACCUEIL, *(entree for entree in pages if entree is not ACCUEIL)]
    releve = Releve()
    etats = enregistrer_pages(pages, releve)
    titres = {entree.adresse: entree.titre for entree in TOUTES}
    with tempfile.TemporaryDirectory() as ailleurs, chromium() as navigateur:
        fixe = installer(Path(ailleurs) / "constantes", etats, titres)
        scripts_constants(fixe, pages, releve)
        for _ in range(departs):
            departs_a_froid(navigateur, serveur, releve.froid.page)
            departs_a_froid(navigateur, lambda: serveur(racine=fixe), releve.froid.constantes)
        with serveur() as reel, serveur(racine=fixe) as constant:
            for rang, entree in enumerate(pages):
                releve.filtres[entree.titre] = Paires(
                    changements(navigateur, reel, entree, rang),
                    changements(navigateur, constant, entree, rang),
                )
            releve.menu.page += tour_du_menu(navigateur, reel, pages)
            releve.menu.constantes += tour_du_menu(navigateur, constant, pages)
    return releve


def lignes(releve: Releve) -> list[Ligne]:
    """The rows of the table: ratios, then what people wait for on the page that costs most."""
    lue = [
        ligne("Cold start to the first page", releve.froid.page, "ms"),
        ligne_rapport(
            "Cold start to the first page, against constants",
            releve.froid.page,
            releve.froid.constantes,
            TENU,
        ),
    ]
    for titre, paires in releve.filtres.items():
        lue.append(
            ligne_rapport(
                f"Filter change, {titre}, against constants",
                paires.page,
                paires.constantes,
                TENU,
            )
        )
    lourde = max(releve.filtres, key=lambda titre: sum(releve.filtres[titre].page))
    paires = releve.scripts[lourde]
    return [
        *lue,
        ligne(f"Filter change, {lourde} (the heaviest page)", releve.filtres[lourde].page, "ms"),
        ligne_rapport(
            f"Script of that change on the server, {lourde}, against constants",
            paires.page,
            paires.constantes,
            SCRIPT_TENU,
        ),
        ligne(f"Script of that change on the server, {lourde}", paires.page, "ms"),
        *(_du_menu(releve.menu) if releve.menu.page else ()),
    ]


def _du_menu(paires: Paires) -> list[Ligne]:
    quoi = "Page change by the menu"
    return [
        ligne(quoi, paires.page, "ms"),
        ligne_rapport(f"{quoi}, against constants", paires.page, paires.constantes, TENU),
    ]


def details(releve: Releve) -> dict[str, object]:
    """Every single measure, for who wants to look closer."""
    return {
        "froid": vars(releve.froid),
        "menu": vars(releve.menu),
        "filtres": {titre: vars(paires) for titre, paires in releve.filtres.items()},
        "scripts": {titre: vars(paires) for titre, paires in releve.scripts.items()},
    }


def principal() -> None:
    """Measure, print and keep; limits that are missed are written as such."""
    analyseur = argparse.ArgumentParser(description="Banc d’essai dans le navigateur.")
    analyseur.add_argument("adresses", nargs="*", help="ces pages seulement")
    analyseur.add_argument("--departs", type=int, default=DEPARTS_A_FROID)
    demande = analyseur.parse_args()
    pages = [e for e in PAGES if not demande.adresses or e.adresse in demande.adresses]
    releve = mesurer(pages, demande.departs)
    garder("navigateur", 30, lignes(releve), details=details(releve))


if __name__ == "__main__":
    principal()
