"""The model of an indicator's definition: what a file of definitions/ must hold."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from plie_metrics.filtres import NOMS
from plie_metrics.schema import DIMENSIONS
from plie_metrics.typographie import typographier

Famille = Literal[
    "entrees", "file_active", "sorties", "etapes", "publics", "clauses", "prescriptions"
]
Nature = Literal["flux", "stock", "taux", "moyenne", "part"]
Forme = Literal["nombre", "pourcent", "mois", "ans", "heures", "etp"]
Sens = Literal["hausse favorable", "baisse favorable", "neutre"]
TypeObjectif = Literal["cumul", "niveau"]

CONTRAT: Final = "contrat de données"
RAPPORTS: Final[frozenset[Nature]] = frozenset({"taux", "moyenne", "part"})


def _phrase(texte: str) -> str:
    if not texte.endswith("."):
        raise ValueError("une phrase se termine par un point")
    return texte


def _parmi(connus: Mapping[str, str]) -> AfterValidator:
    def verifier(code: str) -> str:
        if code not in connus:
            raise ValueError(
                f"« {code} » n'est pas prévu ; valeurs possibles : {', '.join(connus)}"
            )
        return code

    return AfterValidator(verifier)


Dimension = Annotated[str, _parmi(DIMENSIONS)]
Filtre = Annotated[str, _parmi(NOMS)]
Texte = Annotated[str, Field(min_length=1), AfterValidator(typographier)]
Phrase = Annotated[Texte, AfterValidator(_phrase)]


class _Fige(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Unite(_Fige):
    """The unit, as a word after a number: « 1 entrée », « 2 entrées »."""

    singulier: Texte
    pluriel: Texte


class Source(_Fige):
    """Where a definition comes from: a document of data/publications/documents.toml, a section.

    The document « contrat de données » marks a pure convention of this project.
    """

    document: Annotated[str, Field(min_length=1)]
    section: Annotated[str, Field(min_length=1)]


class Indicateur(_Fige):
    """One indicator: what it counts, how it is written, by what it may be broken down.

    `non_additif` names the breakdowns where a same person may count in several modalities, so
    that the modalities (numerators and denominators, for a rate) do not add up to the total.
    `type_objectif`: a cumulated target (its pro-rata is linear), a level (a horizontal line), or
    None when a part of the period has no meaningful target. `base` is the divisor of an ETP.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    rang: Annotated[int, Field(ge=1)]
    titre: Texte
    titre_court: Texte
    famille: Famille
    nature: Nature
    definition: Phrase
    formule: Texte
    numerateur: Texte | None = None
    denominateur: Texte | None = None
    unite: Unite
    decimales: Annotated[int, Field(ge=0, le=3)]
    forme: Forme
    sens: Sens
    type_objectif: TypeObjectif | None = None
    base: Annotated[int, Field(gt=0)] | None = None
    ventilations: Annotated[tuple[Dimension, ...], Field(strict=False)]
    non_additif: Annotated[tuple[Dimension, ...], Field(strict=False)]
    filtres: Annotated[tuple[Filtre, ...], Field(strict=False)]
    limites: Annotated[tuple[Phrase, ...], Field(strict=False, min_length=1)]
    sources: Annotated[tuple[Source, ...], Field(strict=False, min_length=1)]
    version: Annotated[int, Field(ge=1)]

    def est_additif(self, dimensions: tuple[str, ...]) -> bool:
        """True when the modalities of this breakdown add up to the total."""
        return not set(dimensions) & set(self.non_additif)

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if self.nature in RAPPORTS and not (self.numerateur and self.denominateur):
            raise ValueError(
                f"un indicateur de nature « {self.nature} » dit son numérateur et son dénominateur"
            )
        if etrangeres := set(self.non_additif) - set(self.ventilations):
            raise ValueError(
                f"non_additif cite « {min(etrangeres)} », qui n'est pas dans ventilations"
            )
        return self
