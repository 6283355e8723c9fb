"""`python -m tests.bench.navigateur [ADRESSE …]`: what a filter change and a first page cost.

Each page is measured beside the same layout with constants (constantes.py), in turn, in one
Chromium. A change counts from the choice of a commune to the last repaint.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from pages._menu import MENU, Entree
from tests.bench.constantes import enregistrer, installer
from tests.navigateur.serveur import attendre_page, chromium, serveur

COMMUNES = ("Dijon", "Chenôve", "Longvic", "Quetigny", "Talant", "Marsannay-la-Côte")
CALME_MS = 500
"""Milliseconds without a change in the page after which it is settled."""
SURVEILLER = """() => {
  window.dernier = performance.now();
  new MutationObserver(() => { window.dernier = performance.now(); }).observe(
    document.querySelector('.stMain'), {subtree: true, childList: true, attributes: true,
    characterData: true});
}"""
POSE = f"""() => {{
  const pret = document.querySelector(
    "[data-testid='stApp'][data-test-script-state='notRunning']");
  return pret && performance.now() - window.dernier > {CALME_MS};
}}"""


def changer(page: Page, commune: str) -> float:
    """Milliseconds from the choice of one more commune to the last repaint."""
    boite = page.get_by_role("combobox", name="Commune")
    if boite.count() == 0:
        page.get_by_role("button", name="Filtres").click()
    boite.click()
    boite.fill(commune)
    option = page.get_by_role("option", name=commune, exact=True)
    option.wait_for()
    depart = page.evaluate("() => performance.now()")
    option.click()
    page.wait_for_timeout(60)
    page.wait_for_function(POSE, timeout=60_000)
    fin: float = page.evaluate("() => window.dernier")
    return fin - depart


def changements(page: Page) -> list[float]:
    """One measure a commune added, each seen for the first time by this server."""
    page.evaluate(SURVEILLER)
    return [changer(page, commune) for commune in COMMUNES]


def ouvrir(navigateur: Browser, adresse: str) -> tuple[Page, float]:
    """The page once settled, and the milliseconds that its opening took."""
    contexte = navigateur.new_context(viewport={"width": 1366, "height": 768}, locale="fr-FR")
    page = contexte.new_page()
    page.set_default_timeout(120_000)
    depart = time.perf_counter()
    page.goto(adresse)
    attendre_page(page)
    return page, 1000 * (time.perf_counter() - depart)


def mesurer(entree: Entree, repetitions: int = 3) -> dict[str, object]:
    """The ratios of one page, the real one against its constants, measured in turn."""
    etats = enregistrer(entree.adresse, entree.fichier, list(COMMUNES))
    premieres: dict[str, list[float]] = {"page": [], "constantes": []}
    suivantes: dict[str, list[float]] = {"page": [], "constantes": []}
    with tempfile.TemporaryDirectory() as ailleurs, chromium() as navigateur:
        fixe = installer(Path(ailleurs) / "constantes", etats)
        for _ in range(repetitions):
            for nom, lancer, chemin in (
                ("page", serveur, "" if entree.adresse == "synthese" else entree.adresse),
                ("constantes", lambda: serveur(racine=fixe), ""),
            ):
                _une_fois(navigateur, lancer, chemin, premieres[nom], suivantes[nom])
    return {
        "premiere_page": _rapport(premieres),
        "changement_de_filtre": _rapport(suivantes),
    }


def _une_fois(
    navigateur: Browser,
    lancer: Callable,  # type: ignore[type-arg]
    chemin: str,
    premieres: list[float],
    suivantes: list[float],
) -> None:
    with lancer() as adresse:
        page, duree = ouvrir(navigateur, f"{adresse}/{chemin}")
        premieres.append(duree)
        suivantes.extend(changements(page))
        page.context.close()


def _rapport(mesures: dict[str, list[float]]) -> dict[str, object]:
    page, constantes = mesures["page"], mesures["constantes"]
    return {
        "page_ms": _resume(page),
        "constantes_ms": _resume(constantes),
        "rapport": round(statistics.median(page) / statistics.median(constantes), 2),
    }


def _resume(valeurs: list[float]) -> dict[str, int]:
    bornes = (min(valeurs), statistics.median(valeurs), max(valeurs))
    return dict(zip(("min", "mediane", "max"), map(round, bornes), strict=True))


if __name__ == "__main__":
    voulues = sys.argv[1:]
    pages = [e for section in MENU.values() for e in section if e.regarde]
    for entree in pages:
        if not voulues or entree.adresse in voulues:
            sys.stdout.write(
                json.dumps({entree.adresse: mesurer(entree)}, ensure_ascii=False) + "\n"
            )
            sys.stdout.flush()
