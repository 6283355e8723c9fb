"""The tables of the quality page, and the small multiples of completeness."""

import pytest

from plie_metrics.presentation.qualite import completude, tableaux
from plie_metrics.qualite import Cas, Completude, Constat, Gravite, Rapport, Regle
from tests.fabrique import catalogue
from tests.presentation.qualite.exemples import ARRETE, constat


def nommer(code):
    return "non précisé" if code is None else f"Nom {code}"


def test_les_dossiers_montrent_numero_personne_referent_et_raison():
    table = tableaux.tableau_dossiers(constat("x", n=3), nommer, "essai", 2)
    assert [colonne.titre for colonne in table.colonnes] == [
        "Numéro du parcours",
        "Participant",
        "Référent",
        "Ce qui est relevé",
    ]
    assert table.lignes == (("S0", "P0", "Nom R1", "vu"), ("S1", "P1", "Nom R1", "vu"))


@pytest.mark.parametrize(
    ("cas", "titres"),
    [
        (
            Cas("R1", None, "R1", "39 pour 56"),
            ["Code du référent", "Référent", "Ce qui est relevé"],
        ),
        (Cas("P1", "P1", "R1"), ["Numéro du participant", "Référent"]),
    ],
)
def test_une_colonne_vide_ou_repetee_disparait(cas, titres):
    regle = Regle("x", Gravite.ALERTE, "parcours", "Phrase.", "Remède.")
    table = tableaux.tableau_dossiers(Constat(regle, (cas,), 1, 1.0), nommer, "essai")
    assert [colonne.titre for colonne in table.colonnes] == titres


def test_l_export_a_une_ligne_par_cas_et_dit_la_nature_des_donnees():
    rapport = Rapport(ARRETE, (), (constat("a", n=2), constat("b")))
    table = tableaux.tableau_complet(rapport, catalogue(), nommer, tableaux.DEMONSTRATION)
    assert [ligne[0] for ligne in table.lignes] == ["S0", "S1", "S0"]
    assert {ligne[-1] for ligne in table.lignes} == {"données de démonstration"}
    assert {ligne[-2] for ligne in table.lignes} == {"2016-12-31"}


def test_les_referents_sont_ranges_par_charge():
    rapport = Rapport(
        ARRETE,
        (),
        (
            constat("a", n=3, referents=("R1", "R2")),
            constat("b", n=2, referents=("R2", None), gravite=Gravite.ALERTE),
        ),
    )
    table = tableaux.tableau_referents(rapport, nommer, "essai")
    assert [colonne.titre for colonne in table.colonnes] == [
        "Référent",
        "À vérifier",
        "Alerte",
        "Ensemble",
    ]
    assert table.lignes == (("Nom R1", 2, 0, 2), ("Nom R2", 1, 1, 2), ("non précisé", 0, 1, 1))


CHAMPS = (
    Completude("participants", "sexe", "Sexe", 4, 4),
    Completude("participants", "commune", "Commune", 3, 4),
    Completude("etapes", "type_etape", "Type", 0, 0),
    Completude("referents", "etp", "ETP", 2, 2),
)


def test_une_table_n_est_jamais_coupee_entre_deux_colonnes():
    piles = completude.colonnes(CHAMPS, 2)
    assert [[champ.colonne for champ in pile] for pile in piles] == [
        ["sexe", "commune"],
        ["type_etape", "etp"],
    ]
    assert completude.colonnes(CHAMPS, 9) == [
        list(CHAMPS[:2]),
        [CHAMPS[2]],
        [CHAMPS[3]],
    ]


def test_une_table_vide_n_est_pas_un_zero():
    couches = completude.bandes(CHAMPS)["layer"]
    (barres,) = [lot for c in couches for lot in [c["data"]["values"]] if "piste" in lot[0]][:1]
    (vide,) = [barre for barre in barres if barre["mot"] == "aucune ligne"]
    assert vide["depart"] == vide["piste"] == vide["fin"]
    assert "aucune ligne" in completude.en_une_phrase(CHAMPS)
    assert "Commune\u00a0: 75\u202f%" in completude.en_une_phrase(CHAMPS)
