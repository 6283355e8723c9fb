"""The access journal: what it says, how it turns, who can read it."""

import json
import stat

import pytest

from pages._acces.journal import FICHIER, JOURNAL, noter, ouvrir_journal
from pages._acces.reglages import Rotation
from pages._acces.visiteur import Mode, Visiteur
from plie_metrics.secret.profils import FINANCEUR

EUROPE = Visiteur(FINANCEUR, Mode.CONNEXION, qui="europe@exemple.fr")


@pytest.fixture
def dossier(tmp_path):
    anciens, propage = JOURNAL.handlers, JOURNAL.propagate
    JOURNAL.handlers = []
    ouvrir_journal(tmp_path / "journal", Rotation(taille_max_ko=10, fichiers=2))
    yield tmp_path / "journal"
    for sortie in JOURNAL.handlers:
        sortie.close()
    JOURNAL.handlers, JOURNAL.propagate = anciens, propage


def lignes(dossier):
    return [json.loads(ligne) for ligne in (dossier / FICHIER).read_text("utf-8").splitlines()]


def test_une_ligne_par_fait(dossier):
    noter("export", EUROPE, page="clauses", objet="plie-clauses.csv")
    noter("deconnexion", qui="europe@exemple.fr")
    premiere, seconde = lignes(dossier)
    assert premiere.pop("quand")[:2] == "20"
    assert premiere == {
        "action": "export",
        "qui": "europe@exemple.fr",
        "profil": "financeur",
        "page": "clauses",
        "objet": "plie-clauses.csv",
    }
    assert set(seconde) == {"quand", "action", "qui"}


def test_un_texte_hostile_reste_dans_sa_ligne(dossier):
    noter("refus", qui='x"}\n{"action": "page"' + "a" * 1000)
    (fait,) = lignes(dossier)
    assert fait["action"] == "refus"
    assert len(fait["qui"]) == 200


def test_le_journal_tourne_et_n_est_lisible_que_de_son_proprietaire(dossier):
    for rang in range(400):
        noter("page", EUROPE, page=f"page-{rang}")
    assert sorted(f.name for f in dossier.iterdir()) == [FICHIER, f"{FICHIER}.1", f"{FICHIER}.2"]
    for fichier in dossier.iterdir():
        assert fichier.stat().st_size <= 10 * 1024
        assert stat.S_IMODE(fichier.stat().st_mode) == 0o600
    assert lignes(dossier)[-1]["page"] == "page-399"


def test_il_ne_s_ouvre_qu_une_fois(dossier):
    ouvrir_journal(dossier, Rotation(taille_max_ko=10, fichiers=2))
    noter("page", EUROPE, page="clauses")
    assert len(lignes(dossier)) == 1
