"""`python -m tests.bench.reunion`: 1, 10 and 25 people at once on the Synthèse.

Each one chooses communes that nobody chose before, as long as there are some. With think time,
every one waits some seconds between two choices; then everyone chooses at the same instant. The
yardstick is the median of one person alone.
"""

import argparse
import asyncio
import itertools
import random
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plie_metrics.chemins import TERRITOIRE
from plie_metrics.territoire.lecture import lire_communes
from tests.bench.mesures import Ligne, enregistrer, ligne
from tests.bench.personne import Personne
from tests.navigateur.serveur import serveur_et_pid

EFFECTIFS: Final = (10, 25)
REFLEXION: Final = 8.0
"""Mean seconds between two choices of a person."""
CHOIX: Final = 3
SEUL: Final = 12
Choix = Iterator[list[str]]


def choix_neufs(hasard: random.Random) -> Choix:
    """Pairs of communes, each once, in any order; then threes."""
    noms = sorted(commune.nom for commune in lire_communes(TERRITOIRE))
    for combien in (2, 3):
        paires = [list(c) for c in itertools.combinations(noms, combien)]
        hasard.shuffle(paires)
        yield from paires


async def arriver(adresse: str, combien: int) -> list[Personne]:
    """People who open the page one after the other."""
    return [await Personne(adresse).__aenter__() for _ in range(combien)]


async def partir(personnes: list[Personne]) -> None:
    """They close it."""
    for personne in personnes:
        await personne.__aexit__(None, None, None)


async def en_reflechissant(
    personnes: list[Personne], choix: Choix, hasard: random.Random
) -> list[float]:
    """Each one thinks, chooses, and so on; the seconds of every answer."""

    async def vivre(personne: Personne) -> list[float]:
        durees = []
        for _ in range(CHOIX):
            await asyncio.sleep(hasard.expovariate(1 / REFLEXION))
            durees.append(await personne.choisir("commune", next(choix)))
        return durees

    vies = await asyncio.gather(*(vivre(personne) for personne in personnes))
    return [duree for vie in vies for duree in vie]


async def tous_ensemble(personnes: list[Personne], choix: Choix) -> list[float]:
    """Everyone chooses at the same instant, a few times."""
    durees: list[float] = []
    for _ in range(CHOIX):
        durees += await asyncio.gather(*(p.choisir("commune", next(choix)) for p in personnes))
    return durees


def memoire(pid: int) -> float:
    """Resident memory of a process, in MiB (Linux)."""
    etat = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(etat.split("VmRSS:")[1].split()[0]) / 1024


async def mesurer(adresse: str, pid: int, hasard: random.Random) -> list[Ligne]:
    """The rows of the table."""
    choix = choix_neufs(hasard)
    (seule,) = await arriver(adresse, 1)
    await seule.choisir("commune", next(choix))
    seul = [await seule.choisir("commune", next(choix)) for _ in range(SEUL)]
    mediane = statistics.median(seul)
    rangs = [ligne("One person, a filter change on the server", [1000 * s for s in seul], "ms")]
    for combien in EFFECTIFS:
        avant = memoire(pid)
        gens = await arriver(adresse, combien)
        pensees = await en_reflechissant(gens, choix, hasard)
        ensemble = await tous_ensemble(gens, choix)
        rangs += [
            _rang(f"{combien} people with think time", pensees, mediane),
            _rang(f"{combien} people at the same instant", ensemble, mediane),
            Ligne(f"{combien} people, memory per person", (memoire(pid) - avant) / combien, "MiB"),
        ]
        await partir(gens)
    await partir([seule])
    return rangs


def _rang(quoi: str, durees: list[float], seul: float) -> Ligne:
    haut = statistics.quantiles(durees, n=20)[-1]
    texte = f"{quoi}: 95th percentile ({1000 * haut:.0f} ms) against one person's median"
    return Ligne(texte, haut / seul, "times", None, min(durees) / seul, max(durees) / seul)


def principal() -> None:
    """Measure, print and keep."""
    analyseur = argparse.ArgumentParser(description="Plusieurs personnes à la fois.")
    analyseur.add_argument("--graine", type=int, default=2016)
    demande = analyseur.parse_args()
    with serveur_et_pid() as (adresse, pid):
        lues = asyncio.run(mesurer(adresse, pid, random.Random(demande.graine)))
    enregistrer("reunion", 40, lues)


if __name__ == "__main__":
    principal()
