"""The key of the map as marks of the still picture, in the corners that labels leave free."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.boite import Boite
from plie_metrics.presentation.cartes.cercles import plus_grande, rayon
from plie_metrics.presentation.cartes.composition import Carte, coins_de
from plie_metrics.presentation.cartes.legende import CASE, NATURES_LEGENDE, borne
from plie_metrics.presentation.cartes.lieux import Etat
from plie_metrics.presentation.formats import nombre
from plie_metrics.presentation.graphiques.socle import porter
from plie_metrics.typographie import typographier

LIGNE: Final = 17
CORPS: Final = 12
ETATS: Final = {
    Etat.ZERO: (palette.BLANC, "zéro"),
    Etat.MASQUE: (palette.BLANC, "▨ masqué (secret statistique)"),
    Etat.SANS_DONNEE: (palette.NON_DETAILLE, "pas de donnée"),
}


@dataclass(frozen=True)
class _Marques:
    """What the key is drawn with, in pixels of the frame."""

    cases: list[dict[str, Any]] = field(default_factory=list)
    ronds: list[dict[str, Any]] = field(default_factory=list)
    mots: list[dict[str, Any]] = field(default_factory=list)

    def case(self, x: float, y: float, fond: str) -> None:
        self.cases.append({"x": x, "x2": x + CASE, "y": y - 6, "y2": y + 6, "fond": fond})

    def rond(self, x: float, y: float, r: float, plein: str, trait: str) -> None:
        self.ronds.append({"x": x, "y": y, "aire": 3.1416 * r**2, "plein": plein, "trait": trait})

    def mot(self, x: float, y: float, dit: str, *, gras: bool = False, ancre: str = "left") -> None:
        self.mots.append({"x": x, "y": y, "mot": typographier(dit), "gras": gras, "ancre": ancre})


def legende_image(carte: Carte) -> list[Any]:
    """Layers to lay over the map: tints, states that are there, sizes and natures of circles."""
    bas, haut = coins_de(carte.cadre)
    marques = _Marques()
    _communes(marques, carte, *_origine(bas))
    if carte.cercles:
        _quartiers(marques, carte, *_origine(haut))
    return list(_couches(marques))


def _origine(boite: Boite) -> tuple[float, float]:
    return boite.x - boite.largeur / 2, boite.y - boite.hauteur / 2


def _communes(marques: _Marques, carte: Carte, x: float, y: float) -> None:
    marques.mot(x, y + 8, carte.legende.communes, gras=True)
    for rang, teinte in enumerate(palette.SEQUENCE):
        marques.case(x + rang * CASE, y + 26, teinte)
    for rang, valeur in enumerate(carte.classes.bornes):
        ancre = "center" if rang else "left"
        marques.mot(x + rang * CASE, y + 41, borne(carte, valeur), ancre=ancre)
    presents = {lieu.etat for lieu in carte.communes.values()}
    for rang, etat in enumerate(etat for etat in ETATS if etat in presents):
        fond, dit = ETATS[etat]
        marques.case(x, y + 59 + rang * LIGNE, fond)
        marques.mot(x + CASE + 8, y + 59 + rang * LIGNE, dit)


def _quartiers(marques: _Marques, carte: Carte, x: float, y: float) -> None:
    """Circles side by side, standing on the same line: the largest, a quarter, a sixteenth."""
    marques.mot(x, y + 8, f"Cercles : {carte.legende.cercles}", gras=True)
    maximum = plus_grande(carte.quartiers)
    reperes = (maximum, round(maximum / 4), round(maximum / 16))
    pied, place = y + 20 + 2 * rayon(maximum, maximum), x
    for valeur in dict.fromkeys(repere for repere in reperes if repere > 0):
        r = rayon(valeur, maximum)
        marques.rond(place + r, pied - r, r, "transparent", palette.SECONDE)
        marques.mot(place + 2 * r + 4, pied - 6, nombre(valeur))
        place += 2 * r + 14 + 8 * len(nombre(valeur))
    natures = {cercle.lieu.nature for cercle in carte.cercles}
    for rang, nature in enumerate(n for n in NATURES_LEGENDE if n in natures):
        dit, plein, trait = NATURES_LEGENDE[nature]
        marques.rond(x + 6, pied + 14 + rang * LIGNE, 5.5, plein, trait)
        marques.mot(x + 18, pied + 14 + rang * LIGNE, dit)


def _couches(marques: _Marques) -> Iterator[Any]:
    yield (
        _places(marques.cases)
        .mark_rect(stroke=palette.LIMITE, strokeWidth=1)
        .encode(
            x2=alt.X2Value(alt.ExprRef("datum.x2")),
            y2=alt.Y2Value(alt.ExprRef("datum.y2")),
            fill=alt.Fill("fond:N", scale=None),
        )
    )
    yield (
        _places(marques.ronds)
        .mark_circle(opacity=1, strokeWidth=1.5)
        .encode(
            size=alt.Size("aire:Q", scale=None),
            fill=alt.Fill("plein:N", scale=None),
            stroke=alt.Stroke("trait:N", scale=None),
        )
    )
    for gras, ancre in ((True, "left"), (False, "left"), (False, "center")):
        dits = [mot for mot in marques.mots if (mot["gras"], mot["ancre"]) == (gras, ancre)]
        yield (
            _places(dits)
            .mark_text(align=ancre, fontSize=CORPS, fontWeight=600 if gras else 400)
            .encode(text=alt.Text("mot:N"), color=alt.value(palette.TEXTE))
        )


def _places(donnees: list[dict[str, Any]]) -> Any:
    return alt.Chart(porter(donnees)).encode(
        x=alt.XValue(alt.ExprRef("datum.x")), y=alt.YValue(alt.ExprRef("datum.y"))
    )
