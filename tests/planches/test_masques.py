"""A value drawn from a hidden count is said hidden, in every table that the public may open."""

import pytest

from plie_metrics.editions.brouillon import Demande
from plie_metrics.editions.ouverture import atelier_de
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.periodes import annee
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
