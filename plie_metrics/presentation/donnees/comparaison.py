"""An extract not yet published beside the previous snapshot: rows, indicators, what is unusual."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.calcul.lot import TABLES_UTILES, preparer, repondre
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.catalogue import Indicateur, charger
from plie_metrics.filtres import Filtres
from plie_metrics.importation.comparaison import Comparaison
from plie_metrics.periodes import Periode, annee_a_date
from plie_metrics.presentation.formats import (
    NON_DISPONIBLE,
    avec_unite,
    jour,
    liste,
    nombre,
    points,
    pourcent,
)
from plie_metrics.presentation.tableau import Tableau, effectif, tableau, texte
from plie_metrics.quotient import Quotient
from plie_metrics.stockage import Entree

ECART_RELATIF: Final = 0.05  # late entries and corrections of an ordinary month stay under
ECART_MINIMAL: Final = 3.0  # units: one person more out of ten is not an event
ECART_TAUX: Final = 0.02
POURCENT: Final = "pourcent"


@dataclass(frozen=True)
class Mouvement:
    """An indicator over one same period, as the previous snapshot and as the extract tell it.

    `maintenant`: the extract's own figure, up to its own arrêté.
    """

    indicateur: Indicateur
    avant: float | None
    apres: float | None
    maintenant: float | None

    @property
    def ecart(self) -> float | None:
        """apres − avant, in the unit of the indicator; None where one is unknown."""
        if self.avant is None or self.apres is None:
            return None
        return self.apres - self.avant

    @property
    def inhabituel(self) -> bool:
        """True when late entries and ordinary corrections do not explain the gap."""
        if self.ecart is None:
            return self.avant is not None
        if self.indicateur.forme == POURCENT:
            return abs(self.ecart) > ECART_TAUX
        part = Quotient(abs(self.ecart), abs(self.avant or 0.0)).valeur
        return abs(self.ecart) >= ECART_MINIMAL and (part is None or part > ECART_RELATIF)


@dataclass(frozen=True)
class Mouvements:
    """The indicators of an extract beside those of a snapshot, over `periode`."""

    periode: Periode
    arrete: date
    lignes: tuple[Mouvement, ...]


def precedent(entrees: Sequence[Entree], arrete: date) -> Entree | None:
    """The snapshot in use to compare an extract of `arrete` with; None when there is none.

    Real ones first, then demonstrations; the nearest before `arrete` (or of that day), else the
    nearest after. `entrees`: one an arrêté, oldest first.
    """

    def rang(entree: Entree) -> tuple[bool, bool, int]:
        fictif = entree.manifeste is None or entree.manifeste.demonstration
        return fictif, entree.arrete > arrete, abs((entree.arrete - arrete).days)

    return min(entrees, key=rang, default=None)


def comparer_indicateurs(
    avant: Mapping[str, pd.DataFrame],
    arrete_avant: date,
    apres: Mapping[str, pd.DataFrame],
    arrete_apres: date,
) -> Mouvements:
    """Every indicator, over the year up to the earlier of the two arrêtés, on both sides."""
    periode = annee_a_date(min(arrete_avant, arrete_apres))
    anciennes = _mesurer(avant, arrete_avant, periode)
    nouvelles = _mesurer(apres, arrete_apres, periode)
    actuelles = _mesurer(apres, arrete_apres, annee_a_date(arrete_apres))
    lignes = tuple(
        Mouvement(indicateur, anciennes[nom].valeur, nouvelles[nom].valeur, actuelles[nom].valeur)
        for nom, indicateur in charger().items()
    )
    return Mouvements(periode, arrete_apres, lignes)


def tableau_tables(comparaison: Comparaison) -> Tableau:
    """Rows of each table before and after, keys added and gone, rows changed."""
    return tableau(
        f"Lignes de chaque table, comparées à l’arrêté {comparaison.precedent}",
        (
            texte("Table"),
            effectif("Avant"),
            effectif("Extrait"),
            effectif("Ajoutées"),
            effectif("Disparues"),
            texte("Modifiées, par colonne"),
        ),
        [
            (
                ecart.table,
                ecart.avant,
                ecart.apres,
                ecart.ajoutees,
                ecart.disparues,
                ", ".join(f"{nom} {nombre(combien)}" for nom, combien in ecart.modifiees.items()),
            )
            for ecart in comparaison.tables
        ],
    )


def tableau_indicateurs(mouvements: Mouvements, nom_avant: str) -> Tableau:
    """Indicators that both sides can tell, the unusual ones first."""
    connus = [m for m in mouvements.lignes if m.avant is not None or m.apres is not None]
    meme = f"du {jour(mouvements.periode.du)} au {jour(mouvements.periode.au)}"
    return tableau(
        f"Indicateurs {meme}, selon l’arrêté {nom_avant} et selon l’extrait",
        (
            texte("Indicateur"),
            texte(f"Arrêté {nom_avant}"),
            texte("Extrait, même période"),
            texte("Écart"),
            texte("À regarder"),
            texte(f"Extrait au {jour(mouvements.arrete)}"),
        ),
        [
            (
                m.indicateur.titre_court,
                _ecrire(m.indicateur, m.avant),
                _ecrire(m.indicateur, m.apres),
                _ecrire_ecart(m),
                "inhabituel" if m.inhabituel else "",
                _ecrire(m.indicateur, m.maintenant),
            )
            for m in sorted(connus, key=lambda m: not m.inhabituel)
        ],
    )


def titre_comparaison(comparaison: Comparaison, mouvements: Mouvements) -> str:
    """What moves unusually, counted; or that nothing does."""
    inhabituels = [m for m in mouvements.lignes if m.inhabituel]
    parts = []
    if inhabituels:
        parts.append(
            avec_unite(len(inhabituels), "indicateur inhabituel", "indicateurs inhabituels")
        )
    if comparaison.signaux:
        parts.append(avec_unite(len(comparaison.signaux), "signal", "signaux") + " sur les lignes")
    if not parts:
        return f"Rien d’inhabituel par rapport à l’arrêté {comparaison.precedent}"
    return f"À regarder avant de publier : {liste(parts)}"


def phrases_comparaison(comparaison: Comparaison, mouvements: Mouvements) -> list[str]:
    """What is unusual, one sentence each: the rows first, then the indicators."""
    indicateurs = [
        f"{m.indicateur.titre_court} : {_ecrire(m.indicateur, m.avant)} selon l’arrêté "
        f"{comparaison.precedent}, {_ecrire(m.indicateur, m.apres)} selon l’extrait sur la même "
        "période."
        for m in mouvements.lignes
        if m.inhabituel
    ]
    return [*comparaison.signaux, *indicateurs]


def resume_comparaison(comparaison: Comparaison, mouvements: Mouvements) -> str:
    """« 12 lignes ajoutées, 0 disparue ; 3 indicateurs sur 27 changent sur la même période. »"""
    ajoutees = sum(ecart.ajoutees or 0 for ecart in comparaison.tables)
    disparues = sum(ecart.disparues or 0 for ecart in comparaison.tables)
    connus = [m for m in mouvements.lignes if m.ecart is not None]
    changent = sum(abs(m.ecart or 0.0) > 0 for m in connus)
    verbe = "indicateur change" if changent < 2 else "indicateurs changent"
    return (
        f"{avec_unite(ajoutees, 'ligne ajoutée', 'lignes ajoutées')}, "
        f"{avec_unite(disparues, 'disparue', 'disparues')} ; {nombre(changent)} {verbe}, sur "
        f"{nombre(len(connus))}, du {jour(mouvements.periode.du)} au {jour(mouvements.periode.au)}."
    )


def _mesurer(
    tables: Mapping[str, pd.DataFrame], arrete: date, periode: Periode
) -> Mapping[str, Mesure]:
    utiles = {nom: tables[nom] for nom in TABLES_UTILES if nom in tables}
    return repondre(preparer(arrete, utiles), periode, Filtres()).mesures


def _ecrire(indicateur: Indicateur, valeur: float | None) -> str:
    if indicateur.forme == POURCENT:
        return pourcent(valeur, indicateur.decimales)
    return nombre(valeur, indicateur.decimales)


def _ecrire_ecart(mouvement: Mouvement) -> str:
    if mouvement.ecart is None:
        return NON_DISPONIBLE
    if mouvement.indicateur.forme == POURCENT:
        return points(mouvement.ecart)
    return nombre(mouvement.ecart, mouvement.indicateur.decimales, signe=True)
