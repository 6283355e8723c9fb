"""Which objective goes with a figure: same perimeter, same period; else its pro-rata, or neither.

Source: the public contract, section 2.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from plie_metrics.catalogue import Indicateur, charger
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import Filtres, plus_proches
from plie_metrics.periodes import Periode

PLIE: Final = "plie"
CHAQUE_REFERENT: Final = "referent"


class ObjectifSansIndicateur(ErreurPlie):
    """An objective aims at an indicator that the catalogue does not define."""


@dataclass(frozen=True)
class Objectif:
    """A row of the table `objectifs`: what is aimed at, for whom, over which period."""

    indicateur: str
    perimetre: str
    periode: Periode
    cible: float


@dataclass(frozen=True)
class Cible:
    """The objective of a figure, in the indicator's unit.

    `prorata`: its share over a part of its period (the target itself for a level). `motif`: why
    neither is given although the indicator has objectives.
    """

    objectif: float | None = None
    prorata: float | None = None
    motif: str | None = None


def lire_objectifs(table: pd.DataFrame | None) -> tuple[Objectif, ...]:
    """The rows of the table `objectifs`; none when the snapshot has no such table."""
    if table is None:
        return ()
    debuts, fins = (table[nom].astype("datetime64[s]").dt.date for nom in ("debut", "fin"))
    lignes = zip(table["indicateur"], table["perimetre"], debuts, fins, table["cible"], strict=True)
    return tuple(
        Objectif(str(indicateur), str(perimetre), Periode(debut, fin), float(cible))
        for indicateur, perimetre, debut, fin, cible in lignes
    )


def verifier_objectifs(objectifs: Sequence[Objectif]) -> None:
    """Raise ObjectifSansIndicateur for the first objective whose indicator does not exist.

    `objectifs`: as `lire_objectifs` gives them; lines are counted from the heading, line 1.
    """
    for ligne, objectif in enumerate(objectifs, 2):
        if objectif.indicateur not in charger():
            proches = ", ".join(plus_proches(objectif.indicateur, charger()))
            raise ObjectifSansIndicateur(
                f"Table objectifs (objectifs.parquet), ligne {ligne}, colonne indicateur, "
                f"« {objectif.indicateur} » : cet indicateur n’existe pas ; les plus proches : "
                f"{proches}. Corrigez l’extrait, puis importez-le de nouveau."
            )


def viser(
    indicateur: Indicateur, periode: Periode, filtres: Filtres, objectifs: Sequence[Objectif]
) -> Cible:
    """The objective that may stand beside the indicator over this period, under these filters."""
    siens = [objectif for objectif in objectifs if objectif.indicateur == indicateur.id]
    if not siens:
        return Cible()
    refus = Cible(motif="Aucun objectif n’est fixé pour ces filtres.")
    for perimetre in perimetres(filtres):
        du_perimetre = [objectif for objectif in siens if objectif.perimetre == perimetre]
        if du_perimetre:
            cible = _sur_la_periode(indicateur, periode, du_perimetre)
            if cible.motif is None:
                return cible
            refus = cible
    return refus


def perimetres(filtres: Filtres) -> tuple[str, ...]:
    """The perimeters that equal these filters, the most precise first; none for most filters.

    An objective « referent » holds for each référent, unless theirs is set apart.
    """
    actifs = filtres.actifs
    if not actifs:
        return (PLIE,)
    if set(actifs) == {"referent"} and len(filtres.referent) == 1:
        return (f"referent:{filtres.referent[0]}", CHAQUE_REFERENT)
    if set(actifs) == {"structure"} and len(filtres.structure) == 1:
        return (f"structure:{filtres.structure[0]}",)
    return ()


def _sur_la_periode(indicateur: Indicateur, periode: Periode, siens: Sequence[Objectif]) -> Cible:
    for objectif in siens:
        if objectif.periode == periode:
            return Cible(objectif.cible)
    englobants = [o for o in siens if o.periode.commun(periode) == periode]
    if not englobants:
        return Cible(motif="L’objectif porte sur une autre période que celle demandée.")
    return _prorata(indicateur, periode, min(englobants, key=lambda o: o.periode.jours))


def _prorata(indicateur: Indicateur, periode: Periode, objectif: Objectif) -> Cible:
    if indicateur.type_objectif == "niveau":
        return Cible(prorata=objectif.cible)
    if indicateur.type_objectif == "cumul":
        return Cible(prorata=objectif.cible * periode.jours / objectif.periode.jours)
    return Cible(motif="L’objectif n’a pas de sens sur une partie de sa période.")
