"""The rows that indicators count, joined once per snapshot, whatever the engine."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Any, Final

import narwhals as nw
import pandas as pd

from plie_metrics.calcul.normalisation import OUVERT, normaliser
from plie_metrics.memoire import Memoire
from plie_metrics.schema import (
    INCONNU,
    MOTIFS_NEUTRES,
    MOTIFS_POSITIFS,
    NIVEAUX_V_INFRA,
    TYPES_ETAPE_EMPLOI,
    VEILLES,
)

Lignes = nw.LazyFrame[Any]
LIBRE: Final = nullcontext()
PLACES: Final = 384
"""Populations kept a snapshot, one a period: those of the months of three years, and years."""
SUITE_ENTREE: Final = "entree"
SUITE_ATTENDUE: Final = "en_attente"
PERSONNE: Final = ("sexe", "commune", "qpv", "niveau_formation", "annee_naissance")
PARCOURS: Final = ("referent", "structure", "prescripteur")


@dataclass(frozen=True, eq=False)
class Forme:
    """Rows, and the names of the columns they bear."""

    noms: frozenset[str]
    lignes: Lignes


@dataclass(frozen=True, eq=False)
class Table:
    """The same rows in forms that bear more and more columns; each further one costs a join."""

    formes: tuple[Forme, ...]

    def portant(self, noms: Collection[str]) -> Forme:
        """The barest form that bears these columns."""
        return next(forme for forme in self.formes if forme.noms.issuperset(noms))


@dataclass(frozen=True, eq=False)
class Bases:
    """What is counted, one row a unit; None = the table is absent from the snapshot.

    Each row holds its dimensions under their names, the people's (`PERSONNE`) and, for parcours
    and étapes, the parcours' (`PARCOURS`). `un` is 1 on every row; a flag is 0 or 1; `connue` is
    1 where the person is known. Days are whole numbers (`normalisation.jour_entier`). `tables`
    names the tables of the snapshot. `tour` is held while the engine works: a connection of DuckDB
    serves one thread at a time. `memoire`: where populations read whole are kept, None where they
    are asked of the engine each time.
    """

    tables: frozenset[str]
    participants: Lignes
    parcours: Table
    etapes: Table | None
    entretiens: Lignes | None
    prescriptions: Lignes | None
    heures: Lignes | None
    orientations: Lignes | None
    sorties_clauses: Lignes | None
    tour: AbstractContextManager[Any] = LIBRE
    memoire: Memoire | None = None


def construire(tables: Mapping[str, pd.DataFrame]) -> Bases:
    """The bases of a snapshot from its tables by name (`participants` and `parcours` required)."""
    normales = {nom: nw.from_native(table).lazy() for nom, table in normaliser(tables).items()}
    return replace(joindre(normales), memoire=Memoire(PLACES))


def joindre(normales: Mapping[str, Lignes], tour: AbstractContextManager[Any] = LIBRE) -> Bases:
    """The bases from normalised tables (`normalisation.normaliser`), on any engine."""
    personnes = _participants(normales["participants"])
    seuls = _parcours(normales["parcours"])
    parcours = seuls.join(personnes.drop("un"), on="personne", how="inner")
    contrats = normales.get("clauses_contrats")
    heures = normales.get("clauses_heures")
    return Bases(
        tables=frozenset(normales),
        participants=personnes,
        parcours=_table(seuls, parcours),
        etapes=_si(normales.get("etapes"), lambda lignes: _etapes(lignes, seuls, parcours)),
        entretiens=_si(normales.get("entretiens"), lambda lignes: _entretiens(lignes, seuls)),
        prescriptions=_si(normales.get("prescriptions"), _prescriptions),
        heures=None
        if heures is None or contrats is None
        else _clauses(heures.join(contrats, on="contrat", how="inner"), personnes, "qpv"),
        orientations=_si(
            normales.get("clauses_orientations"), lambda lignes: _clauses(lignes, personnes)
        ),
        sorties_clauses=_si(
            normales.get("clauses_sorties"), lambda lignes: _clauses(lignes, personnes)
        ),
        tour=tour,
    )


def _si(lignes: Lignes | None, suite: Any) -> Any:
    return None if lignes is None else suite(lignes)


def _table(*formes: Lignes) -> Table:
    return Table(tuple(Forme(frozenset(f.collect_schema().names()), f) for f in formes))


UN: Final = nw.lit(1, nw.Int8)


def _drapeau(condition: nw.Expr) -> nw.Expr:
    return condition.cast(nw.Int8)


def _parmi(colonne: nw.Expr, codes: Iterable[str]) -> nw.Expr:
    """True on one of the codes: engines drop comparisons that nobody sums, not an `IN` list."""
    return nw.any_horizontal(*(colonne == code for code in codes), ignore_nulls=False)


def _participants(lignes: Lignes) -> Lignes:
    qpv = nw.col("qpv").cast(nw.String)
    prioritaire = qpv.str.starts_with("QP") | qpv.str.starts_with("QN")
    niveau = nw.col("niveau_formation")
    return lignes.with_columns(
        un=UN,
        femme=_drapeau(nw.col("sexe") == "F"),
        sexe_inconnu=_drapeau(nw.col("sexe") == INCONNU),
        en_qpv=_drapeau(prioritaire),
        en_quartier=_drapeau(prioritaire | _parmi(qpv, VEILLES)),
        niveau_bas=_drapeau(_parmi(niveau, NIVEAUX_V_INFRA)),
        niveau_connu=_drapeau(niveau != INCONNU),
        niveau_inconnu=_drapeau(niveau == INCONNU),
        naissance_connue=_drapeau(nw.col("annee_naissance") > 0),
    )


def _parcours(lignes: Lignes) -> Lignes:
    motif = nw.col("motif_sortie")
    return lignes.with_columns(
        un=UN,
        positive=_drapeau(_parmi(motif, MOTIFS_POSITIFS)),
        non_neutre=_drapeau(~_parmi(motif, MOTIFS_NEUTRES)),
        duree=nw.when(nw.col("sortie") != OUVERT)
        .then(nw.col("sortie") - nw.col("entree"))
        .otherwise(0),
    )


def _etapes(lignes: Lignes, seuls: Lignes, parcours: Lignes) -> Table:
    comptees = lignes.with_columns(
        un=UN, emploi=_drapeau(_parmi(nw.col("type_etape"), TYPES_ETAPE_EMPLOI))
    )
    du_parcours = seuls.select("parcours", "personne", *PARCOURS)
    de_la_personne = parcours.select("parcours", "personne", *PARCOURS, *PERSONNE)
    return _table(
        comptees,
        comptees.join(du_parcours, on="parcours", how="inner"),
        comptees.join(de_la_personne, on="parcours", how="inner"),
    )


def _entretiens(lignes: Lignes, parcours: Lignes) -> Lignes:
    return lignes.join(parcours.select("parcours", "personne"), on="parcours", how="inner").select(
        "personne", "jour"
    )


def _prescriptions(lignes: Lignes) -> Lignes:
    return lignes.with_columns(
        un=UN,
        entree=_drapeau(nw.col("suite") == SUITE_ENTREE),
        attendue=_drapeau(_parmi(nw.col("suite"), (SUITE_ATTENDUE, INCONNU))),
    )


def _clauses(lignes: Lignes, personnes: Lignes, *de_la_personne: str) -> Lignes:
    """Rows of the clauses with the person's columns where known; `un`, `connue` beside them.

    An orientation or an exit has its own quarter, which the person's does not replace.
    """
    textes = ("sexe", "commune", "niveau_formation", *de_la_personne)
    portees = personnes.select("personne", "annee_naissance", *textes)
    return lignes.join(portees, on="personne", how="left").with_columns(
        nw.col(*textes).fill_null(INCONNU),
        nw.col("annee_naissance").fill_null(0).cast(nw.Int32),
        un=UN,
    )
