"""The letter in the HTML that mail programmes read: tables, inline styles, pictures attached."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from plie_metrics.editions.modele import VueFigee
from plie_metrics.exports.charte import Charte
from plie_metrics.exports.lettre.contenu import Chiffre, Lettre, commentaire
from plie_metrics.presentation import palette

POLICE: Final = "font-family:Arial,Helvetica,sans-serif;"
PAR_RANG: Final = 3
GRIS: Final = f"color:{palette.SECONDAIRE};"
ENCRE: Final = f"color:{palette.TEXTE};"
TABLE: Final = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'


@dataclass(frozen=True)
class Image:
    """A picture attached to the mail, and the words that replace it."""

    cid: str
    fichier: str
    octets: bytes
    alternative: str

    @property
    def genre(self) -> str:
        """Its type: « image/png »."""
        if self.octets.startswith(b"\x89PNG"):
            return "image/png"
        return "image/gif" if self.octets.startswith(b"GIF") else "image/jpeg"


def en_html(lettre: Lettre, images: Sequence[Image], charte: Charte) -> str:
    """The whole page."""
    dessins = "".join(_vue(vue, image) for vue, image in zip(lettre.dessins, images, strict=False))
    logos = images[len(lettre.dessins) :]
    corps = (
        _entete(lettre)
        + _chiffres(lettre.chiffres)
        + _mot(lettre.mot)
        + dessins
        + _constats(lettre.constats)
        + _pied(lettre, logos, charte)
    )
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{_m(lettre.titre)}'
        '</title></head><body style="margin:0;padding:0;background:'
        f'{palette.FOND};"><table {TABLE} width="100%"><tr><td align="center" '
        f'style="padding:20px 10px;"><table {TABLE} width="620" style="width:620px;'
        f'max-width:620px;background:#FFFFFF;{POLICE}">{corps}</table></td></tr></table>'
        "</body></html>"
    )


def _entete(lettre: Lettre) -> str:
    alerte = (
        f'<p style="margin:12px 0 0;font-size:13px;font-weight:bold;color:#FFFFFF;">'
        f"{_m(lettre.alerte)}</p>"
        if lettre.alerte
        else ""
    )
    return (
        f'<tr><td bgcolor="{palette.REALISE}" style="background:{palette.REALISE};'
        f'border-bottom:4px solid {palette.SECONDE};padding:26px 30px;color:#FFFFFF;">'
        f'<p style="margin:0 0 6px;font-size:14px;color:#FFFFFF;">{_m(lettre.plie)}</p>'
        f'<h1 style="margin:0;font-size:26px;line-height:32px;color:#FFFFFF;">{_m(lettre.titre)}'
        f'</h1><p style="margin:8px 0 0;font-size:13px;color:#FFFFFF;">{_m(lettre.contexte)}</p>'
        f'{alerte}</td></tr><tr><td style="padding:18px 30px 0;font-size:13px;{GRIS}">'
        f"{_m(lettre.destinataires)}</td></tr>"
    )


def _chiffres(chiffres: Sequence[Chiffre]) -> str:
    rangs = [chiffres[debut : debut + PAR_RANG] for debut in range(0, len(chiffres), PAR_RANG)]
    lignes = "".join(f"<tr>{''.join(_case(c) for c in rang)}</tr>" for rang in rangs)
    if not lignes:
        return ""
    return (
        f'<tr><td style="padding:12px 24px 4px;"><table {TABLE} width="100%">{lignes}</table>'
        "</td></tr>"
    )


def _mot(mot: str) -> str:
    if not mot:
        return ""
    return (
        f'<tr><td style="padding:12px 30px 0;font-size:15px;line-height:21px;{ENCRE}">{_m(mot)}'
        "</td></tr>"
    )


def _case(chiffre: Chiffre) -> str:
    return (
        f'<td width="33%" valign="top" style="padding:6px;"><table {TABLE} width="100%"><tr>'
        f'<td bgcolor="{palette.FOND}" style="background:{palette.FOND};padding:12px 14px;'
        f'border-top:3px solid {palette.REALISE};"><div style="font-size:13px;{GRIS}">'
        f'{_m(chiffre.nom)}</div><div style="font-size:26px;line-height:34px;font-weight:bold;'
        f'{ENCRE}">{_m(chiffre.valeur)}</div><div style="font-size:12px;line-height:16px;{GRIS}">'
        f"{_m(chiffre.note) or '&nbsp;'}</div></td></tr></table></td>"
    )


def _vue(vue: VueFigee, image: Image) -> str:
    mots = commentaire(vue)
    dit = f'<p style="margin:0 0 10px;font-size:15px;line-height:21px;{ENCRE}">{_m(mots)}</p>'
    return (
        f'<tr><td style="padding:18px 30px 0;"><h2 style="margin:0 0 4px;font-size:18px;'
        f'line-height:24px;{ENCRE}">{_m(vue.titre)}</h2><p style="margin:0 0 10px;font-size:12px;'
        f'{GRIS}">{_m(vue.sous_titre)}</p>{dit if mots else ""}<img src="cid:{image.cid}" '
        f'width="560" alt="{_m(image.alternative)}" style="display:block;width:560px;'
        'max-width:100%;height:auto;border:0;"></td></tr>'
    )


def _constats(constats: Sequence[str]) -> str:
    if not constats:
        return ""
    lignes = "".join(f'<li style="margin:0 0 6px;">{_m(constat)}</li>' for constat in constats)
    return (
        f'<tr><td style="padding:20px 30px 0;{ENCRE}"><h2 style="margin:0 0 8px;font-size:18px;'
        f'{ENCRE}">À retenir aussi</h2><ul style="margin:0;padding:0 0 0 20px;font-size:15px;'
        f'line-height:21px;">{lignes}</ul></td></tr>'
    )


def _pied(lettre: Lettre, logos: Sequence[Image], charte: Charte) -> str:
    marques = "".join(
        f'<img src="cid:{logo.cid}" height="36" alt="{_m(logo.alternative)}" '
        'style="height:36px;border:0;margin:0 16px 8px 0;">'
        for logo in logos
    )
    adresses = " · ".join(mot for mot in (charte.contact, charte.site) if mot)
    lignes = "<br>".join(_m(mot) for mot in (*lettre.pied, adresses) if mot)
    return (
        f'<tr><td style="padding:24px 30px 26px;">{marques}<p style="margin:0;padding:12px 0 0;'
        f'border-top:1px solid {palette.BORDURE};font-size:11px;line-height:16px;{GRIS}">{lignes}'
        "</p></td></tr>"
    )


def _m(mots: str) -> str:
    return escape(mots, quote=True)
