"""Will we make it? A curve month by month, the lines it should follow, the fan of what may come."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import (
    SANS_MARGE,
    bord_droit,
    habiller,
    porter,
)
from plie_metrics.typographie import typographier

HAUTEUR: Final = 300
MARGE: Final = 1.08
INTERLIGNE: Final = 0.062  # of the scale: two labels closer than that would overlap
LETTRE: Final = 6.7  # mean width of a letter, in pixels
FONDS: Final = (("bas95", "haut95", "#DEE9F3"), ("bas80", "haut80", "#A9C8E2"))


@dataclass(frozen=True)
class PointCourbe:
    """The end of a month. `constate`: None after the arrêté; bounds: None without a law."""

    nom: str
    constate: float | None
    attendu: float
    bas80: float | None = None
    haut80: float | None = None
    bas95: float | None = None
    haut95: float | None = None


@dataclass(frozen=True)
class Ligne:
    """A line to compare with: a value a month, its words at the right end, its dashes."""

    valeurs: tuple[float, ...]
    mot: str
    tirets: tuple[int, int] = (1, 0)
    couleur: str = palette.REPERE


@dataclass(frozen=True)
class Mots:
    """What is written at the right end of the curve, and of what is expected ("" = nothing)."""

    constate: str
    attendu: str = ""


def trajectoire(
    points: Sequence[PointCourbe], lignes: Sequence[Ligne], mots: Mots
) -> dict[str, Any]:
    """The curve from zero, its lines and its fan; every line is named at its right end."""
    cadre = _Cadre(points, lignes, mots)
    couches = [
        *(_eventail(cadre, *fond) for fond in FONDS),
        *(_ligne(cadre, ligne) for ligne in lignes),
        _attendu(cadre),
        _constate(cadre),
        _etiquettes(cadre),
    ]
    visibles = [couche for couche in couches if couche is not None]
    return habiller(alt.layer(*visibles).properties(height=HAUTEUR, padding=SANS_MARGE))


@dataclass(frozen=True)
class _Cadre:
    points: Sequence[PointCourbe]
    lignes: Sequence[Ligne]
    mots: Mots

    @property
    def borne(self) -> float:
        hauts = [max(p.attendu, p.constate or 0, p.haut95 or 0) for p in self.points]
        hauts += [valeur for ligne in self.lignes for valeur in ligne.valeurs]
        return (max(hauts, default=0) or 1) * MARGE

    @property
    def textes(self) -> list[tuple[float, str, str]]:
        """What is written at the right: value, words, colour."""
        dits = [(li.valeurs[-1], li.mot, palette.REPERE_TEXTE) for li in self.lignes if li.mot]
        dernier = max((r for r, p in enumerate(self.points) if p.constate is not None), default=-1)
        if dernier >= 0 and self.mots.constate:
            dits.append((self.points[dernier].constate or 0, self.mots.constate, palette.REALISE))
        if self.mots.attendu:
            dits.append((self.points[-1].attendu, self.mots.attendu, palette.TROISIEME))
        return dits

    def x(self, champ: str = "rang") -> alt.X:
        noms = json.dumps([typographier(p.nom) for p in self.points], ensure_ascii=False)
        large = 16 + LETTRE * max((len(mot) for _, mot, _ in self.textes), default=0)
        axe = alt.Axis(
            values=list(range(len(self.points))),
            labelExpr=f"{noms}[datum.value]",
            labelOverlap=True,
            grid=False,
            title=None,
        )
        fin = max(1, len(self.points) - 1)
        echelle = alt.Scale(domain=[0, fin], range=[0, bord_droit(int(large))], nice=False)
        return alt.X(f"{champ}:Q", axis=axe, scale=echelle)

    def y(self, champ: str) -> alt.Y:
        echelle = alt.Scale(domain=[0, self.borne], nice=False)
        return alt.Y(
            f"{champ}:Q", scale=echelle, axis=alt.Axis(title=None, format=",.0f", tickCount=5)
        )


def _base(donnees: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(porter(donnees))


def _eventail(cadre: _Cadre, bas: str, haut: str, couleur: str) -> Any | None:
    donnees = [
        {"rang": rang, "bas": getattr(p, bas), "haut": getattr(p, haut)}
        for rang, p in enumerate(cadre.points)
        if getattr(p, bas) is not None
    ]
    if not donnees:
        return None
    return (
        _base(donnees)
        .mark_area(color=couleur, opacity=0.8)
        .encode(x=cadre.x(), y=cadre.y("bas"), y2=alt.Y2("haut:Q"))
    )


def _ligne(cadre: _Cadre, ligne: Ligne) -> Any:
    donnees = [{"rang": rang, "valeur": v} for rang, v in enumerate(ligne.valeurs)]
    return (
        _base(donnees)
        .mark_line(color=ligne.couleur, strokeWidth=1.5, strokeDash=list(ligne.tirets))
        .encode(x=cadre.x(), y=cadre.y("valeur"))
    )


def _attendu(cadre: _Cadre) -> Any | None:
    connus = [rang for rang, p in enumerate(cadre.points) if p.constate is not None]
    donnees = [
        {"rang": rang, "valeur": p.attendu}
        for rang, p in enumerate(cadre.points)
        if not connus or rang >= connus[-1]
    ]
    if len(donnees) < 2:
        return None
    return (
        _base(donnees)
        .mark_line(color=palette.TROISIEME, strokeWidth=2, strokeDash=[5, 4])
        .encode(x=cadre.x(), y=cadre.y("valeur"))
    )


def _constate(cadre: _Cadre) -> Any:
    donnees = [
        {"rang": rang, "valeur": p.constate, "nom": p.nom}
        for rang, p in enumerate(cadre.points)
        if p.constate is not None
    ]
    return (
        _base(donnees)
        .mark_line(
            color=palette.REALISE, strokeWidth=3, point=alt.OverlayMarkDef(size=40, filled=True)
        )
        .encode(
            x=cadre.x(),
            y=cadre.y("valeur"),
            tooltip=[
                alt.Tooltip("nom:N", title="Fin de"),
                alt.Tooltip("valeur:Q", title="Constaté", format=",.0f"),
            ],
        )
    )


def _etiquettes(cadre: _Cadre) -> Any:
    fin = max(1, len(cadre.points) - 1)
    donnees = [
        {"rang": fin, "y": y, "mot": typographier(mot), "couleur": couleur}
        for y, mot, couleur in ecarter(cadre.textes, cadre.borne * INTERLIGNE)
    ]
    return (
        _base(donnees)
        .mark_text(align="left", dx=9, fontWeight=600)
        .encode(
            x=cadre.x(),
            y=cadre.y("y"),
            text=alt.Text("mot:N"),
            color=alt.Color("couleur:N", scale=None),
        )
    )


def ecarter(
    textes: Sequence[tuple[float, str, str]], minimum: float
) -> list[tuple[float, str, str]]:
    """The same labels, from the lowest, pushed up so that none is nearer than `minimum`."""
    places: list[tuple[float, str, str]] = []
    for valeur, mot, couleur in sorted(textes):
        plancher = places[-1][0] + minimum if places else valeur
        places.append((max(valeur, plancher), mot, couleur))
    return places
