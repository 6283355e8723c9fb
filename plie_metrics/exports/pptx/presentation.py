"""An edition as a PowerPoint presentation."""

import io
from datetime import datetime
from typing import Any, Final

from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.charte import Charte, lire_charte
from plie_metrics.exports.mentions import empreinte, notice
from plie_metrics.exports.pptx.annexes import (
    poser_annexes,
    poser_decisions,
    poser_definitions,
    poser_sommaire,
)
from plie_metrics.exports.pptx.modele import ouvrir_modele
from plie_metrics.exports.pptx.textes import ecrire
from plie_metrics.exports.pptx.vues import Atelier, poser_vue
from plie_metrics.presentation.formats import jour_long

SOMMAIRE_DES: Final = 4
"""Views from which a contents slide helps."""


def en_pptx(edition: Edition, charte: Charte | None = None, avancer: Avancer = sans_suivi) -> bytes:
    """The presentation of an edition: the same edition and the same marks, the same slides."""
    atelier = Atelier(ouvrir_modele(charte or lire_charte()), edition)
    _couverture(atelier)
    sommaire = None
    if len(edition.vues) >= SOMMAIRE_DES:
        sommaire = atelier.diapositive("Sommaire", "Au programme")
    vues = [_suivre(avancer, atelier, rang, vue) for rang, vue in enumerate(edition.vues)]
    poser_decisions(atelier)
    avancer(len(vues), len(vues) + 1, "Tableaux et définitions")
    poser_annexes(atelier)
    poser_definitions(atelier)
    if sommaire is not None:
        poser_sommaire(atelier, sommaire, vues)
    avancer(len(vues) + 1, len(vues) + 1, "Présentation prête")
    return _octets(atelier)


def _suivre(avancer: Avancer, atelier: Atelier, rang: int, vue: VueFigee) -> Any:
    avancer(rang, len(atelier.edition.vues) + 1, vue.titre)
    return poser_vue(atelier, vue)


def _couverture(atelier: Atelier) -> None:
    edition = atelier.edition
    diapositive = atelier.diapositive("Couverture", edition.titre, pied=False)
    ecrire(diapositive.placeholders[1], [f"{edition.plie} · {jour_long(edition.seance)}"])
    atelier.ecrire(diapositive, _reperes(edition), (14, 13, 12, 11, 10))


def _reperes(edition: Edition) -> list[str]:
    """What the cover says of its figures: when, of whom, for whom, how to find them again."""
    dits = dict(notice(edition))
    quoi = [dits["Données"], dits.get("Période et population", "")]
    suite = [dits["Profil et secret"], dits.get("Correction", ""), dits.get("Avertissement", "")]
    lignes = [" · ".join(mot for mot in quoi if mot), *suite, empreinte(edition)]
    return [ligne for ligne in lignes if ligne]


def _octets(atelier: Atelier) -> bytes:
    proprietes, edition = atelier.presentation.core_properties, atelier.edition
    proprietes.title, proprietes.author = edition.titre, edition.auteur
    proprietes.subject = edition.contexte
    proprietes.keywords = proprietes.identifier = edition.empreinte
    proprietes.language = "fr-FR"
    proprietes.last_modified_by = edition.auteur
    quand: datetime = edition.fige_le or edition.cree_le
    proprietes.created = proprietes.modified = quand.replace(tzinfo=None)
    flux = io.BytesIO()
    atelier.presentation.save(flux)
    return flux.getvalue()
