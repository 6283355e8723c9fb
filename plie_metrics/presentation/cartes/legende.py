"""The key of the map, laid over its empty corners in the same frame (HTML, for `st.html`)."""

from html import escape
from typing import Final

from plie_metrics.presentation import palette
from plie_metrics.presentation.cartes.boite import Boite
from plie_metrics.presentation.cartes.cercles import rayon, valeur_ecrite
from plie_metrics.presentation.cartes.composition import Carte
from plie_metrics.presentation.cartes.couches import BLANC, COULEURS
from plie_metrics.presentation.formats import nombre
from plie_metrics.territoire.indicateurs import Nature
from plie_metrics.territoire.participation import POUR
from plie_metrics.typographie import typographier

CASE: Final = 34
# corners that outlines and labels leave free, held by a test: bottom left, top right
COIN_COMMUNES: Final = Boite(105, 440, 210, 112)
COIN_QUARTIERS: Final = Boite(488, 60, 216, 118)
NATURES: Final = {
    Nature.QPV: "quartier prioritaire (QPV)",
    Nature.VEILLE: "quartier de veille, pas un QPV",
    Nature.MIXTE: "QPV et veille non séparés",
}


def legende(carte: Carte, maximum: float) -> str:
    """HTML to put right after a map of the same frame: it takes no height and lets clicks pass."""
    coins = _coin(COIN_COMMUNES, _communes(carte)) + _coin(
        COIN_QUARTIERS, _quartiers(carte, maximum)
    )
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
        f'transform:translateX({"0" if rang == 0 else "-50%"})">{_borne(borne)}</div>'
        for rang, borne in enumerate(carte.classes.bornes)
    )
    gris = (
        f'<div style="flex:none;width:{CASE}px;height:12px;margin-top:3px;'
        f'background:{palette.NON_DETAILLE};outline:1px solid {palette.BORDURE}"></div>'
    )
    return (
        _titre(f"Participants pour {nombre(POUR)} habitants")
        + f'<div style="display:flex;margin-top:4px">{cases}</div>'
        f'<div style="position:relative;height:22px">{bornes}</div>'
        f'<div style="display:flex;gap:8px">{gris}<div>{_autres(carte)}</div></div>'
    )


def _autres(carte: Carte) -> str:
    autres = carte.participations.autres
    if autres is None:
        return "non détaillé"
    return _sur(
        f"{len(autres.communes)} communes non détaillées : {nombre(autres.taux, 1)} pour l'ensemble"
    )


def _quartiers(carte: Carte, maximum: float) -> str:
    quoi = carte.repartition.indicateur
    presentes = [n for n in Nature if any(c.nature is n for c in carte.cercles)]
    reste = ""
    if carte.repartition.reste > 0:
        ecrit = valeur_ecrite(quoi, carte.repartition.reste)
        reste = _ligne(f"{ecrit} dans les autres QPV : non placés")
    return (
        _titre(f"Cercles : {quoi.intitule[0].lower()}{quoi.intitule[1:]}")
        + _tailles(carte, maximum)
        + "".join(_nature(nature) for nature in presentes)
        + reste
    )


def _tailles(carte: Carte, maximum: float) -> str:
    """Circles side by side, standing on the same line: the largest, a quarter, a sixteenth."""
    cercles = "".join(
        _rond(2 * rayon(valeur, maximum), "none", palette.SECONDE)
        + f"<div>{valeur_ecrite(carte.repartition.indicateur, valeur)}</div>"
        for valeur in _reperes(maximum)
    )
    return f'<div style="display:flex;gap:5px;align-items:flex-end;margin:3px 0">{cercles}</div>'


def _reperes(maximum: float) -> tuple[float, ...]:
    """Whole values near the largest, its quarter and its sixteenth: 40, 10, 2."""
    valeurs = (maximum, round(maximum / 4), round(maximum / 16))
    return tuple(dict.fromkeys(valeur for valeur in valeurs if valeur > 0))


def _nature(nature: Nature) -> str:
    plein, trait = COULEURS[nature]
    rond = _rond(11, plein, trait if trait != BLANC else plein)
    return (
        f'<div style="display:flex;gap:6px;align-items:center">{rond}'
        f"<div>{escape(NATURES[nature])}</div></div>"
    )


def _rond(diametre: float, fond: str, trait: str) -> str:
    return (
        f'<div style="flex:none;box-sizing:border-box;width:{diametre:.1f}px;'
        f"height:{diametre:.1f}px;border-radius:50%;background:{fond};"
        f'border:1.5px solid {trait}"></div>'
    )


def _titre(contenu: str) -> str:
    return f'<div style="font-weight:650">{_sur(contenu)}</div>'


def _ligne(contenu: str) -> str:
    return f"<div>{_sur(contenu)}</div>"


def _sur(contenu: str) -> str:
    return escape(typographier(contenu), quote=False)


def _borne(borne: float) -> str:
    return nombre(borne, 0 if borne == int(borne) else 1)
