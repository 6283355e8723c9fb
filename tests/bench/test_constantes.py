"""The yardstick of the browser bench stays runnable on the pages as they are."""

from pages._menu import ACCUEIL
from tests.bench.constantes import enregistrer, installer
from tests.bench.navigateur import PAGES, TOUTES, Releve, lancer, scripts_constants
from tests.navigateur.serveur import RACINE

MOYENS = next(entree for entree in PAGES if entree.adresse == "moyens")


def test_une_page_se_rejoue_en_constantes(tmp_path):
    communes = ["Dijon", "Chenôve", "Longvic", "Quetigny"]
    etats = {
        entree.adresse: enregistrer(lancer(RACINE, entree), communes if entree is MOYENS else [])
        for entree in (ACCUEIL, MOYENS)
    }
    fixe = installer(tmp_path / "c", etats, {entree.adresse: entree.titre for entree in TOUTES})
    releve = Releve()
    scripts_constants(fixe, [MOYENS], releve)  # refuses a page that fails
    assert len(releve.scripts[MOYENS.titre].constantes) == len(communes)
