"""Native, editable charts: the data is in the file, as the edition holds it."""

import re
from typing import Any, Final

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from plie_metrics.exports.series import Dessin, Serie
from plie_metrics.presentation import palette

ACCENTS: Final = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_2,
    MSO_THEME_COLOR.ACCENT_3,
    MSO_THEME_COLOR.ACCENT_4,
)
REPERE: Final = MSO_THEME_COLOR.ACCENT_5
REPERES: Final = ("objectif", "attendu", "trajectoire", "visé", "cible", "moyenne")
"""Words of a series that is compared with: grey, as on screen."""
SEULE: Final = 14
"""Points of a line that may all be labelled, when it is alone."""
MINCE: Final = 0.06
"""Share of the highest pile under which a piece bears no label."""
LETTRE, AU_PLUS = 0.00062, 0.4
"""Share of the width of a letter of one point; of the names, at most."""
COLONNES: Final = (8, 13)
"""Columns rather than bars up to so many categories, of so many characters."""


def type_de(dessin: Dessin) -> Any:
    """Bars lie down, unless a few short names can stand under columns."""
    if dessin.genre == "courbes":
        return XL_CHART_TYPE.LINE_MARKERS
    combien, longueur = COLONNES
    debout = len(dessin.categories) <= combien and max(map(len, dessin.categories)) <= longueur
    if dessin.genre == "barres_empilees":
        return XL_CHART_TYPE.COLUMN_STACKED if debout else XL_CHART_TYPE.BAR_STACKED
    if dessin.genre == "barres_groupees" and debout:
        return XL_CHART_TYPE.COLUMN_CLUSTERED
    return XL_CHART_TYPE.BAR_CLUSTERED


def donnees(dessin: Dessin) -> Any:
    """The workbook of the chart; a masked or undefined value is an empty cell, never a zero."""
    fournies = CategoryChartData()
    fournies.categories = list(dessin.categories)
    for serie in tracees(dessin):
        fournies.add_series(serie.nom, serie.valeurs, number_format=serie.format)
    return fournies


def tracees(dessin: Dessin) -> tuple[Serie, ...]:
    """In the order they are drawn: lines that are compared with lie under the others."""
    if dessin.genre != "courbes":
        return dessin.series
    return tuple(sorted(dessin.series, key=lambda serie: not _repere(serie)))


def habiller(graphique: Any, dessin: Dessin) -> None:
    """The house's look: no frame, no needless grid, values written on the marks."""
    taille = _taille(dessin)
    graphique.font.size = Pt(taille)
    graphique.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    graphique.has_title = False
    _sans_titre(graphique)
    _legende(graphique, dessin, taille)
    _axe_des_noms(graphique, dessin)
    _axe_des_valeurs(graphique, dessin)
    trace = graphique.plots[0]
    if dessin.genre == "courbes":
        _courbes(trace, dessin, taille)
    else:
        _barres(trace, dessin, taille)


def _taille(dessin: Dessin) -> float:
    combien = len(dessin.categories)
    return 14 if combien <= 8 else 12 if combien <= 18 else 10.5 if combien <= 24 else 9


def _sans_titre(graphique: Any) -> None:
    espace = graphique._chartSpace.chart
    if espace.find(qn("c:autoTitleDeleted")) is not None:
        espace.find(qn("c:autoTitleDeleted")).set("val", "1")


def _legende(graphique: Any, dessin: Dessin, taille: float) -> None:
    graphique.has_legend = len(dessin.series) > 1
    if graphique.has_legend:
        graphique.legend.position = XL_LEGEND_POSITION.TOP
        graphique.legend.include_in_layout = False
        graphique.legend.font.size = Pt(max(taille, 12))


def _axe_des_noms(graphique: Any, dessin: Dessin) -> None:
    axe = graphique.category_axis
    axe.major_tick_mark = XL_TICK_MARK.NONE
    axe.has_major_gridlines = False
    axe.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axe.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_5
    _nommer_toutes(axe)
    if type_de(dessin) in (XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.BAR_STACKED):
        axe.reverse_order = True  # the first category on top
        _laisser_place_aux_noms(graphique, dessin)


def _laisser_place_aux_noms(graphique: Any, dessin: Dessin) -> None:
    """A name on one line: wrapped by the office suite, it would push others out."""
    longueur = max(map(len, dessin.categories))
    gauche = min(0.02 + LETTRE * longueur * _taille(dessin), AU_PLUS)
    haut = 0.1 if len(dessin.series) > 1 else 0.02
    cadre = {"x": gauche, "y": haut, "w": 0.97 - gauche, "h": 0.97 - haut}
    place = etree.Element(qn("c:layout"))
    manuel = etree.SubElement(place, qn("c:manualLayout"))
    etree.SubElement(manuel, qn("c:layoutTarget")).set("val", "inner")
    for mode in ("xMode", "yMode"):
        etree.SubElement(manuel, qn(f"c:{mode}")).set("val", "edge")
    for nom, valeur in cadre.items():
        etree.SubElement(manuel, qn(f"c:{nom}")).set("val", f"{valeur:.3f}")
    trace = graphique._chartSpace.chart.plotArea
    for ancien in trace.findall(qn("c:layout")):
        trace.remove(ancien)
    trace.insert(0, place)


def _nommer_toutes(axe: Any) -> None:
    """Every category bears its name: left to itself, an office suite skips some."""
    pas = etree.Element(qn("c:tickLblSkip"))
    pas.set("val", "1")
    axe._element.find(qn("c:noMultiLvlLbl")).addprevious(pas)


def _axe_des_valeurs(graphique: Any, dessin: Dessin) -> None:
    axe = graphique.value_axis
    axe.minimum_scale = 0 if _jamais_negatif(dessin) else None
    axe.major_tick_mark = XL_TICK_MARK.NONE
    axe.format.line.fill.background()
    en_courbes = dessin.genre == "courbes"
    axe.visible = en_courbes
    axe.has_major_gridlines = en_courbes
    if en_courbes:
        axe.major_gridlines.format.line.color.rgb = RGBColor(0xDD, 0xE3, 0xE9)
        if all((v or 0) <= 1 for s in dessin.series for v in s.valeurs) and _en_taux(dessin):
            axe.maximum_scale = 1
        axe.tick_labels.number_format = _sans_decimale(dessin.series[0].format)
        axe.tick_labels.number_format_is_linked = False
        axe.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _en_taux(dessin: Dessin) -> bool:
    return all(serie.format.endswith("%") for serie in dessin.series)


def _sans_decimale(forme: str) -> str:
    """Graduations are round: « 80 % », never « 80,0 % »."""
    return re.sub(r"^0\.0+", "0", forme)


def _jamais_negatif(dessin: Dessin) -> bool:
    return all((v or 0) >= 0 for serie in dessin.series for v in serie.valeurs)


def _barres(trace: Any, dessin: Dessin, taille: float) -> None:
    empilees = dessin.genre == "barres_empilees"
    trace.gap_width = 45
    trace.overlap = 100 if empilees else -5
    for rang, (serie, marques) in enumerate(zip(dessin.series, trace.series, strict=True)):
        marques.format.fill.solid()
        marques.format.fill.fore_color.theme_color = couleur(serie, rang)
        marques.invert_if_negative = False
        if len(dessin.series) == 1:
            _teindre(marques, dessin)
        etiquettes = _etiquettes(marques, serie, taille)
        if empilees:
            _taire_les_minces(etiquettes, serie, _plus_haute(dessin))
            etiquettes.position = XL_LABEL_POSITION.CENTER
            etiquettes.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
            etiquettes.font.bold = True
        else:
            etiquettes.position = XL_LABEL_POSITION.OUTSIDE_END


def _courbes(trace: Any, dessin: Dessin, taille: float) -> None:
    for serie, marques in zip(tracees(dessin), trace.series, strict=True):
        teinte = couleur(serie, dessin.series.index(serie))
        marques.smooth = False
        marques.format.line.width = Pt(2.5)
        marques.format.line.color.theme_color = teinte
        if _repere(serie):
            marques.format.line.dash_style = _tirets(serie)
            marques.marker.style = XL_MARKER_STYLE.NONE
            marques.format.line.width = Pt(2)
            _taire(_etiquettes(marques, serie, taille), list(range(len(serie.valeurs))))
            continue
        marques.marker.style = XL_MARKER_STYLE.CIRCLE
        marques.marker.size = 6
        marques.marker.format.fill.solid()
        marques.marker.format.fill.fore_color.theme_color = teinte
        marques.marker.format.line.color.theme_color = teinte
        etiquettes = _etiquettes(marques, serie, taille)
        etiquettes.position = XL_LABEL_POSITION.ABOVE
        etiquettes.font.color.theme_color = _lisible(teinte)
        if len(dessin.series) > 1 or len(dessin.categories) > SEULE:
            _taire(etiquettes, _sauf_la_derniere(serie))


def _teindre(marques: Any, dessin: Dessin) -> None:
    """The colours of the screen, that its subtitle explains, bar by bar."""
    for rang, teinte in enumerate(dessin.couleurs):
        if teinte and teinte != palette.REALISE:
            fond = marques.points[rang].format.fill
            fond.solid()
            fond.fore_color.rgb = RGBColor.from_string(teinte.lstrip("#"))


def _plus_haute(dessin: Dessin) -> float:
    piles = zip(*(serie.valeurs for serie in dessin.series), strict=True)
    return max(sum(valeur or 0 for valeur in pile) for pile in piles)


def _taire_les_minces(etiquettes: Any, serie: Serie, plus_haute: float) -> None:
    """No label on a piece too thin to hold it: the table has the figure."""
    minces = [r for r, v in enumerate(serie.valeurs) if v is not None and v < MINCE * plus_haute]
    _taire(etiquettes, minces)


def _sauf_la_derniere(serie: Serie) -> list[int]:
    """The points of a line but its last: labels of several lines would meet."""
    definis = [rang for rang, valeur in enumerate(serie.valeurs) if valeur is not None]
    return definis[:-1]


def _taire(etiquettes: Any, rangs: list[int]) -> None:
    for place, rang in enumerate(rangs):
        muette = etree.Element(qn("c:dLbl"))
        etree.SubElement(muette, qn("c:idx")).set("val", str(rang))
        etree.SubElement(muette, qn("c:delete")).set("val", "1")
        etiquettes._element.insert(place, muette)


def _etiquettes(marques: Any, serie: Serie, taille: float) -> Any:
    etiquettes = marques.data_labels
    etiquettes.show_value = True
    etiquettes.number_format = serie.format
    etiquettes.number_format_is_linked = False
    etiquettes.font.size = Pt(taille)
    return etiquettes


def _repere(serie: Serie) -> bool:
    return any(mot in serie.nom.lower() for mot in REPERES)


def _tirets(serie: Serie) -> Any:
    """As on screen: dashes for the straight trajectory, dots for what is expected."""
    nom = serie.nom.lower()
    if "attendu" in nom:
        return MSO_LINE.ROUND_DOT
    return MSO_LINE.SOLID if "saison" in nom else MSO_LINE.DASH


def couleur(serie: Serie, rang: int) -> Any:
    """By meaning: what is compared with is grey; else the categories in their order."""
    if _repere(serie):
        return REPERE
    return ACCENTS[rang % len(ACCENTS)]


def _lisible(teinte: Any) -> Any:
    """The text colour of a mark: orange and grey marks are too pale for small text."""
    pales = {
        MSO_THEME_COLOR.ACCENT_2: MSO_THEME_COLOR.ACCENT_6,
        REPERE: MSO_THEME_COLOR.TEXT_2,
    }
    return pales.get(teinte, teinte)
