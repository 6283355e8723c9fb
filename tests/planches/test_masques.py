"""A value drawn from a hidden count is said hidden, in every table that the public may open."""

import pytest

from plie_metrics.editions.brouillon import Demande
from plie_metrics.editions.ouverture import atelier_de
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.periodes import annee
from plie_metrics.planches.cles import CLES, chiffre_cle
from plie_metrics.planches.registre import PLANCHES, fabriquer
from plie_metrics.presentation.tableau import Masquee

DU_LIEU = "Habitants"
"""What is known of a place apart from the cases: it may be unknown beside a masked count."""


@pytest.fixture(scope="module")
def public(snapshots_prets):
    return atelier_de("public", snapshots_prets)


@pytest.mark.parametrize("cle", PLANCHES)
def test_une_ligne_masquee_ne_dit_rien_de_non_defini(public, cle):
    regard = public.regard(Demande("v1", cle, "2016-12-31", annee(2016)), "")
    try:
        table = fabriquer(cle, regard).tableau
    except ErreurPlie:
        return  # closed to the public: nothing is said
    for ligne in table.lignes:
        dits = {c.titre: v for c, v in zip(table.colonnes, ligne, strict=True)}
        if any(isinstance(valeur, Masquee) for valeur in dits.values()):
            assert None not in [v for titre, v in dits.items() if titre != DU_LIEU], ligne


def test_une_cle_masquee_se_dit_en_deux_mots_sa_raison_en_note(public):
    regard = public.regard(Demande("v1", "synthese.cles", "2016-12-31", annee(2016)), "")
    cles = [chiffre_cle(regard, ident) for ident in CLES]
    masquees = [cle for cle in cles if regard.mesure(cle.ident).masque is not None]
    assert masquees
    assert {cle.valeur for cle in masquees} == {"▨\u00a0masqué"}
    assert all(cle.note.startswith("masqué") for cle in masquees)


def test_un_panneau_n_a_la_place_que_du_mot(public):
    regard = public.regard(Demande("v1", "clauses.contrats", "2016-12-31", annee(2016)), "")
    planche = fabriquer("clauses.contrats", regard)
    assert any(isinstance(v, Masquee) for ligne in planche.tableau.lignes for v in ligne)
    dits = {barre["etiquette"] for barre in planche.specification["data"]["values"]}
    assert {dit for dit in dits if "▨" in dit} == {"▨ masqué"}
