"""What is older than the obligation: listed, then purged when confirmed, with a record."""

import os
from datetime import UTC, date, datetime

import pytest

from plie_metrics.commandes import conserver, principal
from plie_metrics.configuration import ConfigurationInvalide
from plie_metrics.conservation.anciennete import dernier_suivi, trouver
from plie_metrics.conservation.durees import Durees, lire_durees
from plie_metrics.conservation.purge import purger
from plie_metrics.conservation.registre import lire_registre
from plie_metrics.stockage import lister, ouvrir, publier
from plie_metrics.stockage.solutions import CoffreDisque
from tests.conservation.exemples import publier_gens, tables

DUREES = Durees(annees_apres_sortie=5, annees_arretes=10, mois_journal=12)
ARRETE = date(2016, 12, 31)


def test_le_dernier_jour_de_suivi():
    extrait = tables("P1", "P2", "P3")
    assert set(dernier_suivi(extrait, ARRETE).values()) == {date(2016, 3, 1)}
    # P2 still followed, P3 whose contract outlives the parcours
    extrait["parcours"].loc[1, "date_sortie"] = None
    extrait["clauses_contrats"].loc[2, "date_fin"] = date(2016, 9, 30)
    assert dernier_suivi(extrait, ARRETE) == {
        "P1": date(2016, 3, 1),
        "P2": ARRETE,
        "P3": date(2016, 9, 30),
    }


@pytest.mark.parametrize(
    ("le", "personnes"), [(date(2021, 3, 1), 0), (date(2021, 3, 2), 2), (date(2026, 12, 31), 2)]
)
def test_une_personne_part_cinq_ans_apres_sa_sortie(tmp_path, le, personnes):
    publier_gens(tmp_path, "P1", "P2")
    anciens = trouver(tmp_path, tmp_path / "journal", DUREES, le)
    assert len(anciens.personnes) == personnes
    assert anciens.arretes == ()


def test_le_dernier_suivi_connu_est_celui_de_tous_les_arretes(tmp_path):
    publier_gens(tmp_path, "P1", arrete=date(2016, 9, 30))
    # back in a later extract, and still there: nobody to erase
    retour = tables("P1")
    retour["parcours"]["date_sortie"] = [None]
    retour["parcours"]["motif_sortie"] = [None]
    publier_gens(tmp_path, "P2", arrete=date(2020, 12, 31))
    publier(tmp_path, date(2021, 12, 31), retour, produit_le=ARRETE, source="Exemple")
    anciens = trouver(tmp_path, tmp_path / "journal", DUREES, date(2022, 1, 1))
    assert anciens.personnes == {"P2"}


def test_un_arrete_part_dix_ans_apres_sa_date(tmp_path):
    publier_gens(tmp_path, "P1")
    CoffreDisque(tmp_path).ecrire("2016-12-31.public.abc.memoire", b"{}")
    assert not trouver(tmp_path, tmp_path, DUREES, date(2026, 12, 31)).arretes
    anciens = trouver(tmp_path, tmp_path, DUREES, date(2027, 1, 1))
    empreinte = ouvrir(tmp_path / "2016-12-31").empreinte
    (acte,) = purger(tmp_path, anciens, datetime(2027, 1, 1, tzinfo=UTC))
    assert lister(tmp_path) == ()
    assert (acte.geste, acte.remplacees) == ("purge", {"2016-12-31": empreinte})
    assert lire_registre(tmp_path) == (acte,)
    assert CoffreDisque(tmp_path).noms() == ()


def test_la_commande_liste_et_ne_detruit_qu_avec_confirmer(tmp_path, capsys, monkeypatch):
    publier_gens(tmp_path / "s", "P1")
    vieux, neuf = tmp_path / "j" / "acces.jsonl.1", tmp_path / "j" / "acces.jsonl"
    vieux.parent.mkdir()
    for fichier in (vieux, neuf):
        fichier.write_text("{}\n", encoding="utf-8")
        os.utime(fichier, (0, 0))
    monkeypatch.setattr(conserver, "lire_durees", lambda: DUREES)
    options = ["--dossier", str(tmp_path / "s"), "--journal", str(tmp_path / "j")]
    for commande in (["conserver"], ["purger"]):
        assert principal([*commande, *options]) == 0
        assert ": 1\n" in capsys.readouterr().out
        assert vieux.exists()
    assert principal(["purger", *options, "--confirmer"]) == 0
    assert not vieux.exists()
    assert neuf.exists()
    assert principal(["purger", *options, "--confirmer"]) == 0
    assert "Rien à purger." in capsys.readouterr().out


def test_les_durees_livrees_et_une_faute(tmp_path):
    assert lire_durees().annees_arretes >= 1
    fichier = tmp_path / "plie.toml"
    fichier.write_text("[conservation]\nannees_arretes = 0\n", encoding="utf-8")
    with pytest.raises(ConfigurationInvalide, match=r"conservation\.annees_arretes : le nombre"):
        lire_durees(fichier)
