"""Sum columns over a population, whole or by modality: the only place that runs the engine."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import narwhals as nw

from plie_metrics.calcul.cubes import cube_de
from plie_metrics.calcul.mesure import Cle, Nombre, Sommes
from plie_metrics.calcul.modalites import nommer
from plie_metrics.calcul.recette import Demande, Population
from plie_metrics.periodes import cle_mois, mois_de


def totaux(population: Population, demande: Demande) -> Sommes:
    """The sums over the whole population (0 when it is empty)."""
    if (cube := cube_de(population, demande)) is not None:
        return cube.total(demande.sommes)
    with demande.vue.bases.tour:
        lignes = population.lignes(demande).select(nw.col(*demande.sommes).sum()).collect()
    return dict(zip(demande.sommes, map(_nombre, lignes.row(0)), strict=True))


def par_modalite(population: Population, demande: Demande) -> Mapping[Cle, Sommes]:
    """The sums by combination of modalities, in the order of `demande.dims`; only those met."""
    if "mois" in demande.dims and not population.datee:
        return _mois_par_mois(population, demande)
    if (cube := cube_de(population, demande)) is not None:
        return cube.par(demande.dims, demande.sommes)
    with demande.vue.bases.tour:
        groupes = (
            population.lignes(demande)
            .select(*demande.dims, *demande.sommes)
            .group_by(*demande.dims)
            .agg(nw.col(*demande.sommes).sum())
            .collect()
        )
    rang = len(demande.dims)
    return {
        _cle(demande.dims, ligne[:rang]): dict(
            zip(demande.sommes, map(_nombre, ligne[rang:]), strict=True)
        )
        for ligne in groupes.iter_rows()
    }


def _mois_par_mois(population: Population, demande: Demande) -> Mapping[Cle, Sommes]:
    """A stock at the last day of each month, people met during each month."""
    rang = demande.dims.index("mois")
    autres = demande.dims[:rang] + demande.dims[rang + 1 :]
    cellules: dict[Cle, Sommes] = {}
    for periode in mois_de(demande.periode):
        du_mois = replace(demande, periode=periode, dims=autres)
        parts = par_modalite(population, du_mois) if autres else {(): totaux(population, du_mois)}
        mois = (cle_mois(periode.au),)
        cellules |= {cle[:rang] + mois + cle[rang:]: sommes for cle, sommes in parts.items()}
    return cellules


def _cle(dims: Cle, valeurs: tuple[Any, ...]) -> Cle:
    return tuple(nommer(dim, valeur) for dim, valeur in zip(dims, valeurs, strict=True))


def _nombre(valeur: Any) -> Nombre:
    """A plain Python number: engines return their own types, and none for an empty sum."""
    if valeur is None:
        return 0
    return float(valeur) if isinstance(valeur, float) else int(valeur)
