"""The meeting on a screen: one HTML file, no network, no server, one view at a time."""

import base64
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from plie_metrics.editions.modele import Edition, TableauFige, VueFigee
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.charte import Marque, lire_charte
from plie_metrics.exports.images import POLICE, en_svg, polices
from plie_metrics.exports.mentions import (
    arrete,
    empreinte,
    etat,
    lire,
    notice,
    paragraphes,
    secret,
    utiles,
)
from plie_metrics.presentation.formats import jour_long

MODELE: Final = "diaporama.html.j2"
LARGEURS: Final = (840, 1100)
PROPORTION: Final = 2.3
"""Width over height of the room that a picture has on a projected slide."""
LIGNES_SERREES: Final = 14
ATTRIBUTS: Final = 'aria-hidden="true" focusable="false" preserveAspectRatio="xMinYMid meet"'
POIDS: Final = (("Regular", 400), ("Semibold", 600))
_IDENTIFIANT: Final = re.compile(r'(id="|url\(#|href="#)([^")]+)')


@dataclass(frozen=True)
class Page:
    """A view as the template lays it out; `serre`: many rows, set smaller."""

    rang: int
    vue: VueFigee
    svg: Markup | None
    commentaire: list[str]
    notes: list[str]

    @property
    def serre(self) -> bool:
        """True when the table would not hold at full size."""
        return len(self.vue.tableau.lignes) > LIGNES_SERREES

    @property
    def tableau(self) -> TableauFige:
        """Its table, without the columns that say nothing."""
        return utiles(self.vue.tableau)


def en_diaporama(edition: Edition, *, avancer: Avancer = sans_suivi) -> bytes:
    """The deck: arrows, F, L, C, T, N; it prints one view a page."""
    charte = lire_charte()
    pages = [_page(rang, vue, edition, avancer) for rang, vue in enumerate(edition.vues, 2)]
    decisions = len(pages) + 2
    contenu: str = _gabarit().render(
        edition=edition,
        pages=pages,
        polices=_polices(),
        logos=[_logo(m) for m in (charte.logo, *charte.financeurs) if m],
        seance=jour_long(edition.seance),
        arrete=arrete(edition),
        secret=secret(edition),
        empreinte=empreinte(edition),
        etat=etat(edition),
        errata=errata(edition),
        notice=notice(edition),
        rang_decisions=decisions,
        total=decisions + (1 if edition.decisions else 0),
        lire=lire,
    )
    return contenu.encode()


def errata(edition: Edition) -> str:
    """« Corrige « … » (1a2b3c4d5e6f) : motif », "" when it corrects none."""
    if edition.corrige is None:
        return ""
    avant = edition.corrige
    return f"Erratum : corrige « {avant.titre} » ({avant.empreinte[:12]}). {avant.motif}"


def _page(rang: int, vue: VueFigee, edition: Edition, avancer: Avancer) -> Page:
    avancer(rang - 2, len(edition.vues), vue.titre)
    commentaire, notes = paragraphes(vue.commentaire), paragraphes(vue.notes)
    return Page(rang, vue, _image(rang, vue), commentaire, notes)


def _logo(marque: Marque) -> tuple[str, str]:
    """Its name, and its picture inside the file."""
    genre = "png" if marque.octets.startswith(b"\x89PNG") else "jpeg"
    genre = "gif" if marque.octets.startswith(b"GIF") else genre
    return marque.nom, f"data:image/{genre};base64,{base64.b64encode(marque.octets).decode()}"


def _image(rang: int, vue: VueFigee) -> Markup | None:
    """The chart inline, its inner names told apart from those of the other views."""
    if vue.specification is None:
        return None
    hauteur = vue.specification.get("height")
    voulue = hauteur * PROPORTION if isinstance(hauteur, int | float) else LARGEURS[1]
    largeur = round(min(max(voulue, LARGEURS[0]), LARGEURS[1]))
    svg = _renommer(en_svg(vue.specification, largeur), f"v{rang}")
    svg = svg.replace("<svg ", f"<svg {ATTRIBUTS} ", 1)
    return Markup(svg)


def _renommer(svg: str, prefixe: str) -> str:
    """Names numbered by order of appearance: Vega's own go on from one picture to the next."""
    noms: dict[str, str] = {}

    def neuf(trouve: re.Match[str]) -> str:
        return trouve[1] + noms.setdefault(trouve[2], f"{prefixe}-{len(noms)}")

    return _IDENTIFIANT.sub(neuf, svg)


@cache
def _gabarit() -> Any:
    texte = (files("plie_metrics.exports") / "modeles" / MODELE).read_text(encoding="utf-8")
    decor = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return decor.from_string(texte)


@cache
def _polices() -> tuple[tuple[str, int, str], ...]:
    return tuple(
        (
            POLICE,
            poids,
            base64.b64encode((polices() / f"SourceSansPro-{nom}.ttf").read_bytes()).decode(),
        )
        for nom, poids in POIDS
    )
