"""Audit what a snapshot shows to a protected profile."""

from collections.abc import Sequence

from plie_metrics.secret.audit import Audit, auditer
from plie_metrics.secret.ouverture import Coffre, liste_de, proteger, source_de
from plie_metrics.secret.probleme import poser, regles_de
from plie_metrics.secret.reglages import Reglages
from plie_metrics.stockage import Snapshot


def auditer_arrete(
    snapshots: Sequence[Snapshot], reglages: Reglages, regles: str, coffre: Coffre | None = None
) -> Audit:
    """Check what « financeur » or « public » may see of the last snapshot."""
    liste = liste_de(snapshots, reglages)
    probleme = poser(source_de(snapshots[-1]), liste, regles)
    tables = proteger(snapshots, reglages, regles, coffre)
    return auditer(probleme, tables, regles_de(liste, regles))
