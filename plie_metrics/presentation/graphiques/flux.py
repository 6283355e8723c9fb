"""A flow as ribbons: where things come from at the left, what they become at the right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur, bord_droit
from plie_metrics.typographie import typographier

HAUTEUR: Final = 300
GAUCHE, DROITE = 150, 190
"""Pixels kept for the words of each side."""
ECART: Final = 0.07
"""White between two ends, as a share of the whole."""
PAS: Final = 16
EPAISSEUR: Final = 9


@dataclass(frozen=True)
class Bout:
    """An end of the flow: its code, its name, its value in words, its colour by meaning."""

    code: str
    nom: str
    valeur: str
    couleur: str = palette.REPERE


def flux(
    origines: Sequence[Bout], devenirs: Sequence[Bout], comptes: Mapping[tuple[str, str], float]
) -> dict[str, Any]:
    """Ribbons as wide as their count, in the colour of what they become; both sides add up."""
    total = sum(comptes.values()) or 1
    a_gauche = _bords(
        {o.code: sum(comptes[o.code, d.code] for d in devenirs) for o in origines}, total
    )
    a_droite = _bords(
        {d.code: sum(comptes[o.code, d.code] for o in origines) for d in devenirs}, total
    )
    return _modele().remplir(
        rubans=list(_rubans(origines, devenirs, comptes, a_gauche, a_droite)),
        origines=_bouts(origines, a_gauche, 0.0),
        devenirs=_bouts(devenirs, a_droite, 1.0),
    )


@cache
def _modele() -> Modele:
    couches = alt.layer(
        _aires(),
        _piliers("origines"),
        _piliers("devenirs"),
        *_mots("origines", "right", -EPAISSEUR),
        *_mots("devenirs", "left", EPAISSEUR),
    )
    return modele(a_la_largeur(couches).properties(height=HAUTEUR, padding=SANS_MARGE))


Bords = dict[str, tuple[float, float]]


def _bords(valeurs: Mapping[str, float], total: float) -> Bords:
    """Top and bottom of each end, from 0 downwards, white between them, centred on one height."""
    vide = ECART * total
    bords, haut = {}, 0.0
    for code, valeur in valeurs.items():
        bords[code] = (haut, haut + valeur)
        haut += valeur + vide
    return {code: (a - (haut - vide) / 2, b - (haut - vide) / 2) for code, (a, b) in bords.items()}


def _rubans(
    origines: Sequence[Bout],
    devenirs: Sequence[Bout],
    comptes: Mapping[tuple[str, str], float],
    a_gauche: Bords,
    a_droite: Bords,
) -> Iterator[dict[str, Any]]:
    departs = {code: haut for code, (haut, _) in a_gauche.items()}
    arrivees = {code: haut for code, (haut, _) in a_droite.items()}
    for origine in origines:
        for devenir in devenirs:
            compte = comptes[origine.code, devenir.code]
            depart, arrivee = departs[origine.code], arrivees[devenir.code]
            departs[origine.code] += compte
            arrivees[devenir.code] += compte
            if compte:
                for rang in range(PAS + 1):
                    x = rang / PAS
                    y = depart + (arrivee - depart) * x * x * (3 - 2 * x)
                    yield {
                        "ruban": f"{origine.code}-{devenir.code}",
                        "x": x,
                        "haut": y,
                        "bas": y + compte,
                        "couleur": devenir.couleur,
                    }


def _x(champ: str = "x:Q") -> alt.X:
    echelle = alt.Scale(domain=[0, 1], range=[GAUCHE, bord_droit(DROITE, GAUCHE)])
    return alt.X(champ, axis=None, scale=echelle)


def _y(champ: str) -> alt.Y:
    return alt.Y(champ, axis=None, scale=alt.Scale(reverse=True, zero=False, nice=False))


def _aires() -> Any:
    return (
        alt.Chart(jeu("rubans"))
        .mark_area(opacity=0.35)
        .encode(
            x=_x(),
            y=_y("haut:Q"),
            y2=alt.Y2("bas:Q"),
            detail=alt.Detail("ruban:N"),
            color=alt.Color("couleur:N", scale=None),
        )
    )


def _bouts(bouts: Sequence[Bout], bords: Bords, x: float) -> list[dict[str, Any]]:
    return [
        {
            "x": x,
            "haut": bords[b.code][0],
            "bas": bords[b.code][1],
            "milieu": sum(bords[b.code]) / 2,
            "couleur": b.couleur,
            "nom": typographier(b.nom),
            "valeur": typographier(b.valeur),
        }
        for b in bouts
    ]


def _piliers(nom: str) -> Any:
    return (
        alt.Chart(jeu(nom))
        .mark_rule(strokeWidth=EPAISSEUR)
        .encode(
            x=_x(),
            y=_y("haut:Q"),
            y2=alt.Y2("bas:Q"),
            color=alt.Color("couleur:N", scale=None),
        )
    )


def _mots(nom: str, cote: Literal["left", "right"], retrait: int) -> list[Any]:
    base = alt.Chart(jeu(nom)).encode(x=_x(), y=_y("milieu:Q"))
    return [
        base.mark_text(align=cote, dx=retrait, dy=-8, fontWeight="bold").encode(
            text=alt.Text("valeur:N")
        ),
        base.mark_text(align=cote, dx=retrait, dy=9, color=palette.SECONDAIRE).encode(
            text=alt.Text("nom:N")
        ),
    ]
