"""How the report breaks an objective down: by prescripteur, age, sex, commune, type.

A breakdown is given only for the population that the report breaks down; when it is not the
objective's own, `population` says whose it is.
"""

from dataclasses import dataclass
from typing import Final

from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.schema.dimensions import libelle


@dataclass(frozen=True)
class Part:
    """One modality: its label as a reader expects it, its code, its count."""

    nom: str
    code: str
    effectif: float


@dataclass(frozen=True)
class Ventilation:
    """A breakdown of `total` into `parts`; `population` says of whom, in French."""

    dimension: str
    titre: str
    population: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> float:
        """The sum of the parts: what a share is taken of."""
        return sum(part.effectif for part in self.parts)

    @property
    def premiere(self) -> Part:
        """The largest part."""
        return max(self.parts, key=lambda part: part.effectif)


@dataclass(frozen=True)
class _Lecture:
    """Where a breakdown is printed, and how its rows are read."""

    dimension: str
    titre: str
    population: str
    tableau: str
    colonne: str
    triee: bool = False


LIBELLES: Final = {
    ("commune", "21231"): "Dijon",
    ("commune", "21355"): "Longvic",
    ("commune", "21617"): "Talant",
    ("commune", "21515"): "Quetigny",
    ("commune", "21166"): "Chenôve",
    ("commune", "autres"): "Autres communes",
    ("motif_sortie", "emploi"): "Emploi, hors emplois aidés",
}

ENTREES: Final = "les entrées de 2016"
ACCOMPAGNES: Final = "les personnes accompagnées en 2016"
POSITIVES: Final = "les sorties positives de 2016"
LECTURES: Final = {
    "entrees": (
        _Lecture(
            "prescripteur",
            "Prescripteur",
            ENTREES,
            "entrees_prescripteur",
            "Entrées",
            triee=True,
        ),
        _Lecture("classe_age", "Âge", ENTREES, "entrees_age", "Entrées"),
        _Lecture("sexe", "Sexe", ENTREES, "entrees_sexe", "Entrées"),
        _Lecture("commune", "Commune", ACCOMPAGNES, "communes", "Nombre", triee=True),
    ),
    "file_active": (
        _Lecture("commune", "Commune", ACCOMPAGNES, "communes", "Nombre", triee=True),
        _Lecture("classe_age", "Âge", ACCOMPAGNES, "ages_accompagnes", ""),
        _Lecture("sexe", "Sexe", ACCOMPAGNES, "sorties_sexe", "En parcours"),
    ),
    "sorties_positives": (
        _Lecture(
            "motif_sortie",
            "Type de sortie",
            POSITIVES,
            "sorties_positives_type",
            "Nombre",
            triee=True,
        ),
        _Lecture("sexe", "Sexe", POSITIVES, "sorties_sexe", "Sorties positives"),
    ),
}


def ventilations(rapport: Publication, objectif: str) -> tuple[Ventilation, ...]:
    """Every breakdown that the report prints for `objectif`, an indicator id.

    Source: rapport d'activité 2016, « Les participants du PLIE » and « L'activité du PLIE ».
    """
    return tuple(_ventilation(rapport, lecture) for lecture in LECTURES[objectif])


def _ventilation(rapport: Publication, lecture: _Lecture) -> Ventilation:
    effectifs: dict[str, float] = {}
    for chiffre in rapport.tableau(lecture.tableau, nature="realisation"):
        code = chiffre.modalites.get(lecture.dimension)
        if code is not None and _de_la_colonne(chiffre, lecture.colonne):
            effectifs[code] = effectifs.get(code, 0) + chiffre.nombre
    parts = [Part(_nom(lecture.dimension, code), code, total) for code, total in effectifs.items()]
    if lecture.triee:
        parts.sort(key=lambda part: (part.code == "autres", -part.effectif))
    return Ventilation(lecture.dimension, lecture.titre, lecture.population, tuple(parts))


def _nom(dimension: str, code: str) -> str:
    """The report groups modalities that the schema does not know: its own words for these."""
    return LIBELLES.get((dimension, code)) or libelle(dimension, code)


def _de_la_colonne(chiffre: Chiffre, colonne: str) -> bool:
    """An empty column means: add up the printed columns (men and women of each age)."""
    return chiffre.colonne == colonne if colonne else "sexe" in chiffre.modalites
