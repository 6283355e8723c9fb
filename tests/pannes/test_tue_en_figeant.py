"""Killed while freezing: the draft or the edition is there, whole, and the others stay usable."""

from datetime import date

import pytest

from plie_metrics.editions.brouillon import Brouillon
from plie_metrics.editions.chantier import Chantier
from plie_metrics.editions.depot import Depot, EditionFigee
from tests.editions.exemples import FIGEE, edition
from tests.pannes.gestes import figer_ici
from tests.pannes.tuer import tuer

TEXTE = "Le rythme sera revu en mars."


@pytest.mark.parametrize(("mode", "pas", "morts"), [("appels", 7, 4), ("octets", 1500, 3)])
def test_tue_en_figeant(tmp_path, mode, pas, morts):
    modele = tmp_path / "modele"
    ancienne = Depot(modele).garder(edition(identifiant="2016-10-14-copil"))
    brouillon = Brouillon("", TEXTE, date(2017, 1, 20), "x", "2016-12-31", FIGEE, "equipe")
    Chantier(modele).creer(brouillon)
    assert tuer(modele, tmp_path / "essais", "figer_ici", mode, pas) >= morts
    for essai in (tmp_path / "essais").iterdir():
        fiches = Depot(essai).fiches()
        assert [fiche.erreur for fiche in fiches if fiche.erreur] == []
        assert fiches[-1].edition == ancienne
        restes = [b.titre for b in Chantier(essai).brouillons()]
        assert restes == [TEXTE] or len(fiches) == 2
        terminer(essai)
        assert [e.identifiant for e in Depot(essai).editions()] == [
            edition().identifiant,
            ancienne.identifiant,
        ]


def terminer(essai):
    """The same order again: it freezes, or says that this was done."""
    try:
        figer_ici(essai)
    except EditionFigee as refus:
        assert "est déjà figée" in str(refus)
