"""The table of results of a mission locale's contrat d'objectifs, line by line.

Source: contrat d'objectifs 2009-2011, « Détermination des objectifs de résultats ». The contract
prints no favourable direction: ours are declared in data/publications/sens_mission_locale.toml.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.publications.chiffre import Chiffre, Publication
from plie_metrics.publications.progression import (
    SENS,
    Nature,
    Progression,
    Sens,
    nature,
    progression,
)

DECLARATION: Final = "sens_mission_locale.toml"
TABLEAU: Final = "resultats"
TAUX: Final = "pourcent"


class SensInvalide(ErreurPlie):
    """The file of favourable directions cannot be used; names the indicator and the key."""


@dataclass(frozen=True)
class Lecture:
    """How we read one indicator: its short name, its favourable direction and why.

    `obstacle` says why the printed columns cannot be compared, `mot` says it in a few words.
    """

    code: str
    libelle: str
    sens: Sens
    justification: str
    obstacle: str = ""
    mot: str = ""


@dataclass(frozen=True)
class Indicateur:
    """One printed line; a column that is empty in the document is None.

    `semestre` covers six months (to 30/06/2008), the other columns a year.
    """

    code: str
    parent: str
    intitule: str
    lecture: Lecture
    depart: Chiffre | None
    region: Chiffre | None
    semestre: Chiffre | None
    cible: Chiffre | None

    @property
    def vide(self) -> bool:
        """True when the line is printed without a single figure."""
        return self.depart is self.region is self.semestre is self.cible is None

    @property
    def est_taux(self) -> bool:
        """True for a rate: its change is said in points, that of a count in percent."""
        return self.depart is not None and self.depart.unite == TAUX

    @property
    def bornes(self) -> tuple[float, float] | None:
        """Start and target as printed, when both are and when they compare."""
        if self.lecture.obstacle or self.depart is None or self.cible is None:
            return None
        return (self.depart.nombre, self.cible.nombre)

    @property
    def demande(self) -> Nature:
        """What the target asks for from the start."""
        depart, cible = self.bornes or (None, None)
        return nature(depart, cible, self.lecture.sens)

    @property
    def progression(self) -> Progression:
        """The rate of progression: never defined here, the document stops before its targets."""
        if self.lecture.obstacle:
            return Progression(None, self.lecture.obstacle)
        depart, cible = self.bornes or (None, None)
        return progression(depart, cible, None, self.lecture.sens)


def lectures(contenu: Mapping[str, Any]) -> dict[str, Lecture]:
    """Our readings by code, from the content of the declaration; raises SensInvalide."""
    lues = [_lecture(entree) for entree in contenu.get("indicateur", [])]
    return {lecture.code: lecture for lecture in lues}


def indicateurs(contrat: Publication, sens: Mapping[str, Lecture]) -> tuple[Indicateur, ...]:
    """Every printed line, in the printed order; raises SensInvalide for one that is not read."""
    lignes: dict[str, list[Chiffre]] = {}
    for chiffre in contrat.tableau(TABLEAU):
        lignes.setdefault(chiffre.modalites["code"], []).append(chiffre)
    return tuple(_indicateur(code, chiffres, sens) for code, chiffres in lignes.items())


def _lecture(entree: Mapping[str, Any]) -> Lecture:
    code = entree.get("code", "sans code")
    try:
        lecture = Lecture(**entree)
    except TypeError:
        raise SensInvalide(
            f"{DECLARATION}, indicateur « {code} » : les clés attendues sont code, libelle, sens, "
            "justification, et au besoin obstacle et mot."
        ) from None
    if lecture.sens not in SENS:
        raise SensInvalide(
            f"{DECLARATION}, indicateur « {code} », clé sens : « {lecture.sens} » n'est pas prévu ;"
            f" valeurs possibles : {', '.join(SENS)}."
        )
    return lecture


def _indicateur(code: str, chiffres: list[Chiffre], sens: Mapping[str, Lecture]) -> Indicateur:
    if code not in sens:
        raise SensInvalide(f"{DECLARATION} : l'indicateur « {code} » du contrat n'y est pas lu.")
    colonnes = {(c.nature, c.fin.month if c.fin else 0): c for c in chiffres}
    return Indicateur(
        code,
        chiffres[0].modalites.get("parent", ""),
        chiffres[0].ligne,
        sens[code],
        depart=colonnes.get(("realisation", 12)),
        region=colonnes.get(("moyenne_regionale", 12)),
        semestre=colonnes.get(("realisation", 6)),
        cible=colonnes.get(("objectif", 12)),
    )
