"""The measures of indicators over a period, through filters; populations are computed once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from plie_metrics.calcul.lignes import colonnes
from plie_metrics.calcul.mesure import Mesure, mesurer
from plie_metrics.calcul.recette import Demande, Population
from plie_metrics.calcul.registre import RECETTES, definition, par_population
from plie_metrics.calcul.sommes import totaux
from plie_metrics.calcul.vue import Vue
from plie_metrics.catalogue import Indicateur, charger
from plie_metrics.filtres import NOMS
from plie_metrics.periodes import Periode

ROMPU: Final = (
    "Aucune ligne de la période ne porte de participant connu : le filtre ne peut pas être suivi."
)
RESERVE: Final = "Les lignes dont le participant n’est pas connu ne sont pas comptées."


def calculer(
    vue: Vue, periode: Periode, identifiants: Iterable[str] | None = None
) -> dict[str, Mesure]:
    """The measure of each indicator (all of the catalogue by default), in the order asked for.

    Raises IndicateurInconnu. What cannot be computed has a null value and a `motif`.
    """
    demandes = tuple(charger() if identifiants is None else identifiants)
    mesures: dict[str, Mesure] = {}
    for population, ids in par_population(demandes).items():
        mesures |= _de_la_population(vue, periode, population, ids)
    return {identifiant: mesures[identifiant] for identifiant in demandes}


def _de_la_population(
    vue: Vue, periode: Periode, population: Population, ids: list[str]
) -> dict[str, Mesure]:
    motifs = {identifiant: impossible(vue, identifiant) for identifiant in ids}
    faisables = [identifiant for identifiant, motif in motifs.items() if motif is None]
    mesures = {ident: Mesure(None, motif=motif) for ident, motif in motifs.items() if motif}
    if not faisables:
        return mesures
    suivi = suivre(vue, periode, population)
    if suivi.rompu:
        return mesures | {ident: Mesure(None, motif=suivi.motif) for ident in faisables}
    sommes = totaux(population, Demande(vue, periode, (), sommes_utiles(faisables)))
    return mesures | {
        ident: replace(mesurer(definition(ident), RECETTES[ident], sommes), motif=suivi.motif)
        for ident in faisables
    }


def sommes_utiles(identifiants: Iterable[str]) -> tuple[str, ...]:
    """The columns to sum for these indicators, once each."""
    return tuple(colonnes(*(nom for ident in identifiants for nom in RECETTES[ident].sommes)))


def impossible(vue: Vue, identifiant: str) -> str | None:
    """Why the indicator cannot be computed whatever the period: absent table, foreign filter."""
    absentes = [t for t in RECETTES[identifiant].population.tables if t not in vue.bases.tables]
    if absentes:
        return f"La table {absentes[0]} est absente de cet arrêté."
    return _filtre_etranger(vue, definition(identifiant))


def _filtre_etranger(vue: Vue, indicateur: Indicateur) -> str | None:
    etrangers = [nom for nom in vue.filtres.actifs if nom not in indicateur.filtres]
    if not etrangers:
        return None
    return (
        f"Le filtre {NOMS[etrangers[0]]} ne peut pas s’appliquer à « {indicateur.titre_court} » : "
        "cette information n’est connue que pour les personnes entrées."
    )


@dataclass(frozen=True)
class Suivi:
    """Whether rows follow the filters through their person: `rompu` when none can."""

    rompu: bool = False
    motif: str | None = None


def suivre(vue: Vue, periode: Periode, population: Population) -> Suivi:
    """How the rows of the period follow the active filters, with the reason or the reserve.

    Source: the public contract, section 2 (clauses follow the filters through participant_id
    where it is known, and are null where it cannot be).
    """
    if not population.suit_la_personne or not vue.filtres.actifs:
        return Suivi()
    ensemble = totaux(population, Demande(vue.sans_filtre, periode, (), ("un", "connue")))
    if ensemble["connue"] == ensemble["un"]:
        return Suivi()
    if ensemble["connue"]:
        return Suivi(motif=RESERVE)
    return Suivi(rompu=True, motif=ROMPU)
