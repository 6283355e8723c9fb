"""Will we make it? A curve month by month, the lines it should follow, the fan of what may come."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.socle import bord
from plie_metrics.presentation.graphiques.trajectoire_couches import dessin
from plie_metrics.typographie import typographier

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
    fonds = {couleur: _fond(points, bas, haut) for bas, haut, couleur in FONDS}
    attendu = _attendu(points)
    presents = tuple(couleur for couleur, lus in fonds.items() if lus)
    return dessin(presents, len(lignes), len(attendu) > 1).remplir(
        **fonds,
        **_traits(lignes),
        attendu=attendu,
        constate=_constate(points),
        etiquettes=_etiquettes(cadre),
        **cadre.echelles(),
    )


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

    def echelles(self) -> dict[str, Any]:
        """The names of the months on their axis, and how far the two scales go."""
        noms = json.dumps([typographier(p.nom) for p in self.points], ensure_ascii=False)
        large = 16 + LETTRE * max((len(mot) for _, mot, _ in self.textes), default=0)
        return {
            "rangs": list(range(len(self.points))),
            "noms": f"{noms}[datum.value]",
            "fin": max(1, len(self.points) - 1),
            "bord": bord(int(large)),
            "borne": self.borne,
        }


def _fond(points: Sequence[PointCourbe], bas: str, haut: str) -> list[dict[str, Any]]:
    return [
        {"rang": rang, "bas": getattr(p, bas), "haut": getattr(p, haut)}
        for rang, p in enumerate(points)
        if getattr(p, bas) is not None
    ]


def _traits(lignes: Sequence[Ligne]) -> dict[str, Any]:
    traits: dict[str, Any] = {}
    for rang, ligne in enumerate(lignes):
        traits[f"ligne{rang}"] = [{"rang": r, "valeur": v} for r, v in enumerate(ligne.valeurs)]
        traits[f"couleur{rang}"] = ligne.couleur
        traits[f"tirets{rang}"] = list(ligne.tirets)
    return traits


def _attendu(points: Sequence[PointCourbe]) -> list[dict[str, Any]]:
    """From the last month that is known on."""
    connus = [rang for rang, p in enumerate(points) if p.constate is not None]
    return [
        {"rang": rang, "valeur": p.attendu}
        for rang, p in enumerate(points)
        if not connus or rang >= connus[-1]
    ]


def _constate(points: Sequence[PointCourbe]) -> list[dict[str, Any]]:
    return [
        {"rang": rang, "valeur": p.constate, "nom": p.nom}
        for rang, p in enumerate(points)
        if p.constate is not None
    ]


def _etiquettes(cadre: _Cadre) -> list[dict[str, Any]]:
    fin = max(1, len(cadre.points) - 1)
    return [
        {"rang": fin, "y": y, "mot": typographier(mot), "couleur": couleur}
        for y, mot, couleur in ecarter(cadre.textes, cadre.borne * INTERLIGNE)
    ]


def ecarter(
    textes: Sequence[tuple[float, str, str]], minimum: float
) -> list[tuple[float, str, str]]:
    """The same labels, from the lowest, pushed up so that none is nearer than `minimum`."""
    places: list[tuple[float, str, str]] = []
    for valeur, mot, couleur in sorted(textes):
        plancher = places[-1][0] + minimum if places else valeur
        places.append((max(valeur, plancher), mot, couleur))
    return places
