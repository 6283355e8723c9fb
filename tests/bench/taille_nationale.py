"""Ten years of all the PLIE of France: the indicators on DuckDB beside hand-written SQL.

`python -m tests.bench.taille_nationale [--tours 3]` imports extracts of 1 to 100 times the real
size into a temporary folder, then runs in turn, each in its own process, the indicators and the
SQL on the same Parquet. It keeps the ratio at each size and the memory at the largest one, and
draws how the time grows.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any, Final

from tests.bench.importation import ARRETE, PARCOURS, RACINE, generer, importer
from tests.bench.memoire import interprete, pic
from tests.bench.mesures import Ligne, enregistrer, ligne, ligne_rapport

DIVISEURS: Final = (100, 30, 10, 3, 1)
DU, AU, LIMITE = date(2024, 1, 1), date(2024, 12, 31), date(2022, 6, 30)
FACTEUR_PERMIS: Final = 1.5
MEMOIRE_PERMISE: Final = 500  # Mio above the interpreter
Mesure = dict[str, Any]
IMAGE: Final = RACINE / "docs" / "images" / "mesures-croissance.png"


def compter_main(snapshot: Path) -> dict[str, Any]:
    """The yardstick: without a filter, then under one."""
    from tests.bench.sql_ecrit_a_la_main import compter  # noqa: PLC0415 - a process each

    compter(snapshot, DU, AU, LIMITE)
    return compter(snapshot, DU, AU, LIMITE, "sexe = 'F'")


class Indicateurs:
    """The indicators, the snapshot opened once as a page does."""

    def __init__(self, snapshot: Path) -> None:
        from plie_metrics.moteur import ReglageMoteur  # noqa: PLC0415 - a process each
        from plie_metrics.secret.ouverture import donnees_de  # noqa: PLC0415
        from plie_metrics.stockage import ouvrir  # noqa: PLC0415

        reglage = ReglageMoteur(moteur="duckdb", seuil_lignes=0)
        self.donnees = donnees_de(ouvrir(snapshot), reglage=reglage)

    def compter(self, noms: list[str]) -> dict[str, Any]:
        """The same figures as the yardstick."""
        from plie_metrics.calcul.lot import repondre  # noqa: PLC0415
        from plie_metrics.filtres import Filtres  # noqa: PLC0415
        from plie_metrics.periodes import Periode  # noqa: PLC0415

        for filtres in (Filtres(), Filtres(sexe=("F",))):
            lot = repondre(self.donnees, Periode(DU, AU), filtres, (), noms)
        return {nom: mesure.valeur for nom, mesure in lot.mesures.items()}


def essayer(qui: str, snapshot: Path, noms: list[str]) -> None:
    """In a process of its own: times, peak memory and figures, as a line of JSON.

    Twice, the better kept: the first call also opens files and compiles.
    """
    indicateurs = Indicateurs(snapshot) if qui == "nous" else None
    temps, processeur = [], []
    for _ in range(2):
        debut, calcul = time.perf_counter(), time.process_time()
        valeurs = indicateurs.compter(noms) if indicateurs else compter_main(snapshot)
        temps.append(time.perf_counter() - debut)
        processeur.append(time.process_time() - calcul)
    mesure = {"temps": min(temps), "processeur": min(processeur), "valeurs": valeurs}
    print(json.dumps({**mesure, "memoire": pic() - interprete()}))  # noqa: T201


def lancer(qui: str, snapshot: Path, noms: list[str]) -> Mesure:
    """Run `essayer` apart; this module imports little, so that memory is that of the work."""
    commande = [sys.executable, "-m", "tests.bench.taille_nationale", "--essai", qui]
    commande += ["--snapshot", str(snapshot), "--noms", *noms]
    sortie = subprocess.run(commande, cwd=RACINE, capture_output=True, text=True, check=True)
    return dict(json.loads(sortie.stdout))


def comparer(snapshot: Path, tours: int) -> tuple[list[Mesure], list[Mesure]]:
    """The yardstick and the indicators, run in turn.

    Raises ValueError when a figure differs.
    """
    mains, nous = [], []
    for _ in range(tours):
        mains.append(lancer("main", snapshot, []))
        nous.append(lancer("nous", snapshot, list(mains[0]["valeurs"])))
    for nom, valeur in mains[0]["valeurs"].items():
        if abs(valeur - nous[0]["valeurs"][nom]) > 1e-9 * max(1, abs(valeur)):
            raise ValueError(f"{nom} : {valeur} à la main, {nous[0]['valeurs'][nom]} ici")
    return mains, nous


def serie(mesures: list[Mesure], nom: str) -> list[float]:
    """One of the measures, run after run."""
    return [mesure[nom] for mesure in mesures]


def preparer(dossier: Path, diviseur: int) -> Path:
    """A snapshot of national size divided by `diviseur`, made unless it is there already."""
    pret = dossier / "arretes" / ARRETE
    if pret.exists():
        return pret
    (dossier / "csv").mkdir(parents=True)
    generer(dossier / "csv", diviseur)
    importe = importer(dossier / "csv", dossier / "arretes")
    if importe.code:
        raise ValueError(importe.sortie)
    return pret


def dessiner(points: list[Mesure], image: Path = IMAGE) -> None:
    """Processor time against size, both on logarithmic scales, as the charts of the pages."""
    import altair as alt  # noqa: PLC0415 - not in the measured processes
    import vl_convert  # noqa: PLC0415

    from plie_metrics.presentation.graphiques.socle import habiller  # noqa: PLC0415

    tailles = sorted({point["parcours"] for point in points})
    trace = (
        alt.Chart(alt.Data(values=points), width=560, height=300)
        .mark_line(point=True)
        .encode(
            alt.X("parcours:Q")
            .scale(type="log", domain=[tailles[0], tailles[-1]])
            .axis(values=tailles, format=",d", title="Parcours (échelle logarithmique)"),
            alt.Y("secondes:Q")
            .scale(type="log")
            .axis(tickCount=4, title="Secondes de processeur (échelle logarithmique)"),
            alt.Color("qui:N").legend(None),
        )
    )
    noms = trace.transform_filter(f"datum.parcours == {tailles[-1]}").mark_text(align="left", dx=8)
    dessin = alt.layer(trace, noms.encode(alt.Text("qui:N")))
    specification = {**habiller(dessin), "background": "white", "padding": 16}
    image.write_bytes(vl_convert.vegalite_to_png(specification, scale=2))


Comparees = dict[int, tuple[list[Mesure], list[Mesure]]]


def resultats(comparees: Comparees) -> list[Ligne]:
    """The rows of the table: the ratio at each size (in parcours), the rest at the largest."""
    france = "All the PLIE of France, ten years"
    main, nous = comparees[max(comparees)]
    tailles = [
        ligne_rapport(
            f"{taille} parcours, against hand-written DuckDB SQL",
            serie(comparees[taille][1], "temps"),
            serie(comparees[taille][0], "temps"),
        )
        for taille in sorted(comparees)[:-1]
    ]
    temps = [
        ligne_rapport(
            f"{france}, against hand-written DuckDB SQL",
            serie(nous, "temps"),
            serie(main, "temps"),
            FACTEUR_PERMIS,
        ),
        ligne_rapport(
            f"{france}, the same in processor time",
            serie(nous, "processeur"),
            serie(main, "processeur"),
        ),
    ]
    memoire = ligne(
        f"{france}, memory above the interpreter", serie(nous, "memoire"), "MiB", MEMOIRE_PERMISE
    )
    petite = serie(comparees[min(comparees)][1], "processeur")
    croissance = min(serie(nous, "processeur")) / min(petite)
    facteur = max(comparees) // min(comparees)
    quoi = f"Processor time, when the size is {facteur} times larger"
    return [*tailles, *temps, memoire, Ligne(quoi, croissance, "times")]


def points_de(comparees: Comparees) -> list[Mesure]:
    """What the picture draws: the shortest processor time of each, by size."""
    return [
        {"parcours": taille, "qui": qui, "secondes": min(serie(mesures, "processeur"))}
        for taille, (main, nous) in comparees.items()
        for qui, mesures in (("SQL à la main", main), ("Indicateurs", nous))
    ]


def principal() -> None:
    """Measure, print and keep."""
    analyseur = argparse.ArgumentParser(description="Banc d’essai à la taille nationale.")
    analyseur.add_argument("--tours", type=int, default=3, help="combien de fois")
    analyseur.add_argument("--dossier", type=Path, help="garde les extraits pour une autre fois")
    analyseur.add_argument("--essai", choices=("main", "nous"), help=argparse.SUPPRESS)
    analyseur.add_argument("--snapshot", type=Path, help=argparse.SUPPRESS)
    analyseur.add_argument("--noms", nargs="*", default=[], help=argparse.SUPPRESS)
    demande = analyseur.parse_args()
    if demande.essai:
        essayer(demande.essai, demande.snapshot, demande.noms)
        return
    comparees: Comparees = {}
    with tempfile.TemporaryDirectory() as temporaire:
        for diviseur in DIVISEURS:
            dossier = demande.dossier or Path(temporaire)
            snapshot = preparer(dossier / str(diviseur), diviseur)
            comparees[PARCOURS // diviseur] = comparer(snapshot, demande.tours)
    dessiner(points_de(comparees))
    enregistrer("taille_nationale", 20, resultats(comparees))


if __name__ == "__main__":
    principal()
