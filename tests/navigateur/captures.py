"""`python -m tests.navigateur.captures [DOSSIER] [PAGE …]`: every page at both screen sizes."""

import sys
from pathlib import Path

from pages._menu import ACCUEIL, MENU
from tests.navigateur.serveur import attendre_page, chromium, serveur

TAILLES = ((1366, 768), (1920, 1080))


def photographier(dossier: Path, pages: list[str]) -> list[Path]:
    """Photograph the pages (their address), what shows first and the whole, at both sizes."""
    dossier.mkdir(parents=True, exist_ok=True)
    faites = []
    with serveur() as adresse, chromium() as navigateur:
        for largeur, hauteur in TAILLES:
            contexte = navigateur.new_context(
                viewport={"width": largeur, "height": hauteur}, locale="fr-FR"
            )
            for nom in pages:
                page = contexte.new_page()
                page.goto(f"{adresse}/{'' if nom == ACCUEIL.adresse else nom}")
                attendre_page(page)
                cible = dossier / f"{nom}-{largeur}.png"
                page.screenshot(path=cible)
                faites.append(cible)
                haut = page.evaluate(
                    "() => document.querySelector('.stMainBlockContainer').scrollHeight"
                )
                if haut > hauteur:
                    page.set_viewport_size({"width": largeur, "height": min(haut + 40, 6000)})
                    attendre_page(page)
                    page.screenshot(path=dossier / f"{nom}-{largeur}-entiere.png")
                page.close()
    return faites


if __name__ == "__main__":
    destination = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/images")
    voulues = sys.argv[2:] or [e.adresse for section in MENU.values() for e in section]
    for image in photographier(destination, voulues):
        print(image)
