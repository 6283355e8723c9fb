"""The activity report of an edition, as a Word document that the team completes."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from docx import Document
from docx.shared import Cm

from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.charte import Charte, lire_charte
from plie_metrics.exports.docx.champs import champ, legende
from plie_metrics.exports.docx.couverture import poser_couverture, poser_pied
from plie_metrics.exports.docx.plan import AUTRES, CHAPITRES, Chapitre, Section, repartir
from plie_metrics.exports.docx.styles import A_COMPLETER, DISCRET, UTILE, habiller
from plie_metrics.exports.docx.tableaux import poser_tableau
from plie_metrics.exports.images import en_png
from plie_metrics.exports.lettre.contenu import rediger
from plie_metrics.exports.mentions import notice, origines, paragraphes, sources, utiles
from plie_metrics.exports.series import dessin, en_image
from plie_metrics.typographie import typographier

PIXELS: Final = 620
Reparties = Mapping[Section, tuple[VueFigee, ...]]


@dataclass
class Chantier:
    """The document being written; `rangs`: how many captions of each kind it has."""

    document: Any
    edition: Edition
    avancer: Avancer
    rangs: dict[str, int] = field(default_factory=dict)
    faites: int = 0

    def legender(self, genre: str, texte: str) -> None:
        """The next caption of its kind."""
        self.rangs[genre] = self.rangs.get(genre, 0) + 1
        legende(self.document, genre, self.rangs[genre], texte)

    def completer(self, quoi: str) -> None:
        """A gap for the team's prose."""
        self.document.add_paragraph(f"[à compléter : {quoi}]", style=A_COMPLETER)


def en_docx(edition: Edition, charte: Charte | None = None, avancer: Avancer = sans_suivi) -> bytes:
    """The report, in the order of the 2016 one."""
    document = Document()
    habiller(document)
    _proprietes(document, edition)
    chantier = Chantier(document, edition, avancer)
    poser_couverture(document, edition, charte or lire_charte())
    _sommaire(document)
    reparties = repartir(edition.vues)
    for chapitre in CHAPITRES:
        _chapitre(chantier, chapitre, reparties)
    if reparties.get(AUTRES):
        document.add_heading(AUTRES.titre, 1)
        _contenu(chantier, AUTRES, reparties)
    _annexes(chantier)
    poser_pied(document, edition)
    avancer(len(edition.vues), len(edition.vues), "Rapport prêt")
    return _octets(document)


def _chapitre(chantier: Chantier, chapitre: Chapitre, reparties: Reparties) -> None:
    chantier.document.add_heading(chapitre.titre, 1)
    if chapitre.a_completer:
        chantier.completer(chapitre.a_completer)
    for section in chapitre.sections:
        chantier.document.add_heading(section.titre, 2)
        _contenu(chantier, section, reparties)
    if chapitre.chiffres:
        _chiffres(chantier)
    if chapitre.decisions:
        for decision in chantier.edition.decisions:
            chantier.document.add_paragraph(decision, style="List Bullet")


def _contenu(chantier: Chantier, section: Section, reparties: Reparties) -> None:
    for vue in reparties.get(section, ()):
        chantier.avancer(chantier.faites, len(chantier.edition.vues), vue.titre)
        chantier.faites += 1
        _vue(chantier, vue)
    if section.a_completer:
        chantier.completer(section.a_completer)


def _vue(chantier: Chantier, vue: VueFigee) -> None:
    """The finding, her comment or the sentences offered, the chart, the table, the source."""
    document = chantier.document
    document.add_heading(vue.titre, 3)
    offertes = [phrase for phrase in vue.phrases if phrase.rstrip(".") != vue.titre]
    for mots in paragraphes(vue.commentaire) or offertes:
        document.add_paragraph(mots).paragraph_format.keep_with_next = True
    if vue.specification is not None and (dessin(vue) or en_image(vue)):
        chantier.legender("Figure", vue.sous_titre or vue.titre)
        _image(document, vue)
    chantier.legender("Tableau", vue.tableau.legende)
    poser_tableau(document, utiles(vue.tableau))
    document.add_paragraph(f"Source : {vue.source}" if vue.source else "", style=DISCRET)


def _image(document: Any, vue: VueFigee) -> None:
    octets = en_png(vue.specification or {}, PIXELS)
    image = document.add_picture(io.BytesIO(octets), width=Cm(UTILE))
    image._inline.docPr.set("descr", vue.resume)
    image._inline.docPr.set("name", vue.titre)


def _chiffres(chantier: Chantier) -> None:
    """« Chiffres 2016 »: the figures of the year in a few lines."""
    chiffres = rediger(chantier.edition).chiffres
    if not chiffres:
        return
    chantier.document.add_heading(f"Chiffres {chantier.edition.arrete.date.year}", 2)
    for chiffre in chiffres:
        suite = f" ({chiffre.note})" if chiffre.note else ""
        ligne = chantier.document.add_paragraph(style="List Bullet")
        ligne.add_run(typographier(f"{chiffre.nom} : "))
        ligne.add_run(chiffre.valeur).bold = True
        ligne.add_run(suite)


def _annexes(chantier: Chantier) -> None:
    document, edition = chantier.document, chantier.edition
    document.add_heading("Annexe 1. Cadre de référence du PLIE", 1)
    chantier.completer("textes de référence")
    document.add_heading("Annexe 2. Définitions", 1)
    for definition in edition.definitions:
        document.add_heading(f"{definition.titre} (version {definition.version})", 3)
        mots = f"{definition.definition} Calcul : {definition.formule}."
        document.add_paragraph(typographier(mots))
        if origines(definition):
            document.add_paragraph(typographier(f"Source : {origines(definition)}"), style=DISCRET)
    document.add_heading("Annexe 3. Sources et repères", 1)
    for quoi, mots in [*notice(edition), *(("Source", source) for source in sources(edition))]:
        ligne = document.add_paragraph()
        ligne.add_run(typographier(f"{quoi} : ")).bold = True
        ligne.add_run(mots)


def _sommaire(document: Any) -> None:
    document.add_heading("Sommaire", 1)
    titres = "\n".join(chapitre.titre for chapitre in CHAPITRES)
    champ(document.add_paragraph(), 'TOC \\o "1-2" \\h \\z \\u', titres, perime=True)
    document.add_page_break()


def _proprietes(document: Any, edition: Edition) -> None:
    proprietes = document.core_properties
    proprietes.title = f"Rapport d’activité {edition.arrete.date.year}"
    proprietes.author = proprietes.last_modified_by = edition.auteur
    proprietes.subject, proprietes.language = edition.contexte, "fr-FR"
    proprietes.keywords = proprietes.identifier = edition.empreinte
    quand = (edition.fige_le or edition.cree_le).replace(tzinfo=None)
    proprietes.created = proprietes.modified = quand
    proprietes.comments = ""


def _octets(document: Any) -> bytes:
    flux = io.BytesIO()
    document.save(flux)
    return flux.getvalue()
