"""The first page of the report, and what each page says at its foot."""

import io
from typing import Any, Final

from docx.enum.text import WD_BREAK, WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from plie_metrics.editions.modele import Edition
from plie_metrics.exports.charte import Charte, Marque
from plie_metrics.exports.docx.champs import champ
from plie_metrics.exports.docx.styles import DISCRET, UTILE, couleur
from plie_metrics.exports.mentions import DEMONSTRATION, arrete, empreinte, pied, secret
from plie_metrics.presentation import palette

HAUT_DU_LOGO: Final = 2.2
HAUT_DES_FINANCEURS: Final = 1.4


def poser_couverture(document: Any, edition: Edition, charte: Charte) -> None:
    """Title, year, marks; then a new page."""
    if charte.logo:
        _logo(document.add_paragraph(), charte.logo, HAUT_DU_LOGO)
    haut = document.add_paragraph(edition.plie)
    haut.paragraph_format.space_before = Pt(120)
    haut.runs[0].font.size = Pt(16)
    document.add_paragraph(f"Rapport d’activité {edition.arrete.date.year}", style="Title")
    for mots in (arrete(edition), edition.contexte, secret(edition), empreinte(edition)):
        if mots:
            document.add_paragraph(mots).paragraph_format.space_after = Pt(2)
    if edition.demonstration:
        alerte = document.add_paragraph().add_run(DEMONSTRATION)
        alerte.bold, alerte.font.color.rgb = True, couleur(palette.SECONDE_TEXTE)
    document.add_paragraph("Document à compléter par l’équipe : chercher « [à compléter ».")
    if charte.financeurs:
        bande = document.add_paragraph()
        bande.paragraph_format.space_before = Pt(120)
        for marque in charte.financeurs:
            _logo(bande, marque, HAUT_DES_FINANCEURS)
            bande.add_run("     ")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def poser_pied(document: Any, edition: Edition) -> None:
    """The footer of every page, its number on the right."""
    paragraphe = document.sections[0].footer.paragraphs[0]
    paragraphe.style = document.styles[DISCRET]
    paragraphe.paragraph_format.tab_stops.add_tab_stop(Cm(UTILE), WD_TAB_ALIGNMENT.RIGHT)
    premiere, seconde = pied(edition)
    paragraphe.add_run(f"{premiere}\t")
    champ(paragraphe, "PAGE", "1")
    suite = document.sections[0].footer.add_paragraph(style=DISCRET)
    if edition.demonstration:
        suite.add_run(f"{DEMONSTRATION} · ").bold = True
    suite.add_run(seconde)


def _logo(paragraphe: Any, marque: Marque, haut: float) -> None:
    image = paragraphe.add_run().add_picture(io.BytesIO(marque.octets), height=Cm(haut))
    image._inline.docPr.set("descr", f"Logo : {marque.nom}")
