"""The import of ten years of all the PLIE of France, beside DuckDB alone: time and memory.

`python -m tests.bench.importation [--echelle 50] [--tours 3]` writes the CSV in a temporary folder
(500 000 parcours, 1 million étapes, 5 million entretiens, divided by `--echelle`), then runs in
turn, each in its own process: DuckDB reading the same CSV and writing the same Parquet without
any check; the import, as the command does it; the same on files with faults in them. Processor
time is shown too: on a busy machine, it is the one to compare.
"""

# ruff: noqa: T201 (it prints its table)

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import duckdb

from tests.bench.mesures import Ligne, enregistrer, ligne, ligne_rapport

RACINE: Final = Path(__file__).resolve().parents[2]
ARRETE: Final = "2025-12-31"
PARCOURS, ETAPES, ENTRETIENS = 500_000, 1_000_000, 5_000_000
PARTICIPANTS, REFERENTS = 430_000, 1_500
TABLES: Final = ("participants", "referents", "parcours", "etapes", "entretiens")
FACTEUR_PERMIS: Final = 3.0
MEMOIRE_PERMISE: Final = 2048  # Mio

SANS_CONTROLE: Final = """
import sys, duckdb
lu, ecrit, *tables = sys.argv[1:]
moteur = duckdb.connect(config={"memory_limit": "800MB", "temp_directory": ecrit + "/debordement"})
for table in tables:
    moteur.execute(
        f"COPY (SELECT * FROM read_csv('{lu}/{table}.csv', header = true)) "
        f"TO '{ecrit}/{table}.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 131072)"
    )
"""


AVEC_CONTROLE: Final = """
import sys
from argparse import Namespace
from pathlib import Path
from plie_metrics.commandes.importer import executer
source, vers, arrete = sys.argv[1:]
chemins = dict(source=Path(source), vers=Path(vers), erreurs=Path(vers + "-erreurs.xlsx"))
sys.exit(executer(Namespace(**chemins, arrete=arrete, correspondance=None, sans_preparation=True)))
"""


@dataclass(frozen=True)
class Mesure:
    """Wall and processor time in seconds, peak resident memory in Mio, exit code, what it said."""

    secondes: float
    processeur: float
    memoire: float
    code: int
    sortie: str


def generer(dossier: Path, echelle: int = 1) -> None:
    """Write a valid extract of national size divided by `echelle`; always the same."""
    moteur = duckdb.connect()
    moteur.execute("SET enable_progress_bar = false")
    parcours, etapes, entretiens = (n // echelle for n in (PARCOURS, ETAPES, ENTRETIENS))
    participants, referents = PARTICIPANTS // echelle, max(REFERENTS // echelle, 1)
    moteur.execute("CREATE MACRO alea(i, graine, n) AS CAST(hash(i * 31 + graine) % n AS BIGINT)")
    moteur.execute(
        f"""CREATE TABLE p AS SELECT i, DATE '2016-01-01' + CAST(alea(i, 1, 3640) AS INT) AS entree,
        entree + CAST(30 + alea(i, 2, 900) AS INT) AS fin FROM range({parcours}) AS r(i)"""
    )
    requetes = {
        "participants": f"""SELECT 'A' || lpad(CAST(i AS VARCHAR), 7, '0') AS participant_id,
            ['F', 'H'][1 + alea(i, 3, 2)] AS sexe, 1962 + alea(i, 4, 42) AS annee_naissance,
            CAST(21001 + alea(i, 5, 700) AS VARCHAR) AS commune,
            CASE WHEN alea(i, 6, 4) = 0 THEN 'QN0210' || (1 + alea(i, 7, 5)) || 'M' END AS qpv,
            ['III+', 'IV', 'V', 'Vbis', 'VI', NULL][1 + alea(i, 8, 6)] AS niveau_formation,
            ['oui', 'non'][1 + alea(i, 9, 2)] AS brsa, ['oui', 'non'][1 + alea(i, 10, 2)] AS deld
            FROM range({participants}) AS r(i)""",
        "referents": f"""SELECT 'R' || i AS referent_id, 'PLIE ' || (i % 170) AS structure,
            [1.0, 0.8, 0.5][1 + i % 3] AS etp FROM range({referents}) AS r(i)""",
        "parcours": f"""SELECT 'P' || lpad(CAST(i AS VARCHAR), 7, '0') AS parcours_id,
            'A' || lpad(CAST(i % {participants} AS VARCHAR), 7, '0') AS participant_id,
            'R' || alea(i, 11, {referents}) AS referent_id,
            'PLIE ' || (alea(i, 11, {referents}) % 170) AS structure,
            ['pole_emploi', 'conseil_departemental', 'mission_locale', 'spip',
             'commune_mdef_services_sociaux', 'operateur'][1 + alea(i, 12, 6)] AS prescripteur,
            entree AS date_entree,
            CASE WHEN fin <= DATE '{ARRETE}' THEN fin END AS date_sortie,
            CASE WHEN fin <= DATE '{ARRETE}' THEN ['emploi_cdi', 'emploi_cdd_6_mois', 'autre',
            'formation_qualifiante', 'suivi_impossible', 'sante'][1 + alea(i, 13, 6)] END
            AS motif_sortie FROM p ORDER BY i""",
        "etapes": f"""SELECT 'E' || lpad(CAST(e.i AS VARCHAR), 7, '0') AS etape_id,
            'P' || lpad(CAST(e.i // 2 AS VARCHAR), 7, '0') AS parcours_id,
            ['cdi', 'interim', 'formation', 'cddi', 'immersion', 'projet'][1 + alea(e.i, 14, 6)]
            AS type_etape, least(entree + CAST(alea(e.i, 15, 300) AS INT), DATE '{ARRETE}')
            AS date_debut, CASE WHEN alea(e.i, 16, 4) > 0 THEN
            date_debut + CAST(alea(e.i, 17, 200) AS INT) END AS date_fin
            FROM range({etapes}) AS e(i) JOIN p ON p.i = e.i // 2 ORDER BY e.i""",
        "entretiens": f"""SELECT 'N' || lpad(CAST(e.i AS VARCHAR), 8, '0') AS entretien_id,
            'P' || lpad(CAST(e.i // 10 AS VARCHAR), 7, '0') AS parcours_id,
            least(entree + CAST((e.i % 10) * 30 + alea(e.i, 18, 28) AS INT), DATE '{ARRETE}')
            AS "date" FROM range({entretiens}) AS e(i) JOIN p ON p.i = e.i // 10 ORDER BY e.i""",
    }
    for table, requete in requetes.items():
        moteur.execute(f"COPY ({requete}) TO '{dossier}/{table}.csv' (HEADER)")
    moteur.close()


def abimer(source: Path, cible: Path, une_sur: int = 1000) -> int:
    """Copy the extract with one faulty line in `une_sur` étapes; return how many."""
    cible.mkdir()
    for table in TABLES:
        (cible / f"{table}.csv").write_bytes((source / f"{table}.csv").read_bytes())
    lignes = (source / "etapes.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    fautives = range(1, len(lignes), une_sur)
    for rang in fautives:
        lignes[rang] = lignes[rang].replace(",P", ",INCONNU", 1)
    (cible / "etapes.csv").write_text("".join(lignes), encoding="utf-8")
    return len(fautives)


def mesurer(commande: list[str]) -> Mesure:
    """Run a command in its own process; its peak memory is told by the kernel."""
    with tempfile.TemporaryFile() as sortie:
        debut = time.perf_counter()
        processus = subprocess.Popen(commande, cwd=RACINE, stdout=sortie, stderr=subprocess.STDOUT)
        _, statut, usage = os.wait4(processus.pid, 0)
        secondes = time.perf_counter() - debut
        processus.returncode = os.waitstatus_to_exitcode(statut)
        sortie.seek(0)
        texte = sortie.read().decode("utf-8", "replace")
    processeur = usage.ru_utime + usage.ru_stime
    return Mesure(secondes, processeur, usage.ru_maxrss / 1024, processus.returncode, texte)


def preparer(dossier: Path, echelle: int) -> int:
    """Write both extracts in a process of its own; return the number of faulty lines.

    The kernel counts in the peak of a process the memory of the one that started it: the bench
    itself must stay small.
    """
    (dossier / "csv").mkdir()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as autre:
        autre.submit(generer, dossier / "csv", echelle).result()
        return autre.submit(abimer, dossier / "csv", dossier / "csv_abimes").result()


def brut(source: Path, ecrit: Path) -> Mesure:
    """DuckDB alone."""
    ecrit.mkdir(exist_ok=True)
    return mesurer([sys.executable, "-c", SANS_CONTROLE, str(source), str(ecrit), *TABLES])


def importer(source: Path, vers: Path) -> Mesure:
    """What the `importer` command does, without loading the other commands."""
    return mesurer([sys.executable, "-c", AVEC_CONTROLE, str(source), str(vers), ARRETE])


def principal() -> None:
    """Print the table of the measures and keep it; exit 1 when a fault of the files is not told."""
    analyseur = argparse.ArgumentParser(description="Banc d’essai de l’import.")
    analyseur.add_argument("--echelle", type=int, default=1, help="diviseur de la taille nationale")
    analyseur.add_argument("--tours", type=int, default=3, help="combien de fois")
    demande = analyseur.parse_args()
    with tempfile.TemporaryDirectory() as temporaire:
        dossier = Path(temporaire)
        fautes = preparer(dossier, demande.echelle)
        essais: dict[str, list[Mesure]] = {"DuckDB seul": [], "Import": [], "Import refusé": []}
        for _ in range(demande.tours):
            essais["DuckDB seul"].append(brut(dossier / "csv", dossier / "parquet"))
            essais["Import"].append(importer(dossier / "csv", dossier / "arretes"))
            essais["Import refusé"].append(importer(dossier / "csv_abimes", dossier / "arretes"))
        octets = sum(fichier.stat().st_size for fichier in (dossier / "csv").iterdir())
    toutes_dites = imprimer(essais, octets, fautes)
    if demande.echelle == 1:
        enregistrer("importation", 25, resultats(essais))
    sys.exit(0 if toutes_dites else 1)


def resultats(essais: dict[str, list[Mesure]]) -> list[Ligne]:
    """The rows of the README's table: the import beside DuckDB, in turn."""
    quoi = "Import of all the PLIE of France, ten years"
    seul, faits = essais["DuckDB seul"], essais["Import"]
    return [
        ligne_rapport(
            f"{quoi}, against DuckDB without checks",
            [m.secondes for m in faits],
            [m.secondes for m in seul],
            FACTEUR_PERMIS,
        ),
        ligne_rapport(
            f"{quoi}, the same in processor time",
            [m.processeur for m in faits],
            [m.processeur for m in seul],
        ),
        ligne(f"{quoi}, peak memory", [m.memoire for m in faits], "MiB", MEMOIRE_PERMISE),
    ]


def imprimer(essais: dict[str, list[Mesure]], octets: int, fautes: int) -> bool:
    """The table, in French; True when every fault is told."""
    reference = min(mesure.secondes for mesure in essais["DuckDB seul"])
    calcul = min(mesure.processeur for mesure in essais["DuckDB seul"])
    print(f"{octets / 1e6:.0f} Mo de CSV ; {fautes} lignes fautives dans l’extrait refusé.\n")
    titres = ("Temps (s)", "Rapport", "Processeur (s)", "Rapport", "Mémoire (Mio)", "Code")
    print(f"{'':16}" + "".join(f"{titre:>16}" for titre in titres))
    for nom, mesures in essais.items():
        temps, memoire = min(m.secondes for m in mesures), max(m.memoire for m in mesures)
        processeur = min(m.processeur for m in mesures)
        nombres = (temps, temps / reference, processeur, processeur / calcul, memoire)
        print(f"{nom:16}" + "".join(f"{n:>16.2f}" for n in nombres) + f"{mesures[-1].code:>16}")
    dites = sum(ligne.startswith("etapes, ligne") for ligne in _lignes(essais["Import refusé"]))
    print(f"\nLignes fautives dites : {dites} sur {fautes}.")
    return dites == fautes


def _lignes(mesures: list[Mesure]) -> list[str]:
    return mesures[-1].sortie.splitlines()


if __name__ == "__main__":
    principal()
