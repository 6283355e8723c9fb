"""A published figure and the document that carries it, in memory (no file is touched here)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.erreurs import ErreurPlie

COLONNES: Final = (
    "id",
    "document",
    "section",
    "tableau",
    "ligne",
    "colonne",
    "modalites",
    "debut",
    "fin",
    "nature",
    "unite",
    "valeur",
    "numerateur",
    "denominateur",
    "imprime",
    "indicateur",
    "note",
)
NATURES: Final = (
    "realisation",
    "objectif",
    "norme",
    "part",
    "taux",
    "moyenne_regionale",
    "engagement",
    "regle",
    "caracteristique",
)


class ChiffreAbsent(ErreurPlie):
    """A figure that a page asks for is not in the published document."""


class ChiffreMasque(ChiffreAbsent):
    """A published figure that this profile does not see beside the figures of the cases."""


@dataclass(frozen=True, slots=True)
class Chiffre:
    """One published figure, as transcribed: what was printed, where, and what it means.

    `valeur` is None for a date or a text; « 61 % » is stored 61 with the unit `pourcent`.
    `masque`: why the reader's profile does not see it, in French; empty for a figure that is shown.
    """

    id: str
    document: str
    section: str
    tableau: str
    ligne: str
    colonne: str
    modalites: Mapping[str, str]
    debut: date | None
    fin: date | None
    nature: str
    unite: str
    valeur: float | None
    numerateur: float | None
    denominateur: float | None
    imprime: str
    indicateur: str
    note: str
    masque: str = ""

    @property
    def nombre(self) -> float:
        """The value, for a figure that must be a number.

        Raises ChiffreAbsent when the figure is a date or a text, ChiffreMasque when it is hidden.
        """
        if self.masque:
            raise ChiffreMasque(
                "Ce bloc reprend des chiffres publiés que votre profil ne voit pas à côté de ceux "
                "des dossiers. Le document, déjà public, est reproduit en entier à la page "
                "« Document publié »."
            )
        if self.valeur is None:
            raise ChiffreAbsent(f"Le chiffre publié « {self.id} » n'est pas un nombre.")
        return self.valeur


@dataclass(frozen=True)
class Publication:
    """The figures of one document, found by id or by table, in their printed order."""

    document: str
    titre: str
    chiffres: tuple[Chiffre, ...]

    def __iter__(self) -> Iterator[Chiffre]:
        return iter(self.chiffres)

    def chiffre(self, identifiant: str) -> Chiffre:
        """The figure of that id; raises ChiffreAbsent (a French sentence) when there is none."""
        for chiffre in self.chiffres:
            if chiffre.id == identifiant:
                return chiffre
        raise ChiffreAbsent(
            f"Le chiffre publié « {identifiant} » manque dans « {self.titre} ». "
            f"Vérifiez data/publications/{self.document}.csv, puis reconstruisez les fichiers : "
            "python -m plie_metrics publications."
        )

    def valeur(self, identifiant: str) -> float:
        """Shorthand for the number of a figure."""
        return self.chiffre(identifiant).nombre

    def tableau(self, nom: str, **criteres: str) -> tuple[Chiffre, ...]:
        """The figures of a table, optionally only those whose attribute or modality matches.

        `tableau("communes", colonne="Nombre")`, `tableau("ages", sexe="F")`.
        """
        trouves = tuple(c for c in self.chiffres if c.tableau == nom and _convient(c, criteres))
        if not trouves:
            raise ChiffreAbsent(
                f"Le tableau publié « {nom} » manque dans « {self.titre} ». Vérifiez "
                f"data/publications/{self.document}.csv, puis reconstruisez les fichiers : "
                "python -m plie_metrics publications."
            )
        return trouves


def _convient(chiffre: Chiffre, criteres: Mapping[str, str]) -> bool:
    return all(
        (getattr(chiffre, cle) if cle in COLONNES else chiffre.modalites.get(cle)) == voulu
        for cle, voulu in criteres.items()
    )
