"""What the benches found: one JSON a bench in docs/mesures/, one table of them all in the README.

A bench calls `enregistrer`; `python -m tests.bench.mesures` then writes the table anew between the
two marks of the README. A limit that is missed is written as such.
"""

import json
import platform
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

RACINE: Final = Path(__file__).resolve().parents[2]
MESURES: Final = RACINE / "docs" / "mesures"
DEBUT, FIN = "<!-- measures: make bench -->", "<!-- end of measures -->"
ENTETE: Final = ("| Measure | Median | Min to max | Limit |", "|---|---:|---:|---:|")


@dataclass(frozen=True)
class Ligne:
    """A row of the table; `limite` in the same unit, None when there is none to hold.

    `mini`, `maxi`: the extremes of what was measured, None for a single measure.
    """

    quoi: str
    resultat: float
    unite: str
    limite: float | None = None
    mini: float | None = None
    maxi: float | None = None

    @property
    def tenue(self) -> bool:
        """True when the limit holds."""
        return self.limite is None or self.resultat <= self.limite


def ligne(quoi: str, mesures: Sequence[float], unite: str, limite: float | None = None) -> Ligne:
    """The median of several measures of one thing, and their extremes."""
    return Ligne(quoi, statistics.median(mesures), unite, limite, min(mesures), max(mesures))


def ligne_rapport(
    quoi: str, mesures: Sequence[float], etalon: Sequence[float], limite: float | None = None
) -> Ligne:
    """How many times the yardstick, pair by pair: each pair was measured in turn."""
    rapports = [mesure / seul for mesure, seul in zip(mesures, etalon, strict=True)]
    return ligne(quoi, rapports, "times", limite)


def enregistrer(
    nom: str,
    ordre: int,
    lignes: Sequence[Ligne],
    dossier: Path = MESURES,
    *,
    details: Mapping[str, Any] | None = None,
) -> bool:
    """Keep the results of a bench (`ordre`: its place in the table); True when its limits hold."""
    dossier.mkdir(exist_ok=True)
    contenu = {
        "ordre": ordre,
        "quand": datetime.now().astimezone().isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "lignes": [asdict(mesuree) for mesuree in lignes],
        **({"details": dict(details)} if details else {}),
    }
    texte = json.dumps(contenu, ensure_ascii=False, indent=1) + "\n"
    (dossier / f"{nom}.json").write_text(texte, encoding="utf-8")
    for mesuree in lignes:
        print(_rangee(mesuree), flush=True)  # noqa: T201 - what the bench is run for
    return all(mesuree.tenue for mesuree in lignes)


def toutes(dossier: Path = MESURES) -> list[Ligne]:
    """The rows of every bench, in the order of the table."""
    lus = [json.loads(f.read_text(encoding="utf-8")) for f in dossier.glob("*.json")]
    return [
        Ligne(**mesuree)
        for fichier in sorted((lu for lu in lus if "ordre" in lu), key=lambda lu: lu["ordre"])
        for mesuree in fichier["lignes"]
    ]


def tableau(dossier: Path = MESURES) -> str:
    """The Markdown table of every bench."""
    return "\n".join([*ENTETE, *map(_rangee, toutes(dossier))])


def inscrire(readme: Path = RACINE / "README.md", dossier: Path = MESURES) -> None:
    """Write the table between the marks of the README."""
    texte = readme.read_text(encoding="utf-8")
    avant, reste = texte.split(DEBUT)
    apres = reste.split(FIN)[1]
    readme.write_text(
        f"{avant}{DEBUT}\n{tableau(dossier)}\n{FIN}{apres}", encoding="utf-8", newline="\n"
    )


def _rangee(mesuree: Ligne) -> str:
    limite = "" if mesuree.limite is None else f"{mesuree.limite:g} {mesuree.unite}"
    if not mesuree.tenue:
        limite = f"**{limite}, missed**"
    bornes = ""
    if mesuree.mini is not None and mesuree.maxi is not None:
        bornes = f"{_nombre(mesuree.mini)} to {_nombre(mesuree.maxi)}"
    resultat = f"{_nombre(mesuree.resultat)} {mesuree.unite}"
    return f"| {mesuree.quoi} | {resultat} | {bornes} | {limite} |"


def _nombre(valeur: float) -> str:
    return f"{valeur:.0f}" if valeur >= 20 else f"{valeur:.2f}"


def principal() -> int:
    """Write the table, print it; 1 when a limit is missed."""
    inscrire()
    print(tableau())  # noqa: T201
    manquees = [mesuree for mesuree in toutes() if not mesuree.tenue]
    for mesuree in manquees:
        print(f"Limite manquée : {mesuree.quoi}", file=sys.stderr)  # noqa: T201
    return 1 if manquees else 0


if __name__ == "__main__":
    sys.exit(principal())
