"""Which file or sheet holds which table."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from plie_metrics.importation.anomalie import Anomalie, Avertissement
from plie_metrics.importation.correspondance import Correspondance
from plie_metrics.importation.entetes import proche
from plie_metrics.importation.textes import cle_texte
from plie_metrics.schema import TABLES, TABLES_REQUISES, Table

ANNEXES: Final = ("notice", "listes", "lisez_moi", "readme")  # sheets of the template, notes


@dataclass(frozen=True)
class Reperage:
    """Tables found, in the order of the contract, and what there is to say of the rest."""

    tables: tuple[tuple[Table, str], ...]
    anomalies: tuple[Anomalie, ...]
    avertissements: tuple[Avertissement, ...]


def reperer(origines: Sequence[str], correspondance: Correspondance) -> Reperage:
    """A table is where the mapping says, or else under its own name.

    An unknown file whose name is close to a missing table is an error (it would be lost by a
    slip); any other unknown file is a warning.
    """
    cles: dict[str, list[str]] = {}
    for origine in origines:
        cles.setdefault(_cle(origine), []).append(origine)
    trouvees: list[tuple[Table, str]] = []
    anomalies: list[Anomalie] = []
    doubles: set[str] = set()
    for table in TABLES.values():
        declaree = correspondance.table(table.nom).origine
        candidates = cles.get(_cle(declaree or table.nom), [])
        if len(candidates) == 1:
            trouvees.append((table, candidates[0]))
        else:
            doubles |= set(candidates)
            anomalies += _sans_origine(table, declaree, candidates, origines)
    prises = {origine for _, origine in trouvees} | doubles
    libres = [o for o in origines if o not in prises and _cle(o) not in ANNEXES]
    manquantes = [nom for nom in TABLES if nom not in {table.nom for table, _ in trouvees}]
    fautes, dits = _inconnues(libres, manquantes)
    return Reperage(tuple(trouvees), (*anomalies, *fautes), tuple(dits))


def _cle(origine: str) -> str:
    chemin = PurePath(origine)
    return cle_texte(chemin.stem if chemin.suffix.lower() == ".csv" else origine)


def _sans_origine(
    table: Table, declaree: str, candidates: Sequence[str], origines: Sequence[str]
) -> list[Anomalie]:
    if len(candidates) > 1:
        noms = ", ".join(candidates)
        return [Anomalie(table.nom, f"plusieurs origines possibles : {noms}.", "Gardez-en une.")]
    if declaree:
        return [
            Anomalie(
                table.nom,
                f"« {declaree} », donné par la correspondance, est introuvable dans l’extrait.",
                f"Corrigez la clé {table.nom}.origine ; l’extrait contient : "
                f"{', '.join(origines)}.",
            )
        ]
    if table.nom in TABLES_REQUISES:
        return [
            Anomalie(
                table.nom,
                "la table manque, elle est indispensable.",
                f"Ajoutez {table.nom}.csv au dossier, ou une feuille « {table.nom} » au classeur.",
            )
        ]
    return []


def _inconnues(
    libres: Sequence[str], manquantes: Sequence[str]
) -> tuple[list[Anomalie], list[Avertissement]]:
    fautes, dits = [], []
    for origine in libres:
        idee = proche(_cle(origine), manquantes)
        if idee:
            remede = f"S’il s’agit de la table {idee}, donnez-lui ce nom ; sinon, retirez-le."
            fautes.append(Anomalie(origine, "ce nom n’est pas celui d’une table.", remede))
        elif _cle(origine) not in TABLES:
            dits.append(Avertissement(origine, "n’est pas une table connue, n’a pas été lu"))
    return fautes, dits
