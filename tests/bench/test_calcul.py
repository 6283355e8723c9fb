"""The benches of the indicators stay runnable: same figures as the yardsticks, when small."""

import json

from tests.bench.mesures import (
    DEBUT,
    ENTETE,
    FIN,
    MESURES,
    RACINE,
    Ligne,
    enregistrer,
    inscrire,
    ligne_rapport,
    tableau,
)
from tests.bench.taille_nationale import MEMOIRE_PERMISE, comparer, dessiner, preparer, resultats


def test_les_indicateurs_donnent_les_chiffres_du_sql_ecrit_a_la_main(tmp_path):
    main, nous = comparer(preparer(tmp_path, 200), 1)
    assert main[0]["valeurs"]["etapes"] > 0
    assert 0 < nous[0]["memoire"] < MEMOIRE_PERMISE
    assert [ligne.unite for ligne in resultats({1: (main, nous), 100: (main, nous)})] == [
        *["times"] * 3,
        *("MiB", "times"),
    ]


def test_chaque_banc_ajoute_ses_lignes_au_tableau(tmp_path, capsys):
    mesures, readme = tmp_path / "mesures", tmp_path / "README.md"
    readme.write_text(f"Before\n{DEBUT}\nold\n{FIN}\nAfter\n", encoding="utf-8")
    assert not enregistrer("b", 2, [ligne_rapport("slow", [6, 9, 9], [2, 3, 1], 2)], mesures)
    assert enregistrer("a", 1, [Ligne("small", 21.4, "MiB", 500)], mesures)
    inscrire(readme, mesures)
    assert readme.read_text(encoding="utf-8").splitlines() == [
        *("Before", DEBUT, *ENTETE),
        "| small | 21 MiB |  | 500 MiB |",
        "| slow | 3.00 times | 3.00 to 9.00 | **2 times, missed** |",
        *(FIN, "After"),
    ]
    assert "slow" in capsys.readouterr().out


def test_la_croissance_se_dessine(tmp_path):
    points = [{"parcours": n, "qui": "x", "secondes": n / 1000} for n in (10, 1000)]
    dessiner(points, tmp_path / "image.png")
    assert (tmp_path / "image.png").read_bytes().startswith(b"\x89PNG")


def test_le_readme_montre_les_mesures_gardees():
    assert tableau() in (RACINE / "README.md").read_text(encoding="utf-8")
    lus = [json.loads(f.read_text(encoding="utf-8")) for f in MESURES.glob("*.json")]
    assert any("ordre" in lu for lu in lus)
    assert all(lu["lignes"] for lu in lus if "ordre" in lu)
