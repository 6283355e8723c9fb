"""`python -m tests.bench.panel`: the Synthèse beside the same page on Panel (page_panel.py).

Cold start to the first page, and a filter change on communes that the server sees for the first
time, in turn, in one Chromium. It needs requirements-bench.txt.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, Page

from tests.bench.mesures import enregistrer, ligne, ligne_rapport
from tests.bench.navigateur import COMMUNES, Durees, Paires, choisir
from tests.bench.surveillance import CALME_MS, FENETRE, ouvrir
from tests.navigateur.serveur import RACINE, attendre_reponse, chromium, port_libre, serveur

# Panel draws in shadow roots: a change there is one of the page too
SURVEILLER: Final = """
  window.dernier = performance.now();
  const oeil = new MutationObserver(() => { window.dernier = performance.now(); });
  const tout = {subtree: true, childList: true, attributes: true, characterData: true};
  const ouvrirOmbre = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const ombre = ouvrirOmbre.call(this, options);
    oeil.observe(ombre, tout);
    return ombre;
  };
  oeil.observe(document, tout);
"""
POSE: Final = f"() => performance.now() - window.dernier > {CALME_MS}"


@contextmanager
def serveur_panel() -> Iterator[str]:
    """Start the page on Panel; stop it at the end."""
    port = port_libre()
    processus = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.page_panel", str(port)],
        cwd=RACINE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        attendre_reponse(f"http://localhost:{port}/favicon.ico")
        yield f"http://localhost:{port}"
    finally:
        processus.terminate()
        processus.wait(20)


def attendre_tour(page: Page, tour: int, depart: float) -> float:
    """Milliseconds from `depart`, by the page's own clock, to the last change of that round."""
    page.locator(f"#tour-{tour}").wait_for(state="attached")
    page.wait_for_function(POSE, polling=50)
    fin: float = page.evaluate("() => window.dernier")
    return fin - depart


def ouvrir_panel(navigateur: Browser, adresse: str) -> tuple[Page, float]:
    """The page on Panel once drawn, and the milliseconds that it took."""
    page = navigateur.new_context(viewport=FENETRE).new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(SURVEILLER)
    page.goto(adresse)
    page.locator("svg.marks").first.wait_for()
    return page, attendre_tour(page, 0, 0)


def choisir_panel(page: Page, communes: list[str], tour: int) -> float:
    """Milliseconds from the choice of these communes to the last repaint."""
    depart: float = page.evaluate("() => performance.now()")
    page.get_by_label("Commune").select_option(communes)
    return attendre_tour(page, tour, depart)


def une_fois(navigateur: Browser, froid: Paires, filtres: Paires) -> None:
    """Both, from the start of their server."""
    debut = time.perf_counter()
    with serveur() as adresse:
        demarre = 1000 * (time.perf_counter() - debut)
        page, duree = ouvrir(navigateur, adresse)
        froid.page.append(demarre + duree)
        filtres.page += [choisir(page, commune) for commune in COMMUNES]
        page.context.close()
    debut = time.perf_counter()
    with serveur_panel() as adresse:
        demarre = 1000 * (time.perf_counter() - debut)
        page, duree = ouvrir_panel(navigateur, adresse)
        froid.constantes.append(demarre + duree)
        filtres.constantes += _suite(page)
        page.context.close()


def _suite(page: Page) -> Durees:
    prefixes = [list(COMMUNES[: rang + 1]) for rang in range(len(COMMUNES))]
    return [choisir_panel(page, communes, rang) for rang, communes in enumerate(prefixes, 1)]


def principal() -> None:
    """Measure, print and keep."""
    analyseur = argparse.ArgumentParser(description="La Synthèse, à côté de Panel.")
    analyseur.add_argument("--tours", type=int, default=3)
    demande = analyseur.parse_args()
    froid, filtres = Paires(), Paires()
    with chromium() as navigateur:
        for _ in range(demande.tours):
            une_fois(navigateur, froid, filtres)
    lues = []
    for quoi, paires in (("Cold start to the Synthèse", froid), ("Filter change", filtres)):
        lues += [
            ligne(f"{quoi}, the same page on Panel", paires.constantes, "ms"),
            ligne_rapport(f"{quoi}, against Panel", paires.page, paires.constantes),
        ]
    enregistrer("panel", 35, lues)


if __name__ == "__main__":
    principal()
