"""Référents or structures: what each carries against its norm, and beside it whom it follows.

The first panel has its own scale, with a tick at the norm; the others are shares from 0 to 100 %.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele, trou, trou_texte
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur, en_lignes
from plie_metrics.typographie import typographier

PAS: Final = 26
LARGE: Final = 2.6  # width of the first panel, in widths of a share
ETROIT: Final = 12
"""Characters that the heading of a share may have on one line."""
REMPLI: Final = 0.5  # part of a panel that its longest bar fills: the rest is for its words


@dataclass(frozen=True)
class LignePortefeuille:
    """A name, its figure and its words, its norm (None without), its shares with their words."""

    nom: str
    valeur: float
    etiquette: str
    norme: float | None
    parts: tuple[tuple[float | None, str], ...] = ()


def portefeuilles(
    lignes: Sequence[LignePortefeuille], titre: str, parts: Sequence[str]
) -> dict[str, Any]:
    """One line a name in the order given; `titre` and `parts` head the panels."""
    plus_long = max((max(li.valeur, li.norme or 0) for li in lignes), default=0) or 1
    echelle = LARGE * REMPLI / plus_long
    normes = [
        {"nom": typographier(li.nom), "norme": li.norme * echelle}
        for li in lignes
        if li.norme is not None
    ]
    return _modele(bool(normes)).remplir(
        barres=_barres(lignes, echelle),
        normes=normes,
        hauteur=en_lignes(PAS, len(lignes)),
        **_panneaux(titre, parts),
    )


@cache
def _modele(avec_normes: bool) -> Modele:
    base = alt.Chart(jeu("barres")).encode(y=_y())
    marques = base.mark_bar(size=PAS * 0.55, cornerRadiusEnd=2).encode(
        x=_x("depart"), x2=alt.X2("fin:Q"), color=alt.Color("couleur:N", scale=None)
    )
    mots = base.mark_text(align="left", dx=6).encode(x=_x("mot_a"), text=alt.Text("etiquette:N"))
    couches = [marques, mots]
    if avec_normes:
        trait = alt.Chart(jeu("normes")).mark_tick(thickness=3, size=PAS * 0.8, color=palette.TEXTE)
        couches.append(trait.encode(x=_x("norme"), y=_y()))
    return modele(a_la_largeur(alt.layer(*couches)).properties(padding=SANS_MARGE))


def _barres(lignes: Sequence[LignePortefeuille], echelle: float) -> list[dict[str, Any]]:
    barres = []
    for ligne in lignes:
        nom, fin = typographier(ligne.nom), ligne.valeur * echelle
        barres.append(
            {
                "nom": nom,
                "depart": 0,
                "fin": fin,
                "mot_a": max(fin, (ligne.norme or 0) * echelle),
                "etiquette": typographier(ligne.etiquette),
                "couleur": palette.REALISE,
            }
        )
        for rang, (part, mot) in enumerate(ligne.parts):
            depart = LARGE + rang
            bout = depart + (part or 0) * REMPLI
            barres.append(
                {
                    "nom": nom,
                    "depart": depart,
                    "fin": bout,
                    "mot_a": bout,
                    "etiquette": mot,
                    "couleur": palette.REPERE,
                }
            )
    return barres


def _panneaux(titre: str, parts: Sequence[str]) -> dict[str, Any]:
    """Where each panel begins, what heads it, where the last one ends."""
    departs = [0.0, *(LARGE + rang for rang in range(len(parts)))]
    entetes = [[typographier(titre)], *(_sur_deux_lignes(typographier(part)) for part in parts)]
    noms = json.dumps(entetes, ensure_ascii=False)
    return {
        "departs": departs,
        "titres": f"{noms}[indexof({json.dumps(departs)}, datum.value)]",
        "fin": LARGE + len(parts),
    }


def _sur_deux_lignes(titre: str) -> list[str]:
    """A panel of shares is narrow: its heading is cut at the space nearest to its middle."""
    espaces = [rang for rang, lettre in enumerate(titre) if lettre == " "]
    if len(titre) <= ETROIT or not espaces:
        return [titre]
    milieu = min(espaces, key=lambda rang: abs(rang - len(titre) / 2))
    return [titre[:milieu], titre[milieu + 1 :]]


def _x(champ: str) -> alt.X:
    axe = alt.Axis(
        orient="top",
        values=trou("departs"),
        labelExpr=trou_texte("titres"),
        labelAlign="left",
        labelOverlap=False,
        labelPadding=18,  # a heading of two lines hangs from its first one
        grid=False,
        title=None,
    )
    echelle = alt.Scale(domain=[0, trou("fin")], nice=False, padding=0)
    return alt.X(f"{champ}:Q", scale=echelle, axis=axe)


def _y() -> alt.Y:
    axe = alt.Axis(labelLimit=230, labelColor=palette.TEXTE)
    return alt.Y("nom:N", sort=None, title=None, axis=axe)
