"""`python -m tests.navigateur.captures [DOSSIER [PAGE …]]`: photographs of the pages.

Without a folder, the gallery of the documentation: what shows first at 1366 × 768. With one, both
screen sizes, and the whole page where it is longer than the screen.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page

from pages._menu import ACCUEIL, MENU
from tests.navigateur.serveur import attendre_page, chromium, serveur

TAILLES = ((1366, 768), (1920, 1080))
GALERIE = Path("docs/images")


def photographier(dossier: Path, pages: list[str], *, tout: bool) -> list[Path]:
    """Photograph the pages (their address); `tout`: both sizes and the whole length."""
    dossier.mkdir(parents=True, exist_ok=True)
    faites = []
    with serveur() as adresse, chromium() as navigateur:
        for largeur, hauteur in TAILLES if tout else TAILLES[:1]:
            ecran = {"width": largeur, "height": hauteur}
            contexte = navigateur.new_context(viewport=ecran, locale="fr-FR")
            for nom in pages:
                page = contexte.new_page()
                page.goto(f"{adresse}/{'' if nom == ACCUEIL.adresse else nom}")
                attendre_page(page)
                faites.append(dossier / f"{nom}-{largeur}.png")
                page.screenshot(path=faites[-1])
                if tout:
                    _en_entier(page, dossier / f"{nom}-{largeur}-entiere.png")
                page.close()
    return faites


def _en_entier(page: Page, cible: Path) -> None:
    ecran = page.viewport_size or {"width": 1366, "height": 768}
    haut = page.evaluate("() => document.querySelector('.stMainBlockContainer').scrollHeight")
    if haut > ecran["height"]:
        page.set_viewport_size({"width": ecran["width"], "height": min(haut + 40, 6000)})
        attendre_page(page)
        page.screenshot(path=cible)


if __name__ == "__main__":
    destination = Path(sys.argv[1]) if len(sys.argv) > 1 else GALERIE
    voulues = sys.argv[2:] or [e.adresse for section in MENU.values() for e in section]
    for image in photographier(destination, voulues, tout=destination != GALERIE):
        print(image)
