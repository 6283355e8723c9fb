"""The letter as one tagged A4 page, to print or to attach."""

from typing import Any, Final

from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.charte import Charte, lire_charte
from plie_metrics.exports.images import en_svg
from plie_metrics.exports.lettre.contenu import commentaire, rediger
from plie_metrics.exports.pdf.composition import composer
from plie_metrics.exports.pdf.rapport import en_marques

LARGEURS: Final = (620, 400)
"""Pixels of a chart alone, of two side by side: their type is that of the text."""


def en_page(edition: Edition, charte: Charte | None = None, avancer: Avancer = sans_suivi) -> bytes:
    """The letter as PDF, always one page; raises ComposeImpossible."""
    lettre, marques = rediger(edition), charte or lire_charte()
    images: dict[str, bytes] = {}
    vues = []
    for rang, vue in enumerate(lettre.dessins):
        avancer(rang, len(lettre.dessins) + 1, vue.titre)
        vues.append(_vue(vue, f"vue{rang}.svg", images, LARGEURS[len(lettre.dessins) > 1]))
    adresses = " · ".join(mot for mot in (marques.contact, marques.site) if mot)
    donnees = {
        "titre": lettre.titre,
        "auteur": edition.auteur,
        "empreinte": edition.empreinte,
        "plie": lettre.plie,
        "contexte": lettre.contexte,
        "alerte": lettre.alerte,
        "destinataires": lettre.destinataires,
        "mot": lettre.mot,
        "chiffres": [{"nom": c.nom, "valeur": c.valeur, "note": c.note} for c in lettre.chiffres],
        "vues": vues,
        "constats": list(lettre.constats),
        "pied": [mot for mot in (*lettre.pied, adresses) if mot],
        **en_marques(marques),
    }
    octets = composer("lettre", donnees, images, edition.fige_le or edition.cree_le)
    avancer(len(vues) + 1, len(vues) + 1, "Lettre prête")
    return octets


def _vue(vue: VueFigee, fichier: str, images: dict[str, bytes], large: int) -> dict[str, Any]:
    images[fichier] = en_svg(vue.specification or {}, large).encode()
    return {
        "titre": vue.titre,
        "sous_titre": vue.sous_titre,
        "commentaire": commentaire(vue),
        "resume": vue.resume,
        "image": fichier,
    }
