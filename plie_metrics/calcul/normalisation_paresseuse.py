"""From the tables of an extract to countable columns, without reading them (any lazy engine).

The counterpart of `normalisation` for an engine that scans files: same names, same meaning, but
identifiers stay texts (null where unknown) in place of ranks.
"""

from collections.abc import Mapping
from typing import Any, Final

import narwhals as nw

from plie_metrics.calcul.normalisation import EPOQUE, OUVERT
from plie_metrics.schema import HORS_QPV, INCONNU

Lignes = nw.LazyFrame[Any]
Expressions = dict[str, nw.Expr]
JOURS: Final = "_jours"
"""Beside each date column `x`, the engine gives `x_jours`: whole days since 1970-01-01."""


def normaliser_paresseusement(tables: Mapping[str, Lignes]) -> dict[str, Lignes]:
    """The tables that indicators need, by name, as expressions over those of the extract."""
    return {
        nom: table.select(**NORMALISEURS[nom]())
        for nom, table in tables.items()
        if nom in NORMALISEURS
    }


def _participants() -> Expressions:
    brsa, deld = nw.col("brsa"), nw.col("deld")
    return {
        "personne": nw.col("participant_id"),
        "annee_naissance": nw.col("annee_naissance").fill_null(0).cast(nw.Int32),
        "brsa": brsa.fill_null(False).cast(nw.Int8),
        "brsa_inconnu": brsa.is_null().cast(nw.Int8),
        "deld": deld.fill_null(False).cast(nw.Int8),
        "deld_inconnu": deld.is_null().cast(nw.Int8),
        **_categories("sexe", "commune", "qpv", "niveau_formation"),
    }


def _parcours() -> Expressions:
    return {
        "parcours": nw.col("parcours_id"),
        "personne": nw.col("participant_id"),
        "referent": _categorie("referent_id"),
        **_categories("structure", "prescripteur", "motif_sortie"),
        **_jour("entree", "date_entree"),
        **_jour("sortie", "date_sortie"),
    }


def _etapes() -> Expressions:
    return {
        "parcours": nw.col("parcours_id"),
        **_categories("type_etape"),
        **_jour("debut", "date_debut"),
    }


def _entretiens() -> Expressions:
    return {"parcours": nw.col("parcours_id"), **_jour("jour", "date")}


def _prescriptions() -> Expressions:
    return {**_categories("prescripteur", "commune", "suite"), **_jour("jour", "date")}


def _contrats() -> Expressions:
    inconnue = nw.col("participant_id").is_null()
    # a contract of an unknown person counts for one: the prefix keeps both kinds apart
    contrat = nw.concat_str(nw.lit("contrat "), nw.col("contrat_id"))
    personne = nw.concat_str(nw.lit("personne "), nw.col("participant_id"))
    return {
        "contrat": nw.col("contrat_id"),
        **_personne(),
        "salarie": nw.when(inconnue).then(contrat).otherwise(personne),
        **_categories("type_contrat", "secteur"),
    }


def _heures() -> Expressions:
    return {
        "contrat": nw.col("contrat_id"),
        "heures": nw.col("heures").cast(nw.Float64),
        **_jour("jour", "mois"),
    }


def _orientations() -> Expressions:
    return {
        "candidat": nw.col("candidat_id"),
        **_personne(),
        "validee": nw.col("validee").fill_null(False).cast(nw.Int8),
        **_categories("prescripteur", "secteur", "qpv"),
        **_jour("jour", "date"),
    }


def _sorties_clauses() -> Expressions:
    return {**_personne(), **_categories("qpv"), **_jour("jour", "date")}


NORMALISEURS: Final = {
    "participants": _participants,
    "parcours": _parcours,
    "etapes": _etapes,
    "entretiens": _entretiens,
    "prescriptions": _prescriptions,
    "clauses_contrats": _contrats,
    "clauses_heures": _heures,
    "clauses_orientations": _orientations,
    "clauses_sorties": _sorties_clauses,
}


def _personne() -> Expressions:
    cle = nw.col("participant_id")
    return {"personne": cle, "connue": (~cle.is_null()).cast(nw.Int8)}


def _jour(nom: str, colonne: str) -> Expressions:
    jour = nw.col(colonne)
    mois = (jour.dt.year() - EPOQUE.year) * 12 + jour.dt.month() - 1
    return {
        nom: nw.col(f"{colonne}{JOURS}").fill_null(OUVERT).cast(nw.Int32),
        f"{nom}_mois": mois.fill_null(0).cast(nw.Int32),
        f"{nom}_annee": jour.dt.year().fill_null(0).cast(nw.Int32),
    }


def _categories(*noms: str) -> Expressions:
    return {nom: _categorie(nom, HORS_QPV if nom == "qpv" else INCONNU) for nom in noms}


def _categorie(nom: str, absence: str = INCONNU) -> nw.Expr:
    return nw.col(nom).cast(nw.String).fill_null(absence)
