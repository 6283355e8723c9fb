"""`python -m tests.navigateur.captures [DOSSIER [PAGE …]]`: photographs of the pages.

Both screen sizes. Without a folder, the gallery of the documentation: what shows first, in light
pictures, and its page docs/galerie.md. With one, also the whole page where it is longer.
"""

import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from pages._menu import ACCUEIL, MENU
from tests.navigateur.serveur import attendre_page, chromium, serveur

TAILLES = ((1366, 768), (1920, 1080))
GALERIE = Path("docs/images")
PAGE_GALERIE = Path("docs/galerie.md")


def photographier(dossier: Path, pages: list[str], *, tout: bool) -> list[Path]:
    """Photograph the pages (their address) at both sizes; `tout`: their whole length too."""
    dossier.mkdir(parents=True, exist_ok=True)
    faites = []
    with serveur() as adresse, chromium() as navigateur:
        for largeur, hauteur in TAILLES:
            ecran = {"width": largeur, "height": hauteur}
            contexte = navigateur.new_context(viewport=ecran, locale="fr-FR")
            for nom in pages:
                page = contexte.new_page()
                page.goto(f"{adresse}/{'' if nom == ACCUEIL.adresse else nom}")
                attendre_page(page)
                faites.append(dossier / f"{nom}-{largeur}.png")
                page.screenshot(path=faites[-1])
                if not tout:
                    alleger(faites[-1])
                else:
                    _en_entier(page, dossier / f"{nom}-{largeur}-entiere.png")
                page.close()
    return faites


def alleger(image: Path) -> None:
    """Keep 128 colours: a third of the weight, and the same text."""
    with Image.open(image) as lue:
        reduite = lue.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    reduite.save(image, optimize=True)


def ecrire_galerie() -> None:
    """docs/galerie.md: every page of the menu, by section, at both sizes."""
    blocs = [
        "# Les pages\n",
        "Photographiées par `make captures`, à 1366 × 768 (et 1920 × 1080 quand l’image est là) en "
        "profil\ncoordination, sur les données de démonstration (inventées, calées sur le rapport "
        "d'activité 2016).\n",
    ]
    for section, entrees in MENU.items():
        blocs.append(f"## {section}\n")
        for entree in entrees:
            images = [
                f"![{entree.titre}, {largeur} × {hauteur}](images/{entree.adresse}-{largeur}.png)\n"
                for largeur, hauteur in TAILLES
                if (GALERIE / f"{entree.adresse}-{largeur}.png").exists()
            ]
            blocs += [f"### {entree.titre}\n", *images]
    PAGE_GALERIE.write_text("\n".join(blocs), encoding="utf-8")


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
    if destination == GALERIE:
        ecrire_galerie()
