"""A commune chosen in the bar: every figure follows it; Dijon and all the others make the total."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.navigateur.serveur import attendre_page

pytestmark = pytest.mark.navigateur


@dataclass(frozen=True)
class Attendue:
    """A page and what it says for Dijon, then for all the others.

    `absentes`: pictures and tables that a commune alone has not: an objective is the PLIE's, a part
    of the public is set against a part of the population. `publies`: tables of the report, the same
    whatever is chosen. `inconnues`: counts of people whose commune may be unknown. `longueurs`: of
    a line, how many numbers are counts (the next ones are objectives or engagements, the PLIE's).
    """

    chemin: str
    titres: tuple[str, str]
    absentes: frozenset[str] = frozenset()
    publies: tuple[str, ...] = ()
    inconnues: tuple[str, ...] = ()
    longueurs: tuple[tuple[str, int], ...] = ()


PAGES = {
    "synthese": Attendue(
        "",
        ("934 personnes accompagnées", "591 personnes accompagnées"),
        frozenset({"image-synthese-objectifs", "Objectifs"}),
    ),
    "objectifs": Attendue(
        "objectifs",
        ("363 entrées, sans objectif", "207 entrées, sans objectif"),
        frozenset({"image-objectifs-trajectoire", "Entrées dans le PLIE et objectif"}),
        ("Prescripteur :", "Âge :", "Sexe :", "Normes par référent"),
        longueurs=(("Trois années", 3),),
    ),
    "publics": Attendue(
        "publics",
        ("934 personnes accompagnées", "591 personnes accompagnées"),
        frozenset(
            {
                "image-publics-representation_communes",
                "image-publics-representation_quartiers",
            }
        ),
    ),
    "parcours": Attendue("parcours", ("491 personnes en parcours", "308 personnes en parcours")),
    "sorties": Attendue(
        "sorties", ("43 % des sorties sont positives (192", "43 % des sorties sont positives (122")
    ),
    "clauses": Attendue(
        "clauses",
        ("48 193 heures d’insertion", "24 140 heures d’insertion"),
        publies=(
            "Parcours des clauses en 2016",
            "Heures et salariés des clauses",
            "Clauses par secteur · ",
            "Orientations vers les clauses en 2016",
            "Sorties positives du dispositif clauses",
            "Personnes comptées deux fois",
        ),
        inconnues=("Orientations", "Candidats", "Du candidat", "Habitants des quartiers"),
        longueurs=(("Clauses par maître d’ouvrage", 2), ("Clauses par opération", 2)),
    ),
    "referents": Attendue(
        "referents", ("491 personnes en file active", "308 personnes en file active")
    ),
}
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
    cles = {nom: (valeur, note) for nom, valeur, note, *_ in lu["cles"]}
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


@pytest.mark.parametrize("nom", PAGES)
def test_dijon_deplace_chaque_chiffre_et_s_additionne_avec_les_autres(
    nom, communes, adresse, page_neuve
):
    """The page for all, for Dijon chosen by hand, for all the other communes by the address."""
    page, attendue = page_neuve, PAGES[nom]
    page.goto(f"{adresse}/{attendue.chemin}")
    attendre_page(page)
    tout = lire(page)
    choisir_dijon(page)
    dijon = lire(page)
    autres = urlencode([("commune", nom) for nom in communes if nom != "Dijon"])
    page.goto(f"{adresse}/{attendue.chemin}?{autres}")
    attendre_page(page)
    verifier_mouvement(tout, dijon, attendue)
    verifier_additions(tout, dijon, lire(page), attendue)


def verifier_mouvement(tout, dijon, attendue):
    """Nothing is left of what was said of everybody, neither a figure nor a picture."""
    assert tout.cles.keys() == dijon.cles.keys()
    assert [nom for nom in tout.cles if tout.cles[nom] == dijon.cles[nom]] == []
    assert tout.images.keys() - dijon.images.keys() <= attendue.absentes
    for nom, (resume, dessin) in dijon.images.items():
        assert dessin, nom
        assert resume != tout.images[nom][0], nom
        assert dessin != tout.images[nom][1], nom


def verifier_additions(tout, dijon, autres, attendue):
    """Every count of everybody is that of Dijon and that of the others; what is absent is none."""
    assert re.sub(r"\s", " ", dijon.titre).startswith(attendue.titres[0])
    assert re.sub(r"\s", " ", autres.titre).startswith(attendue.titres[1])
    assert (dijon.comptes.keys() | autres.comptes.keys()) - tout.comptes.keys() == set()
    verifies = 0
    for nom, nombres in tout.comptes.items():
        ici, ailleurs = (vue.comptes.get(nom, [0] * len(nombres)) for vue in (dijon, autres))
        if nom.startswith(attendue.publies):
            assert ici == ailleurs == nombres, nom
        elif nom.split(" · ")[0] in attendue.absentes:
            assert nom not in dijon.comptes, nom
        else:
            combien = dict(attendue.longueurs).get(nom.split(" · ")[0], len(nombres))
            sommes = [a + b for a, b in zip(ici, ailleurs, strict=True)][:combien]
            assert len(sommes) == combien, nom
            ecarts = [n - somme for n, somme in zip(nombres, sommes, strict=False)]
            assert not any(ecarts) or (nom.startswith(attendue.inconnues) and min(ecarts) >= 0), nom
            verifies += 1
    assert verifies > 10
