"""The workbook of an edition."""

import io
from typing import Any

from xlsxwriter import Workbook

from plie_metrics.editions.modele import Edition
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.classeur.feuilles import nommer_feuilles, poser_vue
from plie_metrics.exports.classeur.notice import poser_notice
from plie_metrics.exports.classeur.styles import Styles


def en_classeur(edition: Edition, avancer: Avancer = sans_suivi) -> bytes:
    """A notice sheet, then a sheet a view: raw numbers, masks marked, totals as formulas."""
    flux = io.BytesIO()
    with Workbook(flux, {"in_memory": True}) as classeur:
        _proprietes(classeur, edition)
        styles = Styles(classeur)
        noms = nommer_feuilles(edition.vues)
        poser_notice(classeur.add_worksheet("Notice"), edition, styles, noms)
        for rang, (nom, vue) in enumerate(zip(noms, edition.vues, strict=True)):
            avancer(rang, len(noms), vue.titre)
            poser_vue(classeur.add_worksheet(nom), edition, vue, styles)
    avancer(len(noms), len(noms), "Classeur prêt")
    return flux.getvalue()


def _proprietes(classeur: Any, edition: Edition) -> None:
    classeur.set_properties(
        {
            "title": edition.titre,
            "author": edition.auteur,
            "subject": edition.contexte,
            "company": edition.plie,
            "keywords": edition.empreinte,
            "created": (edition.fige_le or edition.cree_le).replace(tzinfo=None),
        }
    )
    classeur.set_custom_property("Empreinte", edition.empreinte or "brouillon")
