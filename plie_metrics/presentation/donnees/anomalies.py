"""The errors of an extract, gathered by cause for a screen, then line by line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from plie_metrics.importation.anomalie import Anomalie
from plie_metrics.presentation.formats import avec_unite, nombre
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.schema import TABLES

EXEMPLES: Final = 3
VALEURS_MAX: Final = 12  # spellings of one column to translate on screen


@dataclass(frozen=True)
class Groupe:
    """Errors of a same cause: how many, the first lines, distinct values (one more than shown)."""

    table: str
    colonne: str
    raison: str
    remede: str
    nombre: int
    lignes: tuple[int, ...]
    valeurs: tuple[str, ...]


def regrouper(anomalies: Iterable[Anomalie]) -> tuple[Groupe, ...]:
    """By table, column, reason and remedy, in the order met; the values quoted are distinct."""
    par_cause: dict[tuple[str, str, str, str], list[Anomalie]] = {}
    for anomalie in anomalies:
        cause = (anomalie.table, anomalie.colonne, anomalie.raison, anomalie.remede)
        par_cause.setdefault(cause, []).append(anomalie)
    return tuple(
        Groupe(*cause, len(siennes), *_lieux(siennes)) for cause, siennes in par_cause.items()
    )


def tableau_groupes(groupes: Sequence[Groupe], total: int) -> Tableau:
    """One line a cause, the most frequent first; `total`: errors of the whole extract."""
    vues = sum(groupe.nombre for groupe in groupes)
    reste = f" (sur les {nombre(vues)} premières)" if vues < total else ""
    return tableau(
        f"{avec_unite(total, 'erreur', 'erreurs')}, par cause{reste}",
        (
            texte("Table"),
            texte("Colonne"),
            effectif("Erreurs"),
            texte("Lignes"),
            texte("Valeurs lues"),
            texte("Pourquoi"),
            texte("Que faire"),
        ),
        [
            (
                groupe.table,
                groupe.colonne,
                groupe.nombre,
                _enumerer([str(ligne) for ligne in groupe.lignes], groupe.nombre),
                _enumerer([f"« {valeur} »" for valeur in groupe.valeurs], len(groupe.valeurs)),
                groupe.raison,
                groupe.remede,
            )
            for groupe in sorted(groupes, key=lambda g: -g.nombre)
        ],
    )


def tableau_anomalies(anomalies: Sequence[Anomalie], total: int) -> Tableau:
    """One line an error, in the order of the files."""
    combien = nombre(len(anomalies))
    debut = "Toutes les erreurs" if len(anomalies) == total else f"Les {combien} premières erreurs"
    return tableau(
        f"{debut} ; ligne 1 : les titres",
        [
            texte(titre)
            for titre in ("Table", "Ligne", "Colonne", "Valeur", "Pourquoi", "Que faire")
        ],
        [
            (
                une.table,
                "" if une.ligne is None else str(une.ligne),
                une.colonne,
                une.valeur or "",
                une.raison,
                une.remede,
            )
            for une in anomalies
        ],
    )


def valeurs_inconnues(anomalies: Iterable[Anomalie]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """(table, column of a closed list) → the values that were not understood, at most 12 each."""
    trouvees: dict[tuple[str, str], dict[str, None]] = {}
    for une in anomalies:
        if une.valeur and _est_liste(une.table, une.colonne):
            siennes = trouvees.setdefault((une.table, une.colonne), {})
            if len(siennes) < VALEURS_MAX:
                siennes[une.valeur] = None
    return {cle: tuple(valeurs) for cle, valeurs in trouvees.items()}


def _est_liste(table: str, colonne: str) -> bool:
    return (
        table in TABLES and colonne in TABLES[table].noms and TABLES[table].colonne(colonne).fermee
    )


def _lieux(anomalies: Sequence[Anomalie]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    lignes = [une.ligne for une in anomalies if une.ligne is not None]
    valeurs = dict.fromkeys(une.valeur for une in anomalies if une.valeur)
    return tuple(lignes[:EXEMPLES]), tuple(valeurs)[: EXEMPLES + 1]


def _enumerer(exemples: Sequence[str], total: int) -> str:
    montres = exemples[:EXEMPLES]
    suite = "…" if montres and total > len(montres) else ""
    return ", ".join(montres) + suite
