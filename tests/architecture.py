"""`python -m tests.architecture`: the picture of docs/architecture.md, drawn from the imports."""

import ast
from pathlib import Path
from typing import Final

RACINE: Final = Path(__file__).resolve().parent.parent
FICHIER: Final = RACINE / "docs" / "architecture.md"
TEXTE: Final = """# Who imports whom

Drawn from the imports by `python -m tests.architecture`; a test holds that it is current. An arrow
goes from a package to what it uses. What an arrow already implies through another one is left out.

```mermaid
flowchart TD
{fleches}
```
"""


def dependances() -> dict[str, set[str]]:
    """Package (or module) of plie_metrics → those that it imports; `pages` as a whole."""
    liens: dict[str, set[str]] = {}
    for fichier in [*(RACINE / "plie_metrics").rglob("*.py"), *(RACINE / "pages").rglob("*.py")]:
        ici = _etage(fichier.relative_to(RACINE).with_suffix("").parts)
        for nom in _importes(fichier):
            la = _etage(tuple(nom.split(".")))
            if ici and la and la != ici:
                liens.setdefault(ici, set()).add(la)
    return liens


def sans_detours(liens: dict[str, set[str]]) -> dict[str, set[str]]:
    """Without the links that a longer way already gives."""
    return {
        ici: {la for la in siens if not any(la in _atteints(x, liens) for x in siens - {la})}
        for ici, siens in liens.items()
    }


def page() -> str:
    """The content of docs/architecture.md."""
    reduits = sans_detours(dependances())
    lignes = [f"  {ici} --> {la}" for ici in sorted(reduits) for la in sorted(reduits[ici])]
    return TEXTE.format(fleches="\n".join(lignes))


def _importes(fichier: Path) -> set[str]:
    noms: set[str] = set()
    for noeud in ast.walk(ast.parse(fichier.read_text(encoding="utf-8"))):
        if isinstance(noeud, ast.Import):
            noms |= {alias.name for alias in noeud.names}
        elif isinstance(noeud, ast.ImportFrom) and noeud.module:
            noms |= {f"{noeud.module}.{alias.name}" for alias in noeud.names}
    return noms


def _etage(parties: tuple[str, ...]) -> str:
    if parties[0] == "pages":
        return "pages"
    if parties[0] != "plie_metrics" or len(parties) == 1 or parties[1].startswith("__"):
        return ""
    # writing a number or a date in French is a floor of its own, under all the others
    return "formats" if parties[1:3] == ("presentation", "formats") else parties[1]


def _atteints(depart: str, liens: dict[str, set[str]]) -> set[str]:
    vus: set[str] = set()
    reste = [depart]
    while reste:
        for la in liens.get(reste.pop(), set()) - vus:
            vus.add(la)
            reste.append(la)
    return vus


if __name__ == "__main__":
    FICHIER.write_text(page(), encoding="utf-8")
