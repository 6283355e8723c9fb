"""A table to read: typed columns, each with its French form, and its raw values for a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from plie_metrics.presentation.formats import nombre


class Masquee(str):
    """A value hidden from the profile: the words shown in its place (« masqué : moins de 5 »)."""

    __slots__ = ()


@dataclass(frozen=True)
class Colonne:
    """A column: its heading, whether it holds numbers, and how a value is written."""

    titre: str
    forme: Callable[[Any], str] = str
    numerique: bool = False


@dataclass(frozen=True)
class Tableau:
    """Rows of raw values under typed columns; `legende` says what is counted and when."""

    legende: str
    colonnes: tuple[Colonne, ...]
    lignes: tuple[tuple[Any, ...], ...]
    total: bool = False

    def textes(self) -> list[list[str]]:
        """The rows as they are read: French numbers, « n. d. » where undefined."""
        return [
            [_texte(colonne, valeur) for colonne, valeur in zip(self.colonnes, ligne, strict=True)]
            for ligne in self.lignes
        ]


def _texte(colonne: Colonne, valeur: Any) -> str:
    return str(valeur) if isinstance(valeur, Masquee) else colonne.forme(valeur)


def texte(titre: str) -> Colonne:
    """A column of words."""
    return Colonne(titre)


def effectif(titre: str, forme: Callable[[Any], str] = nombre) -> Colonne:
    """A column of numbers, right-aligned; whole numbers unless another form is given."""
    return Colonne(titre, forme, numerique=True)


def tableau(
    legende: str,
    colonnes: Sequence[Colonne],
    lignes: Sequence[Sequence[Any]],
    *,
    total: bool = False,
) -> Tableau:
    """A table; `total=True` when its last row is the total of the others."""
    return Tableau(legende, tuple(colonnes), tuple(tuple(ligne) for ligne in lignes), total)
