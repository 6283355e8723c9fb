"""Ages × sexes as mirrored bars: women on the left, men on the right, one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

import altair as alt

from plie_metrics.presentation import palette
from plie_metrics.presentation.graphiques.modele import Modele, jeu, modele
from plie_metrics.presentation.graphiques.socle import SANS_MARGE, a_la_largeur, en_lignes
from plie_metrics.typographie import typographier

PAS: Final = 34
MILIEU: Final = 0.24  # half of the middle band that holds the names, in longest bars
BORNE: Final = 1.62  # the rest is for the words at the end of the bars
COTES: Final[tuple[tuple[int, Literal["left", "right"]], ...]] = ((-1, "right"), (1, "left"))


@dataclass(frozen=True)
class Etage:
    """An age class: its name and, for each side, its figure (0 if masked) and its words."""

    nom: str
    gauche: float
    mot_gauche: str
    droite: float
    mot_droite: str


def pyramide(etages: Sequence[Etage], gauche: str, droite: str) -> dict[str, Any]:
    """One line a class, in the order given; `gauche` and `droite` head the two sides."""
    plus_long = max((max(e.gauche, e.droite) for e in etages), default=0) or 1
    barres, noms = [], []
    for etage in etages:
        nom = typographier(etage.nom)
        noms.append({"nom": nom, "x": 0})
        cotes = (
            (-1, etage.gauche, etage.mot_gauche, palette.SECONDE),
            (1, etage.droite, etage.mot_droite, palette.REALISE),
        )
        for signe, valeur, mot, couleur in cotes:
            barres.append(
                {
                    "nom": nom,
                    "depart": signe * MILIEU,
                    "fin": signe * (MILIEU + valeur / plus_long),
                    "mot": mot,
                    "cote": signe,
                    "couleur": couleur,
                }
            )
    titres = [
        {"x": -MILIEU, "mot": typographier(gauche), "couleur": palette.SECONDE_TEXTE},
        {"x": MILIEU, "mot": typographier(droite), "couleur": palette.REALISE},
    ]
    hauteur = en_lignes(PAS, len(etages))
    return _modele().remplir(barres=barres, noms=noms, titres=titres, hauteur=hauteur)


@cache
def _modele() -> Modele:
    base = alt.Chart(jeu("barres")).encode(y=_y())
    marques = base.mark_bar(size=PAS * 0.6).encode(
        x=_x("depart"), x2=alt.X2("fin:Q"), color=alt.Color("couleur:N", scale=None)
    )
    mots = [
        base.transform_filter(f"datum.cote == {signe}")
        .mark_text(align=cote, dx=6 * signe)
        .encode(x=_x("fin"), text=alt.Text("mot:N"))
        for signe, cote in COTES
    ]
    milieu = alt.Chart(jeu("noms")).mark_text(align="center", fontWeight=600)
    couches = alt.layer(
        marques,
        *mots,
        milieu.encode(x=_x("x"), y=_y(), text=alt.Text("nom:N")),
        _titres(),
    )
    marge = {**SANS_MARGE, "top": 24}
    return modele(a_la_largeur(couches).properties(padding=marge))


def _titres() -> Any:
    base = alt.Chart(jeu("titres"))
    return alt.layer(
        *(
            base.transform_filter(f"datum.x {sens} 0")
            .mark_text(align=cote, y=-10, fontWeight=600)
            .encode(x=_x("x"), text=alt.Text("mot:N"), color=alt.Color("couleur:N", scale=None))
            for sens, (_, cote) in zip("<>", COTES, strict=True)
        )
    )


def _x(champ: str) -> alt.X:
    echelle = alt.Scale(domain=[-BORNE, BORNE], nice=False)
    return alt.X(f"{champ}:Q", axis=None, scale=echelle)


def _y() -> alt.Y:
    return alt.Y("nom:N", sort=None, axis=None)
