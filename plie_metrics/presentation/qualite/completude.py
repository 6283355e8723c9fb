"""Completeness as small multiples: a group a table, a thin bar a field, all from 0 to 100 %."""

from collections.abc import Sequence
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.formats import INSECABLE, part
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, habiller, porter
from plie_metrics.qualite import Completude
from plie_metrics.schema import TABLES
from plie_metrics.typographie import typographier

PAS: Final = 21
TITRE: Final = 30
EPAISSEUR: Final = 9
NOMS: Final = 0.62  # part of the width that the names take
BORNE: Final = 0.86  # where a full bar ends; its words follow


def colonnes(champs: Sequence[Completude], combien: int) -> list[list[Completude]]:
    """The fields in `combien` columns of like heights, a table never cut in two."""
    groupes: dict[str, list[Completude]] = {}
    for champ in champs:
        groupes.setdefault(champ.table, []).append(champ)
    piles: list[list[Completude]] = [[] for _ in range(combien)]
    for groupe in groupes.values():
        min(piles, key=_hauteur).extend(groupe)
    return [pile for pile in piles if pile]


def bandes(champs: Sequence[Completude]) -> dict[str, Any]:
    """The bars of one column; an empty table is written « aucune ligne », never drawn as 0 %."""
    textes, barres, y = [], [], 0.0
    for rang, champ in enumerate(champs):
        if rang == 0 or champs[rang - 1].table != champ.table:
            textes.append(_texte(TABLES[champ.table].libelle, y + TITRE / 2 + 2, titre=True))
            y += TITRE
        textes.append(_texte(champ.libelle, y + PAS / 2))
        barres.append(_barre(champ, y + PAS / 2))
        y += PAS
    couches = [*_noms(textes, y), *_barres(barres, y)]
    return habiller(alt.layer(*couches).properties(height=y, padding=SANS_MARGE))


def en_une_phrase(champs: Sequence[Completude]) -> str:
    """What the bars say to those who do not see them."""
    return typographier(
        " ; ".join(f"{TABLES[c.table].libelle}, {c.libelle} : {ecrire_taux(c)}" for c in champs)
    )


def ecrire_taux(champ: Completude) -> str:
    """« 100 % » only when nothing is missing."""
    if champ.taux is None:
        return "aucune ligne"
    ecrit = part(champ.taux)
    if champ.remplies < champ.lignes and ecrit.startswith("100"):
        return f"<{INSECABLE}{ecrit}"
    return ecrit


def _hauteur(pile: Sequence[Completude]) -> int:
    return len(pile) * PAS + len({champ.table for champ in pile}) * TITRE


def _texte(mot: str, y: float, *, titre: bool = False) -> dict[str, Any]:
    return {"y": y, "mot": typographier(mot), "graisse": 600 if titre else 400}


def _barre(champ: Completude, y: float) -> dict[str, Any]:
    plein = champ.remplies == champ.lignes
    return {
        "y": y,
        "depart": NOMS,
        "piste": NOMS if champ.taux is None else BORNE,
        "fin": NOMS + (BORNE - NOMS) * (champ.taux or 0.0),
        "mot": ecrire_taux(champ),
        "couleur": palette.SEQUENCE[2] if plein else palette.RETARD,
        "graisse": 400 if plein else 600,
    }


def _noms(textes: list[dict[str, Any]], hauteur: float) -> list[Any]:
    return [
        alt.Chart(porter([texte for texte in textes if texte["graisse"] == graisse]))
        .mark_text(align="left", x=0, fontWeight=graisse, limit=alt.expr(f"width * {NOMS} - 8"))
        .encode(y=_y("y", hauteur), text=alt.Text("mot:N"))
        for graisse in (400, 600)
    ]


def _barres(barres: list[dict[str, Any]], hauteur: float) -> list[Any]:
    base = alt.Chart(porter(barres)).encode(y=_y("y", hauteur))
    trait = base.mark_bar(orient="horizontal", size=EPAISSEUR)
    return [
        trait.encode(x=_x("depart"), x2=alt.X2("piste:Q"), color=alt.value(palette.PISTE)),
        trait.encode(x=_x("depart"), x2=alt.X2("fin:Q"), color=alt.Color("couleur:N", scale=None)),
        base.mark_text(align="left", dx=6).encode(x=_x("piste"), text=alt.Text("mot:N")),
    ]


def _x(champ: str) -> alt.X:
    echelle = alt.Scale(domain=[0, 1], nice=False, padding=0)
    return alt.X(f"{champ}:Q", scale=echelle, axis=None)


def _y(champ: str, hauteur: float) -> alt.Y:
    return alt.Y(
        f"{champ}:Q", scale=alt.Scale(domain=[hauteur, 0], nice=False, padding=0), axis=None
    )
