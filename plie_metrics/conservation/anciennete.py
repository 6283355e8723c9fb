"""What is older than the obligation: persons, snapshots, files of the access journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

import pandas as pd

from plie_metrics.conservation.durees import Durees
from plie_metrics.conservation.personnes import Tables
from plie_metrics.periodes import decaler_mois
from plie_metrics.stockage import Entree, lister, ouvrir

ANNEE: Final = 12


@dataclass(frozen=True)
class Anciens:
    """What may go. `personnes` is counted on screen, never listed; `illisibles`: not known."""

    personnes: frozenset[str]
    arretes: tuple[Entree, ...]
    journaux: tuple[Path, ...]
    illisibles: tuple[Entree, ...]

    @property
    def vide(self) -> bool:
        """True when nothing is too old."""
        return not (self.personnes or self.arretes or self.journaux)


def trouver(dossier: Path, journal: Path, durees: Durees, le: date) -> Anciens:
    """What is older than `durees` on the day `le`. Writes nothing."""
    limite_arretes = decaler_mois(le, -durees.annees_arretes * ANNEE)
    limite_personnes = decaler_mois(le, -durees.annees_apres_sortie * ANNEE)
    entrees = lister(dossier, complet=True)
    arretes = tuple(e for e in entrees if e.arrete < limite_arretes)
    gardes = [e for e in entrees if e.arrete >= limite_arretes and e.etat != "illisible"]
    derniers = _derniers_jours(gardes)
    return Anciens(
        frozenset(qui for qui, jour in derniers.items() if jour < limite_personnes),
        arretes,
        _journaux(journal, decaler_mois(le, -durees.mois_journal)),
        tuple(e for e in entrees if e.etat == "illisible" and e not in arretes),
    )


def _derniers_jours(entrees: list[Entree]) -> dict[str, date]:
    """Participant → last day they were followed, of all that the snapshots say of them."""
    derniers: dict[str, date] = {}
    for entree in entrees:
        instantane = ouvrir(entree.chemin)
        tables = {nom: instantane.table(nom) for nom in instantane.tables}
        for qui, jour in dernier_suivi(tables, entree.arrete).items():
            derniers[qui] = max(jour, derniers.get(qui, jour))
    return derniers


def dernier_suivi(tables: Tables, arrete: date) -> Mapping[str, date]:
    """Participant → end of their last parcours or contract of the clauses.

    The day of the arrêté for who is still followed, or of whom nothing is dated.
    """
    suivis = [
        tables["parcours"][["participant_id", "date_sortie"]].set_axis(["qui", "fin"], axis=1)
    ]
    if "clauses_contrats" in tables:
        contrats = tables["clauses_contrats"][["participant_id", "date_fin"]]
        suivis.append(contrats.dropna(subset="participant_id").set_axis(["qui", "fin"], axis=1))
    dates = pd.concat(
        [s.assign(fin=pd.to_datetime(s["fin"]).fillna(pd.Timestamp(arrete))) for s in suivis]
    )
    fins = dates.groupby(dates["qui"].astype(str))["fin"].max()
    tous = pd.Index(tables["participants"]["participant_id"].astype(str))
    complets = fins.reindex(tous.union(fins.index)).fillna(pd.Timestamp(arrete))
    return {str(qui): fin.date() for qui, fin in complets.items()}


def _journaux(dossier: Path, limite: date) -> tuple[Path, ...]:
    """The files that the journal no longer writes to (« acces.jsonl.1 »…), last written before."""
    anciens = sorted(dossier.glob("*.jsonl.*")) if dossier.is_dir() else []
    return tuple(f for f in anciens if datetime.fromtimestamp(f.stat().st_mtime).date() < limite)
