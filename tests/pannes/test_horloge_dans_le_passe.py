"""A dead clock says 1 January 1970: no figure reads it, nothing is swept, purged or refused."""

import time
from datetime import UTC, date, datetime

from plie_metrics.conservation.anciennete import trouver
from plie_metrics.conservation.durees import Durees
from plie_metrics.conservation.effacement import effacer
from plie_metrics.sauvegarde.archive import sauvegarder
from plie_metrics.sauvegarde.restauration import restaurer
from plie_metrics.stockage import balayer, lister
from tests.conservation.exemples import publier_gens
from tests.pannes.gestes import P1

ORIGINE = datetime(1970, 1, 1, tzinfo=UTC)
DUREES = Durees(annees_apres_sortie=1, annees_arretes=1, mois_journal=1)


def test_l_horloge_est_dans_le_passe(tmp_path, monkeypatch):
    arretes = tmp_path / "data" / "snapshots"
    monkeypatch.setattr(time, "time", lambda: 0.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(0))
    publier_gens(arretes, "P1", "P2", produit_le=ORIGINE.date())
    (arretes / ".brouillon-2016-12-31-autre").mkdir()
    balayer(arretes)  # a draft dated after « now » may be at work
    assert (arretes / ".brouillon-2016-12-31-autre").is_dir()
    assert trouver(arretes, tmp_path, DUREES, date(1970, 1, 1)).vide
    (acte,) = effacer(arretes, P1, ORIGINE)
    assert acte.quand == "1970-01-01T00:00:00+00:00"
    sauvegarder(tmp_path / "data", tmp_path / "s.zip", ORIGINE, None)
    restaurer(tmp_path / "s.zip", tmp_path / "neuf")
    (entree,) = lister(tmp_path / "neuf" / "snapshots", complet=True)
    assert (entree.etat, entree.nom) == ("publie", "2016-12-31.2")
