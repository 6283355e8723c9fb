"""The letter as a mail to open, to complete and to send: HTML, its pictures, and plain text."""

from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, Final

from plie_metrics.editions.modele import Edition, VueFigee
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.exports.charte import Charte, lire_charte
from plie_metrics.exports.images import en_png
from plie_metrics.exports.lettre.contenu import Lettre, commentaire, rediger
from plie_metrics.exports.lettre.html import Image, en_html

LARGEUR: Final = 560
"""Pixels of a chart in the mail; drawn twice as fine."""
DOMAINE: Final = "lettre.plie"
AU_TABLEAU: Final = "Le détail est dans le tableau."
"""A plain mail has no table."""


def en_message(
    edition: Edition, charte: Charte | None = None, avancer: Avancer = sans_suivi
) -> bytes:
    """The .eml file: a mail programme opens it as a draft, without sender or addressee."""
    lettre, marques = rediger(edition), charte or lire_charte()
    images = _images(lettre, marques, avancer)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"{lettre.plie} – {lettre.titre}"
    message["Date"] = edition.fige_le or edition.cree_le
    message["X-Unsent"] = "1"
    message["X-PLIE-Empreinte"] = edition.empreinte or "brouillon"
    message["Content-Language"] = "fr"
    message.set_content(en_texte(lettre))
    message.add_alternative(en_html(lettre, images, marques), subtype="html")
    html: Any = message.get_payload(1)
    for image in images:
        html.add_related(
            image.octets,
            *image.genre.split("/"),
            cid=f"<{image.cid}>",
            filename=image.fichier,
            disposition="inline",
        )
    _fixer_les_bornes(message, edition)
    return message.as_bytes()


def en_texte(lettre: Lettre) -> str:
    """The same in plain text, for who reads mail without pictures."""
    lignes = [lettre.plie, lettre.titre, lettre.contexte, lettre.alerte, lettre.destinataires, ""]
    lignes += [_chiffre(chiffre.nom, chiffre.valeur, chiffre.note) for chiffre in lettre.chiffres]
    lignes += ["", lettre.mot] if lettre.mot else []
    for vue in lettre.dessins:
        dit = vue.resume.replace(AU_TABLEAU, "").strip()
        lignes += ["", vue.titre, vue.sous_titre, commentaire(vue), dit]
    if lettre.constats:
        lignes += ["", "À retenir aussi", *(f"- {constat}" for constat in lettre.constats)]
    return "\n".join([*lignes, "", *lettre.pied]) + "\n"


def _chiffre(nom: str, valeur: str, note: str) -> str:
    return f"{nom} : {valeur}" + (f" ({note})" if note else "")


def _images(lettre: Lettre, charte: Charte, avancer: Avancer) -> list[Image]:
    faites = []
    total = len(lettre.dessins) + 1
    for rang, vue in enumerate(lettre.dessins):
        avancer(rang, total, vue.titre)
        faites.append(_graphique(vue, rang))
    logos = [m for m in (charte.logo, *charte.financeurs) if m]
    faites += [
        Image(f"logo{rang}@{DOMAINE}", f"logo{rang}", marque.octets, f"Logo : {marque.nom}")
        for rang, marque in enumerate(logos)
    ]
    avancer(total, total, "Lettre prête")
    return faites


def _graphique(vue: VueFigee, rang: int) -> Image:
    octets = en_png(vue.specification or {}, LARGEUR, echelle=2)
    return Image(f"vue{rang}@{DOMAINE}", f"graphique-{rang + 1}.png", octets, vue.resume)


def _fixer_les_bornes(message: EmailMessage, edition: Edition) -> None:
    """The same letter gives the same bytes: no boundary drawn at random."""
    for rang, partie in enumerate(p for p in message.walk() if p.is_multipart()):
        partie.set_boundary(f"==plie-{edition.empreinte_courte or 'brouillon'}-{rang}==")
