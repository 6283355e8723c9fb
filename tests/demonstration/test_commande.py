"""`python -m plie_metrics demo`: paths, repetition, and what it never covers."""

from datetime import date

import pandas as pd
import pytest

from plie_metrics.commandes import demo, principal
from plie_metrics.demonstration.arretes import ARRETES
from plie_metrics.stockage import ouvrir, publier


@pytest.fixture
def deja_construit(jeu, monkeypatch):
    """The command publishes the demonstration that the session built (its bytes are tested
    elsewhere)."""
    monkeypatch.setattr(demo, "construire", lambda *_: jeu)


@pytest.mark.usefixtures("deja_construit")
def test_deux_fois_de_suite_ne_change_rien(tmp_path, capsys):
    chemins = []
    for _ in range(2):
        assert principal(["demo", "--sans-preparation", "--vers", str(tmp_path)]) == 0
        chemins.append(capsys.readouterr().out.splitlines())
    attendus = [str(tmp_path / arrete.isoformat()) for arrete in ARRETES]
    assert chemins == [attendus, attendus]
    assert sorted(p.name for p in tmp_path.iterdir()) == [a.isoformat() for a in ARRETES]


def arrete_reel(dossier, demonstration):
    """Publish two tiny tables as an arrêté of 31/12/2016."""
    tables = {
        "participants": pd.DataFrame(
            {
                "participant_id": ["P1"],
                "sexe": ["F"],
                "annee_naissance": [1980],
                "commune": ["21231"],
                "qpv": [None],
                "niveau_formation": ["V"],
                "brsa": [True],
                "deld": [False],
            }
        ),
        "parcours": pd.DataFrame(
            {
                "parcours_id": ["S1"],
                "participant_id": ["P1"],
                "referent_id": ["R1"],
                "structure": ["APSALC"],
                "prescripteur": ["pole_emploi"],
                "date_entree": [date(2016, 1, 4)],
                "date_sortie": pd.Series([None], dtype="datetime64[s]"),
                "motif_sortie": [None],
            }
        ),
    }
    return publier(
        dossier,
        date(2016, 12, 31),
        tables,
        produit_le=date(2017, 1, 5),
        source="Essai.",
        demonstration=demonstration,
    )


def test_un_arrete_reel_n_est_jamais_recouvert(tmp_path, capsys):
    reel = arrete_reel(tmp_path, demonstration=False)
    avant = ouvrir(reel).empreinte
    assert principal(["demo", "--sans-preparation", "--vers", str(tmp_path)]) == 1
    assert "2016-12-31" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["2016-12-31"]
    assert ouvrir(reel).empreinte == avant


@pytest.mark.usefixtures("deja_construit")
def test_une_autre_demonstration_reste_a_cote_d_une_nouvelle_edition(tmp_path, capsys):
    ancienne = arrete_reel(tmp_path, demonstration=True)
    avant = ouvrir(ancienne).empreinte
    assert principal(["demo", "--sans-preparation", "--vers", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(tmp_path / "2016-12-31.2")
    assert ouvrir(ancienne).empreinte == avant


@pytest.mark.parametrize("echelle", ["0", "-1", "deux", "1.5"])
def test_une_echelle_qui_n_est_pas_un_entier_positif_est_refusee(tmp_path, echelle, capsys):
    with pytest.raises(SystemExit) as sortie:
        principal(["demo", "--sans-preparation", "--vers", str(tmp_path), f"--echelle={echelle}"])
    assert sortie.value.code == 1
    assert "entier positif" in capsys.readouterr().err
