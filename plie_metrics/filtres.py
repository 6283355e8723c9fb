"""The filters of a request: who and which parcours are looked at, turned once into expressions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Final

import narwhals as nw

from plie_metrics.erreurs import ErreurPlie

PERSONNE: Final = ("commune", "qpv", "sexe")
PARCOURS: Final = ("referent", "structure", "prescripteur")
NOMS: Final[Mapping[str, str]] = {
    "commune": "commune",
    "qpv": "quartier",
    "sexe": "sexe",
    "referent": "référent",
    "structure": "structure",
    "prescripteur": "prescripteur",
}
PLUS_PROCHES: Final = 5


class FiltreInconnu(ErreurPlie):
    """A filter asks for a value that the extract does not hold; the nearest ones are told."""


@dataclass(frozen=True)
class Filtres:
    """The values kept by each filter; an empty one keeps everything.

    `commune` (codes INSEE), `qpv` (codes, or `hors_qpv`) and `sexe` act on the person; `referent`,
    `structure` and `prescripteur` on the parcours. Several values of a filter add up, several
    filters restrict one another.
    """

    commune: tuple[str, ...] = ()
    qpv: tuple[str, ...] = ()
    sexe: tuple[str, ...] = ()
    referent: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()
    prescripteur: tuple[str, ...] = ()

    @property
    def actifs(self) -> Mapping[str, tuple[str, ...]]:
        """The filters that hold values, in the order above."""
        return {
            champ.name: getattr(self, champ.name)
            for champ in fields(self)
            if getattr(self, champ.name)
        }

    def expression(self, noms: Collection[str]) -> nw.Expr | None:
        """True on the rows that the named filters keep; None when none of them is active.

        Each column bears the filter's name and holds no null.
        """
        masques = [
            nw.col(nom).is_in(list(valeurs)) for nom, valeurs in self.actifs.items() if nom in noms
        ]
        return nw.all_horizontal(*masques, ignore_nulls=False) if masques else None

    def verifier(self, connues: Mapping[str, Collection[str]]) -> None:
        """Raise FiltreInconnu when a value is not one of `connues[filtre]`."""
        for nom, valeurs in self.actifs.items():
            for valeur in valeurs:
                if valeur not in connues[nom]:
                    raise FiltreInconnu(_refus(NOMS[nom], valeur, connues[nom]))


def _refus(nom: str, valeur: str, connues: Collection[str]) -> str:
    proches = plus_proches(valeur, connues)
    remede = f"valeurs les plus proches : {', '.join(proches)}" if proches else "aucune valeur"
    return f"Filtre {nom} : « {valeur} » est inconnu dans cet arrêté ; {remede}."


def plus_proches(valeur: str, connues: Collection[str]) -> list[str]:
    """The values that look most like `valeur`; the first ones in order when none does."""
    proches = get_close_matches(valeur, list(connues), n=PLUS_PROCHES, cutoff=0.4)
    return proches or sorted(connues)[:PLUS_PROCHES]
