"""A mapping guessed from the headings: to be shown, corrected, then used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plie_metrics.importation.correspondance import Correspondance, CorrespondanceTable
from plie_metrics.importation.entetes import (
    SEUIL,
    est_naissance,
    est_nominatif,
    ressemblance,
    table_de,
)
from plie_metrics.importation.limites import LIMITES, Limites
from plie_metrics.importation.source import ouvrir_source
from plie_metrics.importation.texte_normalise import TableRefusee
from plie_metrics.importation.textes import cle_texte
from plie_metrics.schema import TABLES, Table

PART_MIN = 0.5  # of the required columns recognised, to take a file for a table


@dataclass(frozen=True)
class Proposition:
    """`ressemblances`: (table, column) → 0.75 to 1, how sure the guess is.

    `manquantes`: table → required columns for which no heading looks right.
    """

    correspondance: Correspondance
    ressemblances: Mapping[tuple[str, str], float] = field(default_factory=dict)
    manquantes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def lire_entetes(source: Path, limites: Limites = LIMITES) -> dict[str, tuple[str, ...]]:
    """File or sheet → its headings; an unreadable one is absent. Raises SourceIllisible."""
    entetes = {}
    with ouvrir_source(source, limites) as ouverte:
        for origine in ouverte.origines:
            try:
                entetes[origine] = ouverte.entetes(origine)
            except TableRefusee:
                continue
    return entetes


def proposer_correspondance(entetes: Mapping[str, Sequence[str]]) -> Proposition:
    """Find the table of each file or sheet, and the column of each heading, as best one can.

    A file named after a table is that table; another is the one whose required columns it holds
    best, half of them at least. A heading that names people is never proposed.
    """
    tables: dict[str, CorrespondanceTable] = {}
    scores: dict[tuple[str, str], float] = {}
    manquantes: dict[str, tuple[str, ...]] = {}
    for origine, titres in sorted(
        entetes.items(), key=lambda paire: table_de_fichier(paire[0]) is None
    ):
        table = table_de_fichier(origine) or _table_probable(titres, tuple(tables))
        if table is None or table.nom in tables:
            continue
        paires = _paires(table, titres)
        tables[table.nom] = CorrespondanceTable(
            table.nom, origine, {nom: titre for nom, (titre, _) in paires.items()}
        )
        scores.update({(table.nom, nom): score for nom, (_, score) in paires.items()})
        absentes = tuple(nom for nom in table.noms_requis if nom not in paires)
        if absentes:
            manquantes[table.nom] = absentes
    rangees = {nom: tables[nom] for nom in TABLES if nom in tables}
    return Proposition(Correspondance(rangees), scores, manquantes)


def table_de_fichier(origine: str) -> Table | None:
    """The table that a file or a sheet is named after."""
    return table_de(origine) or table_de(Path(origine).stem)


def _table_probable(titres: Sequence[str], prises: Sequence[str]) -> Table | None:
    def part(table: Table) -> float:
        trouvees = _paires(table, titres)
        requises = [nom for nom in table.noms_requis if nom in trouvees]
        return sum(trouvees[nom][1] for nom in requises) / len(table.noms_requis)

    libres = [table for table in TABLES.values() if table.nom not in prises]
    meilleure = max(libres, key=part, default=None)
    return meilleure if meilleure and part(meilleure) >= PART_MIN else None


def _paires(table: Table, titres: Sequence[str]) -> dict[str, tuple[str, float]]:
    """Column → (heading, likeness): the surest pairs first, each heading used once."""
    candidats = sorted(
        (
            (score, -rang, nom, titre)
            for rang, titre in enumerate(titres)
            for nom in table.noms
            if _permis(titre, nom) and (score := _score(titre, nom)) >= SEUIL
        ),
        reverse=True,
    )
    paires: dict[str, tuple[str, float]] = {}
    pris: set[str] = set()
    for score, _, nom, titre in candidats:
        if nom not in paires and titre not in pris:
            paires[nom] = (titre, score)
            pris.add(titre)
    return paires


def _score(titre: str, nom: str) -> float:
    # a synonym is sure, but less than the name itself
    score = ressemblance(titre, nom)
    return score if cle_texte(titre) == nom else min(score, 0.99)


def _permis(titre: str, nom: str) -> bool:
    return not est_nominatif(titre) or (nom == "annee_naissance" and est_naissance(titre))
