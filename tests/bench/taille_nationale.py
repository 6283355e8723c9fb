"""Ten years of all the PLIE of France: the indicators on DuckDB beside hand-written SQL.

`python -m tests.bench.taille_nationale [--tours 3]` imports extracts of 1 to 100 times the real
size into a temporary folder, then runs in turn, each in its own process, the indicators and the
SQL on the same Parquet. It keeps the ratio and the memory at the largest size, and draws how the
time grows.
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
from tests.bench.mesures import Ligne, enregistrer

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


def comparer(snapshot: Path, tours: int) -> tuple[Mesure, Mesure]:
    """The best of the yardstick and of the indicators, run in turn.

    Raises ValueError when a figure differs.
    """
    mains, nous = [], []
    for _ in range(tours):
        mains.append(lancer("main", snapshot, []))
        nous.append(lancer("nous", snapshot, list(mains[0]["valeurs"])))
    for nom, valeur in mains[0]["valeurs"].items():
        if abs(valeur - nous[0]["valeurs"][nom]) > 1e-9 * max(1, abs(valeur)):
            raise ValueError(f"{nom} : {valeur} à la main, {nous[0]['valeurs'][nom]} ici")
    return meilleure(mains), meilleure(nous)


def meilleure(mesures: list[Mesure]) -> Mesure:
    """The shortest times, the highest memory."""
    courtes = {nom: min(mesure[nom] for mesure in mesures) for nom in ("temps", "processeur")}
    memoire = max(mesure["memoire"] for mesure in mesures)
    return {**mesures[0], **courtes, "memoire": memoire}


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
            alt.Color("qui:N", legend=alt.Legend(title=None, orient="top", labelLimit=0)),
        )
    )
    specification = {**habiller(trace), "background": "white", "padding": 16}
    image.write_bytes(vl_convert.vegalite_to_png(specification, scale=2))


def resultats(main: Mesure, nous: Mesure, croissance: float) -> list[Ligne]:
    """The rows of the table, at the largest size."""
    france = "All the PLIE of France, ten years"
    return [
        Ligne(
            f"{france}, against hand-written DuckDB SQL",
            nous["temps"] / main["temps"],
            "times",
            FACTEUR_PERMIS,
        ),
        Ligne(
            f"{france}, the same in processor time",
            nous["processeur"] / main["processeur"],
            "times",
        ),
        Ligne(f"{france}, memory above the interpreter", nous["memoire"], "MiB", MEMOIRE_PERMISE),
        Ligne("Processor time, when the size is 100 times larger", croissance, "times"),
    ]


def principal() -> None:
    """Keep the results; exit 1 beyond what is allowed."""
    analyseur = argparse.ArgumentParser(description="Banc d’essai à la taille nationale.")
    analyseur.add_argument("--tours", type=int, default=3, help="le meilleur temps est gardé")
    analyseur.add_argument("--dossier", type=Path, help="garde les extraits pour une autre fois")
    analyseur.add_argument("--essai", choices=("main", "nous"), help=argparse.SUPPRESS)
    analyseur.add_argument("--snapshot", type=Path, help=argparse.SUPPRESS)
    analyseur.add_argument("--noms", nargs="*", default=[], help=argparse.SUPPRESS)
    demande = analyseur.parse_args()
    if demande.essai:
        essayer(demande.essai, demande.snapshot, demande.noms)
        return
    points: list[Mesure] = []
    with tempfile.TemporaryDirectory() as temporaire:
        for diviseur in DIVISEURS:
            dossier = demande.dossier or Path(temporaire)
            snapshot = preparer(dossier / str(diviseur), diviseur)
            main, nous = comparer(snapshot, demande.tours)
            for qui, mesure in (("SQL à la main", main), ("Indicateurs", nous)):
                points.append(
                    {
                        "parcours": PARCOURS // diviseur,
                        "qui": qui,
                        "secondes": mesure["processeur"],
                    }
                )
    dessiner(points)
    croissance = points[-1]["secondes"] / points[1]["secondes"]
    sys.exit(0 if enregistrer("taille_nationale", 20, resultats(main, nous, croissance)) else 1)


if __name__ == "__main__":
    principal()
