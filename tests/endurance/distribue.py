"""The indicators on a distributed engine (Dask), beside those of pandas: the same figures.

`python -m tests.endurance.distribue [SNAPSHOT] [--processus 2]` (default: the last arrêté of the
demonstration) computes every indicator, whole then under a filter with a breakdown, on both
engines. It needs requirements-distribue.txt; it takes a minute or two, outside of CI.
"""

import argparse
import sys
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import narwhals as nw

from plie_metrics.calcul.lot import TABLES_UTILES, Donnees, Lot, preparer_balayage, repondre
from plie_metrics.chemins import SNAPSHOTS
from plie_metrics.filtres import Filtres
from plie_metrics.moteur import ReglageMoteur
from plie_metrics.periodes import annee_a_date
from plie_metrics.schema import TABLES, Type
from plie_metrics.secret.ouverture import donnees_de
from plie_metrics.stockage import Snapshot, ouvrir
from tests.endurance.resultats import noter

DEMANDES: Final = (
    (Filtres(), ()),
    (Filtres(sexe=("F",)), ("classe_age", "prescripteur")),
)
MORCEAUX: Final = "16MB"


def balayer(snapshot: Snapshot) -> Donnees:
    """The snapshot as Dask tables, cut in pieces; nothing is read yet."""
    presentes = [nom for nom in TABLES_UTILES if nom in snapshot.tables]
    with warnings.catch_warnings():
        # Narwhals announces a package of its own for Dask, which is not published yet
        warnings.simplefilter("ignore", FutureWarning)
        tables = {nom: nw.from_native(_lire(snapshot, nom)) for nom in presentes}
        objectifs = snapshot.table("objectifs") if "objectifs" in presentes else None
        return preparer_balayage(snapshot.arrete, tables, objectifs)


def _lire(snapshot: Snapshot, nom: str) -> Any:
    import dask.dataframe as dd  # noqa: PLC0415 - an extra
    import pandas as pd  # noqa: PLC0415

    table = dd.read_parquet(snapshot.chemin_table(nom), blocksize=MORCEAUX)
    dates = [c.nom for c in TABLES[nom].colonnes if c.type is Type.DATE]
    for date in (date for date in dates if date in snapshot.colonnes(nom)):
        table[date] = dd.to_datetime(table[date])
        table[f"{date}_jours"] = (table[date] - pd.Timestamp(1970, 1, 1)).dt.days
    return table


@contextmanager
def processus(combien: int) -> Iterator[None]:
    """Spread the work over that many processes, started once.

    Dask would start them anew for each of the some hundred small questions, two seconds each time.
    """
    import dask  # noqa: PLC0415 - an extra

    if combien == 1:
        with dask.config.set(scheduler="threads", num_workers=1):
            yield
        return
    with (
        ProcessPoolExecutor(combien, mp_context=get_context("spawn")) as bassin,
        dask.config.set(scheduler="processes", pool=bassin, num_workers=combien),
    ):
        yield


def ecarts(lu: Lot, attendu: Lot) -> list[str]:
    """What differs, in words."""
    differents = [
        f"{nom} : {lu.mesures[nom].valeur} au lieu de {mesure.valeur}"
        for nom, mesure in attendu.mesures.items()
        if not _memes(lu.mesures[nom].valeur, mesure.valeur)
    ]
    for nom, ventilation in attendu.ventilation.items():
        cellules = lu.ventilation[nom].cellules
        if list(cellules) != list(ventilation.cellules) or not all(
            _memes(cellules[cle].valeur, m.valeur) for cle, m in ventilation.cellules.items()
        ):
            differents.append(f"{nom} ventilé par {', '.join(attendu.dimensions)}")
    return differents


def _memes(un: float | None, autre: float | None) -> bool:
    return un == autre or (un is not None and autre is not None and abs(un - autre) <= 1e-9 * autre)


def principal() -> int:
    """Print the times and what differs; 1 if anything does."""
    analyseur = argparse.ArgumentParser(description="Le moteur distribué, à côté de pandas.")
    analyseur.add_argument("snapshot", type=Path, nargs="?", default=SNAPSHOTS / "2016-12-31")
    analyseur.add_argument("--processus", type=int, default=2)
    analyseur.add_argument("--sans-noter", action="store_true", help="n’écrit pas les résultats")
    demande = analyseur.parse_args()
    snapshot = ouvrir(demande.snapshot)
    memoire = donnees_de(snapshot, reglage=ReglageMoteur(moteur="pandas", seuil_lignes=0))
    distribuees = balayer(snapshot)
    periode, tous = annee_a_date(snapshot.arrete), []
    secondes: list[float] = []
    with processus(demande.processus):
        for filtres, dimensions in DEMANDES:
            debut = time.perf_counter()
            lu = repondre(distribuees, periode, filtres, dimensions)
            secondes.append(round(time.perf_counter() - debut, 1))
            print(f"{secondes[-1]} s : {filtres.actifs or 'sans filtre'}", flush=True)
            tous += ecarts(lu, repondre(memoire, periode, filtres, dimensions))
    print("\n".join(tous) or "Mêmes chiffres que pandas.")
    if not demande.sans_noter:
        noter(
            "distribue",
            {"processus": demande.processus, "secondes": secondes, "ecarts": len(tous)},
        )
    return 1 if tous else 0


if __name__ == "__main__":
    sys.exit(principal())
