"""The figures by quartier, and how each one is known."""

import pytest

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.territoire.indicateurs import (
    INDICATEURS,
    Nature,
    Statut,
    indicateur,
    repartition,
)
from plie_metrics.territoire.lecture import lire_territoire
from plie_metrics.territoire.quartiers import QuartierInconnu
from tests.territoire.fabrique import chiffre, rapport, referentiel

PARTICIPANTS, CANDIDATS = INDICATEURS[0], INDICATEURS[1]


def candidats(*lignes):
    return rapport(*(chiffre(CANDIDATS.tableau, valeur, {"qpv": qpv}) for qpv, valeur in lignes))


def test_un_quartier_de_veille_se_compte_a_part():
    lu = repartition(
        candidats(("VEILLE-X", 4), ("QP1", 6), ("oui+veille", 10)), referentiel(), CANDIDATS
    )
    assert [(c.nom, c.valeur, c.nature) for c in lu.chiffres] == [
        ("Le Haut", 6, Nature.QPV),
        ("Le Bas", 4, Nature.VEILLE),
    ]
    assert (lu.total, lu.reste) == (10, 0)
    assert (lu.somme(Nature.QPV), lu.somme(Nature.VEILLE), lu.somme(Nature.MIXTE)) == (6, 4, 0)


def test_deux_quartiers_sur_une_ligne_restent_ensemble():
    lu = repartition(candidats(("QP1+VEILLE-X", 1), ("oui+veille", 1)), referentiel(), CANDIDATS)
    (ligne,) = lu.chiffres
    assert (ligne.nom, ligne.nature, ligne.code) == ("Le Haut / Le Bas", Nature.MIXTE, "QP1")
    assert ligne.point == (5.0, 47.3)
    assert lu.du_quartier("VEILLE-X") is ligne
    assert lu.statut("QP1") is lu.statut("VEILLE-X") is Statut.GROUPE


def test_un_quartier_absent_est_deduit_ou_inconnu_selon_le_total():
    atteint = repartition(candidats(("QP1", 6), ("oui+veille", 6)), referentiel(), CANDIDATS)
    incomplet = repartition(candidats(("QP1", 6), ("oui+veille", 8)), referentiel(), CANDIDATS)
    assert atteint.statut("VEILLE-X") is Statut.DEDUIT
    assert incomplet.statut("VEILLE-X") is Statut.NON_DETAILLE
    assert incomplet.statut("QP1") is Statut.IMPRIME


def test_une_part_a_cent_pour_total():
    parts = rapport(
        chiffre(PARTICIPANTS.tableau, 24, {}),
        chiffre(PARTICIPANTS.tableau, 70, {"qpv": "QP1"}),
    )
    lu = repartition(parts, referentiel(), PARTICIPANTS)
    assert (lu.total, lu.reste, len(lu.chiffres)) == (100, 30, 1)


def test_un_code_de_quartier_inconnu_est_refuse():
    with pytest.raises(QuartierInconnu, match="« QP9 »"):
        repartition(candidats(("QP9", 1)), referentiel(), CANDIDATS)


def test_un_nom_d_indicateur_inconnu_donne_le_premier():
    assert indicateur("salaries").tableau == "clauses_salaries_qpv"
    assert indicateur("n'importe quoi") is INDICATEURS[0]


def test_les_quartiers_du_rapport_de_2016(rapport):
    territoire = lire_territoire(TERRITOIRE)
    lus = [repartition(rapport, territoire, quoi) for quoi in INDICATEURS]
    assert [(r.total, r.reste) for r in lus] == [(100, 30), (67, 0), (52, 0), (15, 0)]
    assert [r.somme(Nature.QPV) for r in lus] == [70, 63, 49, 14]
    assert [r.somme(Nature.VEILLE) for r in lus] == [0, 4, 3, 0]
    assert [r.somme(Nature.MIXTE) for r in lus] == [0, 0, 0, 1]
