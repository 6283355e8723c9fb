"""Destroy what is older than the obligation, with a record."""

import secrets
from datetime import datetime
from pathlib import Path

from plie_metrics.conservation import heritage
from plie_metrics.conservation.anciennete import Anciens
from plie_metrics.conservation.effacement import effacer, seul
from plie_metrics.conservation.personnes import Cibles
from plie_metrics.conservation.registre import Acte, consigner, lire_registre
from plie_metrics.stockage import Entree
from plie_metrics.stockage.destruction import detruire
from plie_metrics.stockage.disque import ecriture


def purger(dossier: Path, anciens: Anciens, maintenant: datetime) -> tuple[Acte, ...]:
    """Destroy these; return what was recorded. Giving the order again ends what a crash left.

    Raises EffacementImpossible, PublicationImpossible, RegistreIllisible.
    """
    operation = secrets.token_hex(6)
    actes: list[Acte] = []
    with ecriture(dossier):
        if anciens.arretes:
            with seul(dossier):
                lire_registre(dossier)
                actes += [_detruire(dossier, e, operation, maintenant) for e in anciens.arretes]
        if anciens.personnes:
            actes += effacer(dossier, Cibles(anciens.personnes), maintenant)
        for fichier in anciens.journaux:
            fichier.unlink(missing_ok=True)
    return tuple(actes)


def _detruire(dossier: Path, entree: Entree, operation: str, maintenant: datetime) -> Acte:
    """Recorded first: what is on record and still there goes at the next order."""
    acte = Acte(
        operation,
        maintenant.isoformat(timespec="seconds"),
        "purge",
        entree.nom,
        {entree.nom: entree.manifeste.empreinte if entree.manifeste else ""},
        {},
        {n: f.lignes for n, f in entree.manifeste.tables.items()} if entree.manifeste else {},
    )
    consigner(dossier, acte)
    heritage.oublier(dossier, entree.nom)
    detruire(entree.chemin)
    return acte
