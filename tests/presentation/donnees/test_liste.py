"""The list of the snapshots in words."""

from datetime import date
from pathlib import Path

import pytest

from plie_metrics.presentation.donnees import liste
from plie_metrics.stockage import Entree, FicheTable, Geste, Manifeste


def entree(arrete, edition=1, *, demonstration=False, retrait=None, erreur=""):
    manifeste = Manifeste(
        arrete,
        date(2017, 1, 15),
        "essai",
        demonstration,
        (),
        {"parcours": FicheTable(3, 9, "ab", ()), "participants": FicheTable(2, 9, "cd", ())},
    )
    nom = arrete.isoformat() if edition == 1 else f"{arrete}.{edition}"
    return Entree(Path(nom), arrete, edition, None if erreur else manifeste, retrait, erreur)


MARS, JUIN = date(2016, 3, 31), date(2016, 6, 30)
RETRAIT = Geste("retrait", "mauvais fichier", date(2017, 2, 1))


@pytest.mark.parametrize(
    ("entrees", "attendu"),
    [
        ([], "Aucun arrêté n’est encore publié"),
        (
            [entree(MARS, demonstration=True)],
            "Aucun extrait réel n’est encore publié : 1 arrêté de démonstration",
        ),
        ([entree(MARS)], "Un arrêté réel publié, au 31 mars 2016"),
        (
            [entree(MARS), entree(JUIN), entree(JUIN, 2, retrait=RETRAIT)],
            "2 arrêtés réels publiés, le dernier au 30 juin 2016",
        ),
        ([entree(JUIN, retrait=RETRAIT)], "Aucun arrêté n’est encore publié"),
    ],
)
def test_le_constat_dit_ce_que_le_dossier_contient(entrees, attendu):
    assert liste.constat_donnees(entrees, tout_montre=True).replace("\u00a0", " ") == attendu


def test_d_ailleurs_le_constat_ne_dit_rien_des_arretes_reels():
    assert liste.constat_donnees([entree(MARS, demonstration=True)], tout_montre=False).replace(
        "\u00a0", " "
    ) == ("1 arrêté de démonstration ; les arrêtés réels ne sont pas montrés ici")


def test_la_liste_est_du_plus_recent_au_plus_ancien_avec_l_etat():
    entrees = [
        entree(MARS, demonstration=True),
        entree(JUIN, retrait=RETRAIT),
        entree(JUIN, 2, erreur="abîmé"),
    ]
    lignes = liste.tableau_arretes(entrees).lignes
    assert [ligne[:4] for ligne in lignes] == [
        ("30/06/2016", 2, "illisible : abîmé", ""),
        ("30/06/2016", 1, "retiré le 01/02/2017 : mauvais fichier", "réelles"),
        ("31/03/2016", 1, "publié", "démonstration"),
    ]
    assert [ligne[6] for ligne in lignes] == [None, 5, 5]
    assert lignes[2][7] == entrees[0].manifeste.empreinte[:12]


def test_l_edition_a_venir_est_annoncee():
    assert "première édition" in liste.annonce_edition([entree(MARS)], JUIN)
    annonce = liste.annonce_edition([entree(JUIN, demonstration=True)], JUIN)
    assert "arrêté de démonstration existe déjà" in annonce
    assert "édition 3" in liste.annonce_edition([entree(JUIN), entree(JUIN, 2)], JUIN)


def test_le_journal_se_lit_dans_l_ordre():
    retour = Geste("retablissement", "c’était le bon.", date(2017, 2, 3))
    assert liste.phrases_journal([RETRAIT, retour]) == [
        "Retiré le 01/02/2017 : mauvais fichier.",
        "Rétabli le 03/02/2017 : c’était le bon.",
    ]
