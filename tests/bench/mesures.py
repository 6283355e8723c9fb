"""What the benches found: one JSON a bench in docs/mesures/, one table of them all in the README.

A bench calls `enregistrer`; `python -m tests.bench.mesures` then writes the table anew between the
two marks of the README.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

RACINE: Final = Path(__file__).resolve().parents[2]
MESURES: Final = RACINE / "docs" / "mesures"
DEBUT, FIN = "<!-- measures: make bench -->", "<!-- end of measures -->"


@dataclass(frozen=True)
class Ligne:
    """A row of the table; `limite` in the same unit, None when there is none to hold."""

    quoi: str
    resultat: float
    unite: str
    limite: float | None = None

    @property
    def tenue(self) -> bool:
        """True when the limit holds."""
        return self.limite is None or self.resultat <= self.limite


def enregistrer(nom: str, ordre: int, lignes: Sequence[Ligne], dossier: Path = MESURES) -> bool:
    """Keep the results of a bench (`ordre`: its place in the table); True when its limits hold."""
    dossier.mkdir(exist_ok=True)
    contenu = {"ordre": ordre, "lignes": [asdict(ligne) for ligne in lignes]}
    texte = json.dumps(contenu, ensure_ascii=False, indent=2) + "\n"
    (dossier / f"{nom}.json").write_text(texte, encoding="utf-8")
    for ligne in lignes:
        print(_rangee(ligne))  # noqa: T201 - what the bench is run for
    return all(ligne.tenue for ligne in lignes)


def tableau(dossier: Path = MESURES) -> str:
    """The Markdown table of every bench."""
    fichiers = [json.loads(f.read_text(encoding="utf-8")) for f in dossier.glob("*.json")]
    lignes = [
        Ligne(**ligne)
        for fichier in sorted(fichiers, key=lambda fichier: fichier["ordre"])
        for ligne in fichier["lignes"]
    ]
    return "\n".join(["| Measure | Result | Limit |", "|---|---:|---:|", *map(_rangee, lignes)])


def inscrire(readme: Path = RACINE / "README.md", dossier: Path = MESURES) -> None:
    """Write the table between the marks of the README."""
    texte = readme.read_text(encoding="utf-8")
    avant, reste = texte.split(DEBUT)
    apres = reste.split(FIN)[1]
    readme.write_text(
        f"{avant}{DEBUT}\n{tableau(dossier)}\n{FIN}{apres}", encoding="utf-8", newline="\n"
    )


def _rangee(ligne: Ligne) -> str:
    limite = "" if ligne.limite is None else f"{ligne.limite:g} {ligne.unite}"
    return f"| {ligne.quoi} | {_nombre(ligne.resultat)} {ligne.unite} | {limite} |"


def _nombre(valeur: float) -> str:
    return f"{valeur:.0f}" if valeur >= 20 else f"{valeur:.2f}"


if __name__ == "__main__":
    inscrire()
