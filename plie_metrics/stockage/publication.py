"""Publish DataFrames as a snapshot (larger data: `brouillon`, whose files are written outside)."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from plie_metrics.schema import TABLES
from plie_metrics.stockage.brouillon import brouillon
from plie_metrics.stockage.conversion import vers_arrow
from plie_metrics.stockage.disque import ecriture
from plie_metrics.stockage.fichier import ecrire_parquet


def publier(
    dossier: Path,
    arrete: date,
    tables: Mapping[str, pd.DataFrame],
    *,
    produit_le: date,
    source: str,
    demonstration: bool = False,
    avertissements: Sequence[str] = (),
    sauf_identique: bool = False,
) -> Path:
    """Publish tables as the first free edition of `arrete`; return the snapshot's folder.

    Columns may be in any order, optional ones absent; rows are sorted by key, so that the same
    rows give the same bytes. See `Brouillon.publier`. Raises PublicationImpossible.
    """
    with brouillon(dossier, arrete) as chantier:
        for nom, donnees in tables.items():
            lignes = vers_arrow(TABLES[nom], donnees)
            with ecriture(dossier):
                ecrire_parquet(lignes, chantier.chemin(nom))
        return chantier.publier(
            produit_le=produit_le,
            source=source,
            demonstration=demonstration,
            avertissements=avertissements,
            sauf_identique=sauf_identique,
        )
