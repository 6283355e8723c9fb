"""What is left of a printed table would give a masked figure back: what to mask beside it."""

from collections.abc import Callable, Mapping
from typing import Final

from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.secret.cellules import POUR_UNE_AUTRE

MESURES: Final = frozenset(
    {"heures", "euros", "etp", "pourcent", "ratio", "jours", "mois", "ans", "date", "texte"}
    | {"communes", "structures"}
)
"""Units of what is no count of people; under any other unit (« personnes », « salaries », one that
is yet to come), a figure is one."""
CONSTATS: Final = ("realisation", "part", "taux")


def est_compte(chiffre: Chiffre) -> bool:
    """True for a count of people, or of what they did."""
    return chiffre.nature == "realisation" and chiffre.unite not in MESURES


def est_part(chiffre: Chiffre) -> bool:
    """True for a share of a whole."""
    return chiffre.nature == "part"


def accompagner(
    chiffres: tuple[Chiffre, ...], masques: Mapping[str, str], du_genre: Callable[[Chiffre], bool]
) -> dict[str, str]:
    """With, beside each figure of this kind masked alone, another one, as long as there is one."""
    complets, retenus = dict(masques), tuple(c for c in chiffres if du_genre(c) and c.valeur)
    while ajout := _seules(retenus, complets):
        complets |= dict.fromkeys(ajout, POUR_UNE_AUTRE)
    return complets


def _seules(chiffres: tuple[Chiffre, ...], masques: Mapping[str, str]) -> set[str]:
    """The smallest figure beside each one masked alone in its printed row or column."""
    ajout: set[str] = set()
    for axe in (_en_colonne, _en_ligne):
        rangees: dict[tuple[str, ...], list[Chiffre]] = {}
        for chiffre in chiffres:
            rangees.setdefault(axe(chiffre), []).append(chiffre)
        for rangee in rangees.values():
            montres = [c for c in rangee if c.id not in masques]
            if len(rangee) - len(montres) == 1 and len(montres) > 1:
                ajout.add(min(montres, key=lambda c: (c.nombre, c.id)).id)
    return ajout


def deduits(chiffres: tuple[Chiffre, ...], masques: Mapping[str, str]) -> set[str]:
    """Shares, hours and means printed in the row of a masked count: they would give it back."""
    rangees = {_en_ligne(c) for c in chiffres if c.id in masques and est_compte(c)}
    return {
        c.id
        for c in chiffres
        if c.nature in CONSTATS and not est_compte(c) and _en_ligne(c) in rangees
    }


def petites_parts(chiffres: tuple[Chiffre, ...], seuil: int) -> set[str]:
    """Shares printed without their terms that are few people of their table's largest count."""
    totaux: dict[tuple[str, str], float] = {}
    for c in chiffres:
        if est_compte(c) and c.valeur is not None:
            table = c.document, c.tableau
            totaux[table] = max(totaux.get(table, 0), c.valeur)
    parts = [c for c in chiffres if est_part(c) and c.valeur and c.denominateur is None]
    return {
        c.id
        for c in parts
        if (total := totaux.get((c.document, c.tableau)))
        and 0 < round(min(c.nombre, 100 - c.nombre) * total / 100) < seuil
    }


def _en_colonne(chiffre: Chiffre) -> tuple[str, ...]:
    return chiffre.document, chiffre.tableau, chiffre.colonne, str(chiffre.debut)


def _en_ligne(chiffre: Chiffre) -> tuple[str, ...]:
    return chiffre.document, chiffre.tableau, chiffre.ligne
