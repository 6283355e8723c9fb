"""A published document, table by table, as it was printed."""

from dataclasses import dataclass

from plie_metrics.presentation.tableau import Tableau, tableau, texte
from plie_metrics.publications.chiffre import Chiffre, Publication


@dataclass(frozen=True)
class Section:
    """A chapter of the document and its tables."""

    titre: str
    tableaux: tuple[Tableau, ...]


def sections(publication: Publication) -> tuple[Section, ...]:
    """The chapters in their printed order, each with its tables as printed."""
    chapitres: dict[str, dict[str, list[Chiffre]]] = {}
    for chiffre in publication:
        chapitres.setdefault(chiffre.section, {}).setdefault(chiffre.tableau, []).append(chiffre)
    return tuple(
        Section(titre, tuple(_imprime(chiffres) for chiffres in tableaux.values()))
        for titre, tableaux in chapitres.items()
    )


def _imprime(chiffres: list[Chiffre]) -> Tableau:
    """Lines and columns of the document; what was printed, to the letter, in the cells."""
    titres = list(dict.fromkeys(chiffre.colonne for chiffre in chiffres))
    cases: dict[str, dict[str, str]] = {}
    for chiffre in chiffres:
        ligne = cases.setdefault(chiffre.ligne, {})
        deja = ligne.get(chiffre.colonne)
        ligne[chiffre.colonne] = f"{deja} ; {chiffre.imprime}" if deja else chiffre.imprime
    return tableau(
        chiffres[0].tableau.replace("_", " ").capitalize(),
        [texte("Ligne"), *(texte(titre or "Imprimé") for titre in titres)],
        [(nom, *(ligne.get(titre, "") for titre in titres)) for nom, ligne in cases.items()],
    )
