"""Break indicators down by one or two dimensions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plie_metrics.calcul.calcul import impossible, sommes_utiles, suivre
from plie_metrics.calcul.mesure import Cle, Mesure, Sommes, mesurer
from plie_metrics.calcul.recette import Demande, Population
from plie_metrics.calcul.registre import RECETTES, definition, par_population
from plie_metrics.calcul.sommes import par_modalite
from plie_metrics.calcul.vue import Vue
from plie_metrics.catalogue import Indicateur, charger
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.filtres import plus_proches
from plie_metrics.periodes import Periode, cle_mois, mois_de
from plie_metrics.schema import DIMENSIONS, HORS_QPV, INCONNU, MODALITES


class VentilationRefusee(ErreurPlie):
    """A dimension that does not exist, or that the indicator does not take; the valid ones told."""


@dataclass(frozen=True)
class Ventilation:
    """An indicator by modality: one key a dimension, in the order of `dimensions`.

    Only the modalities met are listed (a count that is absent is 0), except for the months alone,
    all listed. `additif`: the modalities (for a rate, its parts) add up to the total. `motif`:
    why there is nothing, when it cannot be computed.
    """

    dimensions: tuple[str, ...]
    additif: bool
    cellules: Mapping[Cle, Mesure]
    motif: str | None = None


def ventiler(
    vue: Vue, periode: Periode, identifiants: Iterable[str], dimensions: tuple[str, ...]
) -> dict[str, Ventilation]:
    """Each indicator by the dimensions (one or two); raises VentilationRefusee."""
    demandes = tuple(identifiants)
    for identifiant in demandes:
        verifier(definition(identifiant), dimensions)
    resultat: dict[str, Ventilation] = {}
    for population, ids in par_population(demandes).items():
        resultat |= _de_la_population(vue, periode, population, ids, dimensions)
    return {identifiant: resultat[identifiant] for identifiant in demandes}


def ventilables(dimensions: tuple[str, ...]) -> tuple[str, ...]:
    """The indicators that take every dimension; raises VentilationRefusee when none does."""
    _verifier_noms(dimensions)
    ids = tuple(
        identifiant
        for identifiant, indicateur in charger().items()
        if set(dimensions) <= set(indicateur.ventilations)
    )
    if not ids:
        raise VentilationRefusee(_croisement_refuse(dimensions))
    return ids


def verifier(indicateur: Indicateur, dimensions: tuple[str, ...]) -> None:
    """Raise VentilationRefusee unless the catalogue gives the indicator these dimensions."""
    _verifier_noms(dimensions)
    for dimension in dimensions:
        if dimension not in indicateur.ventilations:
            raise VentilationRefusee(
                f"L’indicateur « {indicateur.id} » ne se ventile pas par {dimension} ; "
                f"ventilations possibles : {', '.join(indicateur.ventilations)}."
            )


def _verifier_noms(dimensions: tuple[str, ...]) -> None:
    for dimension in dimensions:
        if dimension not in DIMENSIONS:
            proches = ", ".join(plus_proches(dimension, DIMENSIONS))
            raise VentilationRefusee(
                f"La ventilation « {dimension} » n’existe pas ; les plus proches : {proches}."
            )
    if not 1 <= len(dimensions) <= 2 or len(set(dimensions)) < len(dimensions):
        raise VentilationRefusee(
            "Une ventilation prend une dimension, ou deux dimensions différentes."
        )


def _croisement_refuse(dimensions: tuple[str, ...]) -> str:
    premiere, seconde = dimensions
    possibles = {
        dimension
        for indicateur in charger().values()
        if premiere in indicateur.ventilations
        for dimension in indicateur.ventilations
    } - {premiere}
    return (
        f"Aucun indicateur ne se ventile à la fois par {premiere} et par {seconde} ; avec "
        f"{premiere}, essayez : {', '.join(d for d in DIMENSIONS if d in possibles)}."
    )


def _de_la_population(
    vue: Vue,
    periode: Periode,
    population: Population,
    ids: list[str],
    dimensions: tuple[str, ...],
) -> dict[str, Ventilation]:
    motifs = {identifiant: impossible(vue, identifiant) for identifiant in ids}
    faisables = [identifiant for identifiant, motif in motifs.items() if motif is None]
    if faisables and (suivi := suivre(vue, periode, population)).rompu:
        motifs |= dict.fromkeys(faisables, suivi.motif)
        faisables = []
    sommes: Mapping[Cle, Sommes] = {}
    if faisables:
        demande = Demande(vue, periode, dimensions, sommes_utiles(faisables))
        sommes = par_modalite(population, demande)
    return {
        identifiant: _ventilation(definition(identifiant), periode, dimensions, sommes, motif)
        for identifiant, motif in motifs.items()
    }


def _ventilation(
    indicateur: Indicateur,
    periode: Periode,
    dimensions: tuple[str, ...],
    sommes: Mapping[Cle, Sommes],
    motif: str | None,
) -> Ventilation:
    additif = indicateur.est_additif(dimensions)
    if motif is not None:
        return Ventilation(dimensions, additif, {}, motif)
    recette = RECETTES[indicateur.id]
    cellules = {
        cle: mesurer(indicateur, recette, sommes[cle])
        for cle in sorted(sommes, key=lambda cle: _ordre(dimensions, cle))
    }
    if dimensions == ("mois",):
        nulle = mesurer(indicateur, recette, dict.fromkeys(recette.sommes, 0))
        toutes = [(cle_mois(mois.au),) for mois in mois_de(periode)]
        return Ventilation(dimensions, additif, {cle: cellules.get(cle, nulle) for cle in toutes})
    presentes = {cle: mesure for cle, mesure in cellules.items() if mesure.valeur}
    rapports = {cle: mesure for cle, mesure in cellules.items() if mesure.denominateur}
    return Ventilation(dimensions, additif, rapports if recette.denominateur else presentes)


def _ordre(dimensions: tuple[str, ...], cle: Cle) -> tuple[tuple[bool, int, str], ...]:
    """The order of display of the schema, then that of the codes; the unknown last."""
    return tuple(
        (code in (INCONNU, HORS_QPV), _rang(dimension, code), code)
        for dimension, code in zip(dimensions, cle, strict=True)
    )


def _rang(dimension: str, code: str) -> int:
    codes = tuple(MODALITES.get(dimension, ()))
    return codes.index(code) if code in codes else len(codes)
