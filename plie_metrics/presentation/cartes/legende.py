"""The key of the map, laid over its empty corners in the same frame (HTML, for `st.html`)."""

from html import escape
from typing import Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.boite import Boite
from plie_metrics.presentation.cartes.cercles import plus_grande, rayon
from plie_metrics.presentation.cartes.composition import Carte, coins_de
from plie_metrics.presentation.cartes.lieux import Etat, Nature
from plie_metrics.presentation.formats import nombre, pourcent
from plie_metrics.typographie import typographier

CASE: Final = 34
HACHURE: Final = f"repeating-linear-gradient(135deg,{palette.BLANC} 0 4px,{palette.REPERE} 4px 5px)"
ETATS: Final = {
    Etat.ZERO: (palette.BLANC, "zéro"),
    Etat.MASQUE: (HACHURE, "masqué (secret statistique)"),
    Etat.SANS_DONNEE: (palette.NON_DETAILLE, "pas de donnée"),
}


NATURES_LEGENDE: Final = {
    Nature.QPV: ("quartier prioritaire (QPV)", palette.SECONDE, palette.SECONDE),
    Nature.VEILLE: ("quartier de veille, pas un QPV", palette.BLANC, palette.REPERE_TEXTE),
}
"""What a circle is, its fill, its stroke."""


def legende(carte: Carte) -> str:
    """HTML to put right after a map of the same frame: it takes no height and lets clicks pass."""
    bas, haut = coins_de(carte.cadre)
    coins = _coin(bas, _communes(carte)) + (_coin(haut, _quartiers(carte)) if carte.cercles else "")
    return (
        '<div style="position:relative;height:0;pointer-events:none">'
        f'<div style="position:absolute;left:0;bottom:0;width:{carte.cadre.largeur}px;'
        f"height:{carte.cadre.hauteur}px;font-size:12.5px;line-height:1.3;"
        f'color:{palette.TEXTE}">{coins}</div></div>'
    )


def _coin(boite: Boite, contenu: str) -> str:
    gauche, haut = boite.x - boite.largeur / 2, boite.y - boite.hauteur / 2
    return (
        f'<div style="position:absolute;left:{gauche:.0f}px;top:{haut:.0f}px;'
        f'width:{boite.largeur:.0f}px">{contenu}</div>'
    )


def _communes(carte: Carte) -> str:
    cases = "".join(
        f'<div style="width:{CASE}px;height:12px;background:{couleur}"></div>'
        for couleur in palette.SEQUENCE
    )
    bornes = "".join(
        f'<div style="position:absolute;left:{rang * CASE}px;'
        f'transform:translateX({"0" if rang == 0 else "-50%"})">{borne(carte, valeur)}</div>'
        for rang, valeur in enumerate(carte.classes.bornes)
    )
    presents = {lieu.etat for lieu in carte.communes.values()}
    autres = "".join(_etat(*ETATS[etat]) for etat in ETATS if etat in presents)
    return (
        _titre(carte.legende.communes) + f'<div style="display:flex;margin-top:4px">{cases}</div>'
        f'<div style="position:relative;height:20px">{bornes}</div>{autres}'
    )


def _etat(fond: str, mot: str) -> str:
    return (
        '<div style="display:flex;gap:8px;align-items:center">'
        f'<div style="flex:none;width:{CASE}px;height:12px;background:{fond};'
        f'outline:1px solid {palette.LIMITE}"></div><div>{_sur(mot)}</div></div>'
    )


def _quartiers(carte: Carte) -> str:
    natures = {cercle.lieu.nature for cercle in carte.cercles}
    lignes = "".join(_nature(*NATURES_LEGENDE[n]) for n in NATURES_LEGENDE if n in natures)
    return _titre(f"Cercles : {carte.legende.cercles}") + _tailles(carte) + lignes


def _tailles(carte: Carte) -> str:
    """Circles side by side, standing on the same line: the largest, a quarter, a sixteenth."""
    maximum = plus_grande(carte.quartiers)
    reperes = (maximum, round(maximum / 4), round(maximum / 16))
    cercles = "".join(
        _rond(2 * rayon(valeur, maximum), "none", palette.SECONDE) + f"<div>{nombre(valeur)}</div>"
        for valeur in dict.fromkeys(v for v in reperes if v > 0)
    )
    return f'<div style="display:flex;gap:5px;align-items:flex-end;margin:3px 0">{cercles}</div>'


def _nature(mot: str, plein: str, trait: str) -> str:
    return (
        f'<div style="display:flex;gap:6px;align-items:center">{_rond(11, plein, trait)}'
        f"<div>{_sur(mot)}</div></div>"
    )


def _rond(diametre: float, fond: str, trait: str) -> str:
    return (
        f'<div style="flex:none;box-sizing:border-box;width:{diametre:.1f}px;'
        f"height:{diametre:.1f}px;border-radius:50%;background:{fond};"
        f'border:1.5px solid {trait}"></div>'
    )


def _titre(contenu: str) -> str:
    return f'<div style="font-weight:650">{_sur(contenu)}</div>'


def _sur(contenu: str) -> str:
    return escape(typographier(contenu), quote=False)


def borne(carte: Carte, valeur: float) -> str:
    """The end of a class, as the key writes it."""
    if carte.legende.en_part:
        return pourcent(valeur)
    return nombre(valeur, 0 if valeur == int(valeur) else 1)
