"""A commune chosen in the bar: every figure follows it; Dijon and all the others make the total."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.navigateur.serveur import attendre_page

pytestmark = [pytest.mark.navigateur, pytest.mark.xdist_group("navigateur")]

PAGES = {"synthese": "", "publics": "publics"}
SANS_OBJECTIF = {"image-synthese-objectifs"}
"""An objective is the PLIE's: there is none for a commune, and the title says so."""
PAR_POPULATION = {"image-publics-representation_communes", "image-publics-representation_quartiers"}
"""A part of the public against a part of the population: a commune alone has none."""
LIRE = """() => {
  const mots = e => e.textContent.replace(/[\\u00a0\\u202f]/g, ' ').trim();
  const tous = (racine, choix) => [...racine.querySelectorAll(choix)];
  const main = document.querySelector('.stMain');
  return {
    titre: mots(main.querySelector('h1')),
    cles: tous(main, 'dl.cles > div').map(d => tous(d, 'dt,dd').map(mots)),
    tableaux: tous(main, 'table.plie').map(t => [mots(t.querySelector('caption')),
      tous(t, 'tbody tr').map(r => tous(r, 'th,td').map(mots))]),
    images: tous(main, "[class*='st-key-image-']").map(i => [
      [...i.classList].find(c => c.startsWith('st-key-image-')).slice(7),
      [i.querySelector('.stVegaLiteChart').ariaLabel, tous(i, 'svg text').map(mots).join('|')]]),
  };
}"""


@dataclass(frozen=True)
class Vue:
    """What a page says: its title, its key figures, its pictures, every count by its place."""

    titre: str
    cles: dict
    images: dict
    comptes: dict
    communes: list


def lire(page):
    lu = page.evaluate(LIRE)
    cles = {nom: (valeur, note) for nom, valeur, note, _ in lu["cles"]}
    lignes = {
        f"{nom} · {rang}": [mot] for nom, mots in cles.items() for rang, mot in enumerate(mots)
    }
    par_commune = []
    for legende, rangs in lu["tableaux"]:
        quoi = legende.split(", ")[0]
        if quoi == "Public et population":  # the counts of « par commune », and populations
            continue
        lignes |= {f"{quoi} · {nom}": mots for nom, *mots in rangs}
        if quoi.endswith("par commune"):
            par_commune = [nom for nom, *_ in rangs if nom != "Ensemble"]
    return Vue(lu["titre"], cles, dict(lu["images"]), compter(lignes), par_commune)


def compter(lignes):
    """The whole numbers of each line in their order; « 366 sur 1 525 » is two, « 24 % » is none."""
    entiers = {}
    for nom, mots in lignes.items():
        dits = [terme for mot in mots for terme in re.split(r"\bsur\b", mot)]
        nus = [re.sub(r"\s", "", terme) for terme in dits]
        entiers[nom] = [int(nu) for nu in nus if nu.isdigit()]
    return {nom: nombres for nom, nombres in entiers.items() if nombres}


def choisir_dijon(page):
    page.get_by_role("button", name="Filtres").click()
    boite = page.get_by_role("combobox", name="Commune")
    boite.click()
    boite.fill("Dijon")
    page.get_by_role("option", name="Dijon", exact=True).click()
    page.wait_for_url("**commune=Dijon")
    expect(page.locator(".stMain .contexte").first).to_contain_text("commune : Dijon")
    attendre_page(page)


@pytest.fixture(scope="module")
def communes(adresse, fenetre_commune):
    """The names of the territory, as the page Publics lists them."""
    page = fenetre_commune.new_page()
    page.goto(f"{adresse}/publics")
    attendre_page(page)
    noms = lire(page).communes
    page.close()
    assert len(noms) == len(set(noms)) == 24
    return noms


@pytest.fixture(params=PAGES)
def vues(request, communes, adresse, page_neuve):
    """The page for all, for Dijon chosen by hand, for all the other communes by the address."""
    page = page_neuve
    page.goto(f"{adresse}/{PAGES[request.param]}")
    attendre_page(page)
    tout = lire(page)
    choisir_dijon(page)
    dijon = lire(page)
    autres = urlencode([("commune", nom) for nom in communes if nom != "Dijon"])
    page.goto(f"{adresse}/{PAGES[request.param]}?{autres}")
    attendre_page(page)
    return tout, dijon, lire(page)


def test_dijon_deplace_chaque_chiffre_et_s_additionne_avec_les_autres(vues):
    tout, dijon, autres = vues
    assert dijon.titre.startswith("934 personnes accompagnées")
    assert autres.titre.startswith("591 personnes accompagnées")
    assert tout.cles.keys() == dijon.cles.keys()
    assert [nom for nom in tout.cles if tout.cles[nom] == dijon.cles[nom]] == []
    assert tout.images.keys() - dijon.images.keys() in (SANS_OBJECTIF, PAR_POPULATION)
    for nom, (resume, dessin) in dijon.images.items():
        assert dessin, nom
        assert resume != tout.images[nom][0], nom
        assert dessin != tout.images[nom][1], nom
    verifier_additions(tout.comptes, dijon.comptes, autres.comptes)


def verifier_additions(tout, dijon, autres):
    """Every count of everybody is that of Dijon and that of the others; what is absent is none."""
    comptes = {nom: nombres for nom, nombres in tout.items() if not nom.startswith("Objectifs")}
    assert comptes
    for nom, nombres in comptes.items():
        rien = [0] * len(nombres)
        parts = zip(dijon.get(nom, rien), autres.get(nom, rien), strict=True)
        assert [ici + ailleurs for ici, ailleurs in parts] == nombres, nom
    assert (dijon.keys() | autres.keys()) - comptes.keys() == set()
