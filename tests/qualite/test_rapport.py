"""The order of repair, what is at stake, and each référent's own part."""

import pandas as pd

from plie_metrics.publications.chiffre import Publication
from plie_metrics.qualite import Completude, criteres, criteres_regles
from tests.qualite.exemples import CRITERES, etapes, parcours, participants, rapport, table


def _tables() -> dict[str, pd.DataFrame]:
    objectifs = table(
        {"indicateur": "sorties_positives", "perimetre": "plie", "cible": 50.0},
        {"indicateur": "taux_entretien_mensuel", "perimetre": "plie", "cible": 0.9},
    ).assign(
        debut=table({"date": "2016-01-01"})["date"][0], fin=table({"date": "2016-12-31"})["date"][0]
    )
    sortie = {"date_sortie": "2016-10-31", "motif_sortie": "emploi_cdi"}
    return {
        "participants": participants("P1", "P2", "P3", niveau_formation=None),
        "parcours": parcours(
            {"participant_id": "P1", **sortie},
            {"participant_id": "P2", **sortie, "referent_id": "R2"},
            {"participant_id": "P2", "date_entree": "2016-11-01", "referent_id": "R2"},
            {"participant_id": "P3", "date_entree": "2016-11-01"},
        ),
        "etapes": etapes({"date_debut": "2014-01-01"}),
        "entretiens": table({"entretien_id": "1", "parcours_id": "C", "date": "2016-12-02"}),
        "objectifs": objectifs,
    }


def test_ce_qui_pese_le_plus_sur_les_objectifs_vient_d_abord() -> None:
    lu = rapport(_tables())
    assert [(c.regle.code, c.effectif, c.sur, c.enjeu) for c in lu.constats] == [
        ("sans_entretien_du_mois", 1, 2, 0.5),
        ("sortie_non_soutenue_emploi_cdi", 1, 2, 0.02),
        ("etape_avant_entree", 1, 1, None),
        ("niveau_formation_inconnu", 2, 2, None),
    ]


def test_chaque_referent_a_sa_part() -> None:
    lu = rapport(_tables())
    constat = lu.constats[-1]
    assert {nom: [c.identifiant for c in cas] for nom, cas in constat.par_referent().items()} == {
        "R1": ["P3"],
        "R2": ["P2"],
    }
    siens = lu.pour("R2")
    assert [(c.regle.code, [cas.identifiant for cas in c.cas]) for c in siens.constats] == [
        ("sortie_non_soutenue_emploi_cdi", ["B"]),
        ("niveau_formation_inconnu", ["P2"]),
    ]
    assert siens.constats[0].enjeu == 0.02


def test_la_completude_ignore_les_vides_qui_ont_un_sens() -> None:
    tables = _tables()
    tables["parcours"]["situation_sortie"] = ["emploi", None, None, None]
    lues = {(c.table, c.colonne): (c.remplies, c.lignes) for c in rapport(tables).completudes}
    assert lues["participants", "niveau_formation"] == (0, 3)
    assert lues["parcours", "situation_sortie"] == (1, 2)  # out of the exits
    assert ("participants", "qpv") not in lues
    assert ("parcours", "date_sortie") not in lues


def test_le_taux_d_une_table_vide_est_indefini() -> None:
    assert Completude("etapes", "heures_hebdo", "Heures", 0, 0).taux is None
    assert Completude("etapes", "heures_hebdo", "Heures", 1, 4).taux == 0.25


def test_les_criteres_sont_ceux_du_rapport_publie(rapport: Publication) -> None:
    assert criteres(rapport) == CRITERES


def test_les_reglages_livres_sont_les_criteres_du_rapport(rapport: Publication) -> None:
    assert criteres_regles() == criteres(rapport)
