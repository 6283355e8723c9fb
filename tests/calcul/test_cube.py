"""A cube gives what the engine gives, breakdown by breakdown."""

from dataclasses import replace

import pytest

from plie_metrics.calcul.cube import lire
from plie_metrics.calcul.cubes import cube_de
from plie_metrics.calcul.lot import preparer
from plie_metrics.calcul.recette import Demande
from plie_metrics.calcul.registre import RECETTES
from plie_metrics.calcul.sommes import par_modalite, totaux
from plie_metrics.calcul.vue import Vue
from plie_metrics.filtres import Filtres
from plie_metrics.memoire import Memoire
from plie_metrics.periodes import annee
from tests.calcul.extraits import extrait, tables
from tests.secret.exemples import JOUR

AN = annee(2016)
PERSONNES = [
    {"sexe": sexe, "commune": commune, "annee_naissance": 1950 + 7 * rang}
    for rang, (sexe, commune) in enumerate(
        [("F", "21231"), ("F", "21355"), ("H", "21231"), ("H", "21166"), ("F", "21231")]
    )
]
PARCOURS = [
    {"participant_id": "P1", "prescripteur": "spip", "date_entree": "2016-01-10"},
    {"participant_id": "P1", "prescripteur": "pole_emploi", "date_entree": "2016-05-10"},
    {"participant_id": "P2", "prescripteur": "spip", "date_entree": "2015-05-10"},
    {"participant_id": "P3", "prescripteur": "spip", "date_entree": "2014-05-10"},
    {"participant_id": "P5", "prescripteur": "mission_locale", "date_entree": "2016-11-02"},
]


def vue(parcours):
    """The engine itself: without a memory, no cube answers in its place."""
    bases = preparer(JOUR, tables(extrait(participants=PERSONNES, parcours=parcours))).bases
    return Vue(replace(bases, memoire=None))


@pytest.mark.parametrize("dims", [("prescripteur",), ("classe_age", "sexe"), ("commune", "sexe")])
@pytest.mark.parametrize("ident", ["personnes_accompagnees", "entrees", "age_moyen", "file_active"])
def test_chaque_ventilation_est_celle_du_moteur(ident, dims):
    recette = RECETTES[ident]
    toutes = ("classe_age", "commune", "prescripteur", "sexe")
    demande = Demande(vue(PARCOURS), AN, toutes, recette.sommes)
    cube = lire(recette.population, demande)
    attendu = Demande(vue(PARCOURS), AN, dims, recette.sommes)
    assert cube.par(dims) == par_modalite(recette.population, attendu)
    assert cube.par(()) == {
        (): totaux(recette.population, Demande(vue(PARCOURS), AN, (), recette.sommes))
    }


def test_une_personne_de_deux_modalites_compte_dans_chacune_et_une_fois_au_total():
    recette = RECETTES["personnes_accompagnees"]
    demande = Demande(vue(PARCOURS[:2]), AN, ("prescripteur", "sexe"), ("un",))
    cube = lire(recette.population, demande)
    assert cube.par(("prescripteur",)) == {("pole_emploi",): {"un": 1}, ("spip",): {"un": 1}}
    assert cube.par(("sexe",)) == {("F",): {"un": 1}}
    assert cube.par(()) == {(): {"un": 1}}


@pytest.mark.parametrize(
    "filtres",
    [Filtres(commune=("21231",)), Filtres(prescripteur=("spip",)), Filtres(sexe=("F",))],
)
def test_une_demande_filtree_est_celle_du_moteur(filtres):
    seule = Vue(vue(PARCOURS).bases, filtres)
    avec_memoire = Vue(replace(seule.bases, memoire=Memoire(9)), filtres)
    for ident in ("personnes_accompagnees", "entrees", "age_moyen", "file_active"):
        recette = RECETTES[ident]
        for dims in (("prescripteur",), ("commune", "sexe")):
            directe = par_modalite(recette.population, Demande(seule, AN, dims, recette.sommes))
            assert directe
            du_cube = Demande(avec_memoire, AN, dims, recette.sommes)
            assert cube_de(recette.population, du_cube) is not None
            assert par_modalite(recette.population, du_cube) == directe


def test_rien_ne_donne_rien():
    recette = RECETTES["entrees"]
    cube = lire(recette.population, Demande(vue(PARCOURS[3:4]), AN, ("sexe",), ("un",)))
    assert cube.par(("sexe",)) == {}
