"""Bars with their words above them: the count at the left, what it is a share of at the right.

Serves funnels (one bar a step) and shares cut in two (two segments a bar): the bars of several
charts side by side stay aligned, and no room is lost to an axis of names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.barres_titrees_couches import EPAISSEUR, dessin
from plie_metrics.typographie import typographier

PAS: Final = 43
HAUTEUR_TEXTE: Final = 9
MILIEU_BARRE: Final = 26


@dataclass(frozen=True)
class Segment:
    """A length, its colour by meaning, its words; `contour` for what is not certain."""

    longueur: float
    mot: str
    couleur: str = palette.REALISE
    contour: bool = False


@dataclass(frozen=True)
class LigneTitree:
    """A bar: words at the left (`titre`, bold) and right (`note`) above its segments.

    `objectif` draws a dark tick at that length, over a pale track.
    """

    titre: str
    note: str
    segments: tuple[Segment, ...]
    objectif: float | None = None


@dataclass(frozen=True)
class Repere:
    """A value of comparison that crosses every bar, and its words."""

    valeur: float
    mot: str


def barres_titrees(
    lignes: Sequence[LigneTitree], *, borne: float, repere: Repere | None = None
) -> dict[str, Any]:
    """One bar a line, in the order given, from zero to `borne` (the same for charts to compare).

    Lengths, `borne` and `repere` share one unit.
    """
    hauteur = PAS * len(lignes) + (20 if repere else 0)
    pistes, objectifs = _objectifs(lignes)
    return dessin(bool(objectifs), repere is not None).remplir(
        segments=_segments(lignes),
        textes=_textes(lignes),
        pistes=pistes,
        objectifs=objectifs,
        borne=borne,
        hauteur=hauteur,
        **(_repere(repere, len(lignes), hauteur) if repere else {}),
    )


def en_une_phrase(lignes: Sequence[LigneTitree]) -> str:
    """The words of the bars, in order: what a chart says to those who do not see it."""
    return " ; ".join(f"{ligne.titre}, {ligne.note}".strip(", ") for ligne in lignes)


def _objectifs(
    lignes: Sequence[LigneTitree],
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The pale tracks, and the ticks at their ends."""
    vises = [
        (_milieu(rang), ligne.objectif)
        for rang, ligne in enumerate(lignes)
        if ligne.objectif is not None
    ]
    return (
        [{"y": y, "depart": 0, "fin": objectif} for y, objectif in vises],
        [{"y": y, "objectif": objectif} for y, objectif in vises],
    )


def _segments(lignes: Sequence[LigneTitree]) -> list[dict[str, Any]]:
    donnees = []
    for rang, ligne in enumerate(lignes):
        depart = 0.0
        for segment in ligne.segments:
            fin = depart + segment.longueur
            donnees.append(
                {
                    "y": _milieu(rang),
                    "depart": depart,
                    "fin": fin,
                    "mot": typographier(segment.mot),
                    "plein": "#FFFFFF" if segment.contour else segment.couleur,
                    "trait": segment.couleur,
                }
            )
            depart = fin
    return donnees


def _textes(lignes: Sequence[LigneTitree]) -> list[dict[str, Any]]:
    return [
        {
            "y": PAS * rang + HAUTEUR_TEXTE,
            "titre": typographier(ligne.titre),
            "note": typographier(ligne.note),
        }
        for rang, ligne in enumerate(lignes)
    ]


def _repere(repere: Repere, combien: int, hauteur: int) -> dict[str, Any]:
    traits = [
        {"y": _milieu(r) - EPAISSEUR, "bas": _milieu(r) + EPAISSEUR, "repere": repere.valeur}
        for r in range(combien)
    ]
    mot = {"y": hauteur - 6, "repere": repere.valeur, "mot": typographier(f"↑ {repere.mot}")}
    return {"traits": traits, "mot": [mot]}


def _milieu(rang: int) -> int:
    return PAS * rang + MILIEU_BARRE
