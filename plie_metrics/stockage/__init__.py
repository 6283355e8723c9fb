"""Snapshots (« arrêtés »): open, list, verify, publish, withdraw. Files are read and written here.

for entree in lister(dossier): ...            # every snapshot, with its state
snapshot = ouvrir(dossier / "2016-12-31")     # checked, or InstantaneIllisible
snapshot.table("parcours")                    # pandas, categories kept
publier(dossier, arrete, tables, produit_le=…, source=…)
with brouillon(dossier, arrete) as b:         # large data: write b.chemin("etapes") yourself
    b.publier(produit_le=…, source=…)
retirer(chemin, "mauvais fichier", le=…)      # hidden, listed as withdrawn, reversible
"""

from plie_metrics.stockage.balayage import balayer
from plie_metrics.stockage.brouillon import Brouillon, brouillon
from plie_metrics.stockage.erreurs import (
    InstantaneIllisible,
    PublicationImpossible,
    RetraitImpossible,
    TableAbsente,
)
from plie_metrics.stockage.liste import Entree, en_usage, lister
from plie_metrics.stockage.manifeste import FicheTable, Manifeste
from plie_metrics.stockage.noms import lire_nom, nom_edition
from plie_metrics.stockage.publication import publier
from plie_metrics.stockage.retrait import Geste, journal, retablir, retirer
from plie_metrics.stockage.snapshot import Snapshot, TablesLues, ouvrir

__all__ = [
    "Brouillon",
    "Entree",
    "FicheTable",
    "Geste",
    "InstantaneIllisible",
    "Manifeste",
    "PublicationImpossible",
    "RetraitImpossible",
    "Snapshot",
    "TableAbsente",
    "TablesLues",
    "balayer",
    "brouillon",
    "en_usage",
    "journal",
    "lire_nom",
    "lister",
    "nom_edition",
    "ouvrir",
    "publier",
    "retablir",
    "retirer",
]
