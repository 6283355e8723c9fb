"""The rows that indicators count, joined once per snapshot, whatever the engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import narwhals as nw
import pandas as pd

from plie_metrics.calcul.normalisation import OUVERT, normaliser
from plie_metrics.schema import (
    INCONNU,
    MOTIFS_NEUTRES,
    MOTIFS_POSITIFS,
    NIVEAUX_V_INFRA,
    TYPES_ETAPE_EMPLOI,
    VEILLES,
)

Lignes = nw.LazyFrame[Any]
SUITE_ENTREE: Final = "entree"
SUITE_ATTENDUE: Final = "en_attente"
PERSONNE: Final = ("sexe", "commune", "qpv", "niveau_formation", "annee_naissance")
PARCOURS: Final = ("referent", "structure", "prescripteur")


@dataclass(frozen=True, eq=False)
class Bases:
    """What is counted, one row a unit; None = the table is absent from the snapshot.

    Each row holds its dimensions under their names, the people's (`PERSONNE`) and, for parcours
    and étapes, the parcours' (`PARCOURS`). `un` is 1 on every row; a flag is 0 or 1; `connue` is
    1 where the person is known. Days are whole numbers (`normalisation.jour_entier`). `tables`
    names the tables of the snapshot.
    """

    tables: frozenset[str]
    participants: Lignes
    parcours: Lignes
    etapes: Lignes | None
    entretiens: Lignes | None
    prescriptions: Lignes | None
    heures: Lignes | None
    orientations: Lignes | None
    sorties_clauses: Lignes | None


def construire(tables: Mapping[str, pd.DataFrame]) -> Bases:
    """The bases of a snapshot from its tables by name (`participants` and `parcours` required)."""
    return joindre({nom: nw.from_native(table).lazy() for nom, table in normaliser(tables).items()})


def joindre(normales: Mapping[str, Lignes]) -> Bases:
    """The bases from normalised tables (`normalisation.normaliser`), on any engine."""
    personnes = _participants(normales["participants"])
    parcours = _parcours(normales["parcours"], personnes)
    contrats = normales.get("clauses_contrats")
    heures = normales.get("clauses_heures")
    return Bases(
        tables=frozenset(normales),
        participants=personnes,
        parcours=parcours,
        etapes=_si(normales.get("etapes"), lambda lignes: _etapes(lignes, parcours)),
        entretiens=_si(normales.get("entretiens"), lambda lignes: _entretiens(lignes, parcours)),
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
    )


def _si(lignes: Lignes | None, suite: Any) -> Lignes | None:
    return None if lignes is None else suite(lignes)


def _drapeau(condition: nw.Expr) -> nw.Expr:
    return condition.cast(nw.Int8)


def _participants(lignes: Lignes) -> Lignes:
    qpv = nw.col("qpv").cast(nw.String)
    prioritaire = qpv.str.starts_with("QP") | qpv.str.starts_with("QN")
    niveau = nw.col("niveau_formation")
    return lignes.with_columns(
        un=_drapeau(nw.col("personne") >= 0),
        femme=_drapeau(nw.col("sexe") == "F"),
        sexe_inconnu=_drapeau(nw.col("sexe") == INCONNU),
        en_qpv=_drapeau(prioritaire),
        en_quartier=_drapeau(prioritaire | qpv.is_in(list(VEILLES))),
        niveau_bas=_drapeau(niveau.is_in(list(NIVEAUX_V_INFRA))),
        niveau_connu=_drapeau(niveau != INCONNU),
        niveau_inconnu=_drapeau(niveau == INCONNU),
        naissance_connue=_drapeau(nw.col("annee_naissance") > 0),
    )


def _parcours(lignes: Lignes, personnes: Lignes) -> Lignes:
    motif = nw.col("motif_sortie")
    return lignes.with_columns(
        positive=_drapeau(motif.is_in(list(MOTIFS_POSITIFS))),
        non_neutre=_drapeau(~motif.is_in(list(MOTIFS_NEUTRES))),
        duree=nw.when(nw.col("sortie") != OUVERT)
        .then(nw.col("sortie") - nw.col("entree"))
        .otherwise(0),
    ).join(personnes, on="personne", how="inner")


def _etapes(lignes: Lignes, parcours: Lignes) -> Lignes:
    porteur = parcours.select("parcours", "personne", "un", *PARCOURS, *PERSONNE)
    return lignes.with_columns(
        emploi=_drapeau(nw.col("type_etape").is_in(list(TYPES_ETAPE_EMPLOI)))
    ).join(porteur, on="parcours", how="inner")


def _entretiens(lignes: Lignes, parcours: Lignes) -> Lignes:
    return lignes.join(parcours.select("parcours", "personne"), on="parcours", how="inner").select(
        "personne", "jour"
    )


def _prescriptions(lignes: Lignes) -> Lignes:
    return lignes.with_columns(
        un=_drapeau(nw.col("jour") != OUVERT),
        entree=_drapeau(nw.col("suite") == SUITE_ENTREE),
        attendue=_drapeau(nw.col("suite").is_in([SUITE_ATTENDUE, INCONNU])),
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
        un=_drapeau(nw.col("jour") != OUVERT),
        connue=_drapeau(nw.col("personne") >= 0),
    )
