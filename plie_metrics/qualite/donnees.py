"""The tables of an extract, joined once for every check; inputs are left untouched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from plie_metrics.memoire import Memoire
from plie_metrics.qualite.modele import Cas, Constat, Regle
from plie_metrics.schema import TABLES

Detail = Callable[[pd.Series], str]


@dataclass(frozen=True, eq=False)
class Donnees:
    """An extract and its arrêté; a table that the extract lacks is None.

    `normes`: what a full-time référent is expected to follow (`file_active`) and to take in over a
    year (`entrees`), where the extract does not say.
    """

    tables: Mapping[str, pd.DataFrame]
    arrete: date
    normes: Mapping[str, float] = field(default_factory=dict)
    _lues: Memoire = field(default_factory=lambda: Memoire(len(TABLES)), init=False, repr=False)

    @cached_property
    def parcours(self) -> pd.DataFrame:
        """Parcours, with `annee_naissance` of the person and `fin_suivi` (exit, or the arrêté)."""
        naissances = self.tables["participants"][["participant_id", "annee_naissance"]]
        parcours = self.table("parcours")
        assert parcours is not None  # a snapshot always has its parcours
        lignes = parcours.merge(
            naissances.drop_duplicates("participant_id"), on="participant_id", how="left"
        )
        return lignes.assign(fin_suivi=lignes["date_sortie"].fillna(pd.Timestamp(self.arrete)))

    @cached_property
    def ouverts(self) -> pd.DataFrame:
        """Parcours in progress at the evening of the arrêté."""
        instant = pd.Timestamp(self.arrete)
        p = self.parcours
        entres = p["date_entree"] <= instant
        return p[entres & (p["date_sortie"].isna() | (p["date_sortie"] > instant))]

    @cached_property
    def etapes(self) -> pd.DataFrame | None:
        """Étapes, with the columns of their parcours."""
        return self._du_parcours("etapes")

    @cached_property
    def entretiens(self) -> pd.DataFrame | None:
        """Entretiens, with the columns of their parcours."""
        return self._du_parcours("entretiens")

    def table(self, nom: str) -> pd.DataFrame | None:
        """A table with its categories as plain texts, None when absent."""
        if nom not in self.tables:
            return None
        return self._lues.garder(nom, lambda: _en_textes(self.tables[nom]))

    def _du_parcours(self, nom: str) -> pd.DataFrame | None:
        lignes = self.table(nom)
        if lignes is None:
            return None
        uniques = self.parcours.drop_duplicates("parcours_id")
        return lignes.merge(uniques, on="parcours_id", how="left")


def releve(
    regle: Regle, lignes: pd.DataFrame, fautif: pd.Series, cle: str, detail: Detail | None = None
) -> Constat:
    """The finding of a rule over `lignes`, those where `fautif` holds; `cle` names the row."""
    fautif = fautif.fillna(False).astype(bool)
    if not fautif.any():  # the usual case: picking no row of a wide table costs all the same
        return Constat(regle, (), len(lignes), 0.0)
    fautives = lignes[fautif]
    cas = tuple(_cas(ligne, cle, detail) for _, ligne in fautives.iterrows())
    return Constat(regle, cas, len(lignes), float(len(cas)))


def jour(instant: pd.Timestamp) -> str:
    """« 31/12/2016 »."""
    return f"{instant:%d/%m/%Y}"


def _cas(ligne: pd.Series, cle: str, detail: Detail | None) -> Cas:
    return Cas(
        str(ligne[cle]),
        _texte(ligne.get("participant_id")),
        _texte(ligne.get("referent_id")),
        detail(ligne) if detail else "",
    )


def _texte(valeur: object) -> str | None:
    return None if valeur is None or pd.isna(valeur) else str(valeur)  # type: ignore[call-overload]


def _en_textes(table: pd.DataFrame) -> pd.DataFrame:
    categories = table.select_dtypes("category").columns
    return table.astype(dict.fromkeys(categories, "str"))
