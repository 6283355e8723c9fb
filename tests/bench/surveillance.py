"""When a page of Streamlit has settled, as the browser itself saw it.

A gesture counts from the press (of the mouse, or the click of a link) to the last change on the
page, once the script has been seen to start and to finish: a page that has not begun to answer is
never taken for one that has.
"""

import time
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Browser, Page

CALME_MS: Final = 400
"""Milliseconds without a change after which the page is settled; not part of the measure."""
FENETRE: Final = {"width": 1366, "height": 768}
SURVEILLER: Final = """() => {
  const etat = () => document.querySelector("[data-testid='stApp']")
    ?.getAttribute('data-test-script-state');
  const s = window.surveillance = {depart: null, lance: null, dernier: 0, arme: false};
  new MutationObserver(() => {
    s.dernier = performance.now();
    if (s.depart !== null && s.lance === null && etat() !== 'notRunning') s.lance = s.dernier;
  }).observe(document.querySelector("[data-testid='stApp']").parentElement, {subtree: true,
    childList: true, attributes: true, characterData: true});
  for (const geste of ['pointerdown', 'click'])
    document.addEventListener(geste, () => {
      if (s.arme && s.depart === null) s.depart = performance.now();
    }, {capture: true});
  s.pose = () => s.lance !== null && etat() === 'notRunning'
    && performance.now() - s.dernier > CALME
    && !document.querySelector("[data-testid='stSkeleton']");
}""".replace("CALME", str(CALME_MS))
ARMER: Final = "() => Object.assign(window.surveillance, {depart: null, lance: null, arme: true})"
LUE: Final = "() => { const s = window.surveillance; s.arme = false; return s.dernier - s.depart; }"


def ouvrir(navigateur: Browser, adresse: str) -> tuple[Page, float]:
    """The page drawn in a window of its own, and the milliseconds until its last change."""
    page = navigateur.new_context(viewport=FENETRE, locale="fr-FR").new_page()
    page.set_default_timeout(60_000)
    depart = time.perf_counter()
    page.goto(adresse)
    page.wait_for_selector(".stMain h1")
    page.evaluate(SURVEILLER)
    page.evaluate(
        "() => Object.assign(window.surveillance,"
        " {depart: 0, lance: 0, dernier: performance.now()})"
    )
    page.wait_for_function("() => window.surveillance.pose()", polling=50)
    calme = page.evaluate("() => performance.now() - window.surveillance.dernier")
    return page, 1000 * (time.perf_counter() - depart) - calme


def chronometrer(page: Page, geste: Callable[[], None]) -> float:
    """Milliseconds from the first press of `geste` to the last change that it brings.

    Raises TimeoutError when no script starts, or when it never ends.
    """
    page.evaluate(ARMER)
    geste()
    page.wait_for_function("() => window.surveillance.pose()", polling=50)
    duree: float = page.evaluate(LUE)
    if duree <= 0:
        raise ValueError(f"une durée de {duree} ms n’a pas de sens")
    return duree
