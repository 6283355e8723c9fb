"""Erase one person: nobody else changes, nothing of theirs stays, the record names nobody."""

import hmac
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from plie_metrics.commandes import principal
from plie_metrics.conservation import effacement
from plie_metrics.conservation.effacement import EffacementImpossible, effacer
from plie_metrics.conservation.personnes import Cibles, sans
from plie_metrics.conservation.registre import RegistreIllisible, lire_registre
from plie_metrics.importation.pseudonymes import pseudonyme
from plie_metrics.stockage import en_usage, lister, ouvrir, retirer
from plie_metrics.stockage.balayage import verrou
from tests.conservation.exemples import publier_gens, tables

QUAND = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
P1 = Cibles(frozenset({"P1"}))


def contenu(chemin: Path) -> dict[str, str]:
    snapshot = ouvrir(chemin)
    return {nom: snapshot.table(nom).to_csv(index=False) for nom in snapshot.tables}


def noms(dossier: Path) -> list[tuple[str, str]]:
    return [(entree.nom, entree.etat) for entree in lister(dossier, complet=True)]


def test_il_ne_reste_que_ce_qui_aurait_ete_publie_sans_la_personne(tmp_path):
    publier_gens(tmp_path / "avec", "P1", "P2", "P3")
    temoin = publier_gens(tmp_path / "sans", "P2", "P3")
    (acte,) = effacer(tmp_path / "avec", P1, QUAND)
    assert noms(tmp_path / "avec") == [("2016-12-31.2", "publie")]
    # equal to the value, categories included: a commune or a référent of that person alone is gone
    neuf = tmp_path / "avec" / "2016-12-31.2"
    assert contenu(neuf) == contenu(temoin)
    communes = ouvrir(neuf).table("participants")["commune"].cat.categories
    assert list(communes) == ["21202", "21203"]
    assert acte.lignes == dict.fromkeys(tables("P1"), 1)


def test_le_registre_ne_nomme_personne(tmp_path):
    avant = ouvrir(publier_gens(tmp_path, "P1", "P2")).empreinte
    effacer(tmp_path, P1, QUAND)
    (acte,) = lire_registre(tmp_path)
    assert acte.remplacees == {"2016-12-31": avant}
    assert acte.nouvelles == {"2016-12-31.2": ouvrir(tmp_path / "2016-12-31.2").empreinte}
    assert (acte.quand, acte.geste) == ("2026-11-25T02:00:00+00:00", "effacement")
    assert "P1" not in (tmp_path / "registre.jsonl").read_text(encoding="utf-8")


def test_chaque_arrete_qui_la_contient_et_pas_les_autres(tmp_path):
    publier_gens(tmp_path, "P1", "P2", arrete=date(2016, 6, 30))
    intact = publier_gens(tmp_path, "P2", arrete=date(2016, 9, 30))
    publier_gens(tmp_path, "P1", "P2")
    octets = {fichier.name: fichier.read_bytes() for fichier in intact.iterdir()}
    assert len(effacer(tmp_path, P1, QUAND)) == 2
    assert [nom for nom, _ in noms(tmp_path)] == ["2016-06-30.2", "2016-09-30", "2016-12-31.2"]
    assert {fichier.name: fichier.read_bytes() for fichier in intact.iterdir()} == octets


def test_les_editions_gardent_leur_ordre_et_leur_retrait(tmp_path):
    retiree = publier_gens(tmp_path, "P1", "P2", "P3")
    retirer(retiree, "mauvais fichier", le=date(2017, 1, 2))
    publier_gens(tmp_path, "P1", "P2")
    publier_gens(tmp_path, "P2")
    effacer(tmp_path, P1, QUAND)
    assert noms(tmp_path) == [
        ("2016-12-31.4", "retire"),
        ("2016-12-31.5", "publie"),
        ("2016-12-31.6", "publie"),
    ]
    assert ouvrir(tmp_path / "2016-12-31.4").retrait.motif == "mauvais fichier"
    assert len(ouvrir(tmp_path / "2016-12-31.4").table("participants")) == 2
    (courant,) = en_usage(tmp_path)
    assert courant.nom == "2016-12-31.6"
    assert not list(tmp_path.glob(".*"))
    assert [f.name for f in tmp_path.glob("*.retrait.json")] == ["2016-12-31.4.retrait.json"]


def test_un_candidat_des_clauses_est_efface_sous_tous_ses_numeros():
    extrait = tables("P1", "P2")
    autre = (
        extrait["clauses_orientations"].iloc[[0]].assign(orientation_id="O-9", participant_id=None)
    )
    extrait["clauses_orientations"] = pd.concat([extrait["clauses_orientations"], autre])
    reste = sans(extrait, P1)["clauses_orientations"]
    assert reste["orientation_id"].tolist() == ["O-P2"]
    (table,) = sans(extrait, Cibles(candidats=frozenset({"K-P2"}))).items()
    assert (table[0], len(table[1])) == ("clauses_orientations", 2)


def test_les_avertissements_de_l_import_ne_suivent_pas(tmp_path):
    publier_gens(tmp_path, "P1", "P2", avertissements=["participants, ligne 2 : P1 est âgé"])
    effacer(tmp_path, P1, QUAND)
    (mention,) = ouvrir(tmp_path / "2016-12-31.2").avertissements
    assert mention.startswith("Édition réécrite le 25/11/2026 (opération ")


def test_deux_effacements_a_la_fois_sont_refuses(tmp_path):
    publier_gens(tmp_path, "P1", "P2")
    with verrou(tmp_path), pytest.raises(EffacementImpossible, match="déjà en cours"):
        effacer(tmp_path, P1, QUAND)


def test_un_registre_abime_arrete_tout_avant_la_premiere_ecriture(tmp_path):
    publier_gens(tmp_path, "P1", "P2")
    (tmp_path / "registre.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(RegistreIllisible, match=r"registre\.jsonl .* Rien n’a été effacé"):
        effacer(tmp_path, P1, QUAND)
    assert noms(tmp_path) == [("2016-12-31", "publie")]


def test_la_commande_essaie_efface_puis_ne_trouve_plus(tmp_path, capsys):
    publier_gens(tmp_path, "P1", "P2")
    arguments = ["effacer", "P1", "--dossier", str(tmp_path)]
    assert principal([*arguments, "--essai"]) == 0
    assert "Seraient réécrites : 1 édition." in capsys.readouterr().out.replace("\u00a0", " ")
    assert noms(tmp_path) == [("2016-12-31", "publie")]
    assert principal(arguments) == 0
    sortie = capsys.readouterr().out
    assert "2016-12-31 → 2016-12-31.2" in sortie
    assert "effacez la personne du logiciel de suivi" in sortie
    assert principal(arguments) == 1
    assert "ne figure dans aucun arrêté lisible" in capsys.readouterr().err


def test_un_arrete_illisible_est_dit_et_les_autres_sont_reecrits(tmp_path, capsys):
    abime = publier_gens(tmp_path, "P1", arrete=date(2016, 6, 30))
    publier_gens(tmp_path, "P1", "P2")
    (abime / "manifest.json").write_text("{}", encoding="utf-8")
    assert principal(["effacer", "P1", "--dossier", str(tmp_path)]) == 1
    assert "« 2016-06-30 » est illisible" in capsys.readouterr().err
    assert noms(tmp_path) == [("2016-06-30", "illisible"), ("2016-12-31.2", "publie")]


def test_l_identifiant_d_avant_l_import_retrouve_son_pseudonyme():
    cle = bytes(range(32))
    attendu = hmac.new(cle, b"dupont elise", "sha256").hexdigest()[:32]
    assert pseudonyme("DUPONT  Élise", cle) == attendu


def test_le_plan_d_une_operation_finie_ne_reste_pas(tmp_path):
    publier_gens(tmp_path, "P1", "P2")
    effacer(tmp_path, P1, QUAND)
    assert sorted(f.name for f in tmp_path.iterdir()) == ["2016-12-31.2", "registre.jsonl"]
    assert json.loads((tmp_path / "registre.jsonl").read_text(encoding="utf-8"))["geste"]


def test_un_arrete_publie_pendant_qu_on_l_efface_est_repris(tmp_path, monkeypatch):
    publier_gens(tmp_path, "P1", "P2")
    publier_vraiment, passages = effacement._publier, []

    def juste_apres_un_autre(dossier, *reste):
        passages.append(len(passages) or publier_gens(tmp_path, "P1", "P3"))
        publier_vraiment(dossier, *reste)

    monkeypatch.setattr(effacement, "_publier", juste_apres_un_autre)
    effacer(tmp_path, P1, QUAND)
    gens = [
        ouvrir(e.chemin).table("participants")["participant_id"].tolist() for e in lister(tmp_path)
    ]
    assert gens == [["P2"], ["P3"]]
    assert len(passages) == 3
