"""The template as a file: the slide master and its layouts, written from their drawing."""

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from plie_metrics.exports.pptx.dispositions import (
    CORPS,
    LARGEUR,
    MARGE,
    Boite,
    Disposition,
    Trait,
    Zone,
    numero,
    pied,
    titre,
)

ESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_RACINE: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FILET: Final = Trait("Filet du pied", (MARGE, 6.86, LARGEUR - 2 * MARGE, 0.012), "bg2")
BANDEAU: Final = Trait("Bandeau", (0, 0, LARGEUR, 0.1), "accent1")


def emu(pouces: float) -> int:
    """Inches as the unit of the file."""
    return round(pouces * 914400)


def fond_du_masque() -> str:
    """`p:cSld` of the master: its own five placeholders, under those of every layout."""
    corps = Zone("Contenu", "body", 1, CORPS, 16)
    return _csld("", (BANDEAU,), (titre, corps, pied, numero), fond=True)


def fond_de(disposition: Disposition) -> str:
    """`p:cSld` of a layout."""
    communes = (pied, numero) if disposition.pied else ()
    return _csld(disposition.nom, disposition.decor, (*disposition.zones, *communes))


def styles_de_texte() -> str:
    """`p:txStyles` of the master: dark text, no bullet, air between paragraphs."""
    base = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    couleur = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'

    def niveau(rang: int, taille: int, avant: int) -> str:
        return (
            f'<a:lvl{rang}pPr marL="0" indent="0" algn="l"><a:lnSpc><a:spcPct val="100000"/>'
            f'</a:lnSpc><a:spcBef><a:spcPts val="{avant}"/></a:spcBef><a:buNone/>'
            f'<a:defRPr sz="{taille * 100}" kern="1200">{couleur}{base}</a:defRPr></a:lvl{rang}pPr>'
        )

    corps = "".join(niveau(rang, 16, 600) for rang in range(1, 6))
    autres = "".join(niveau(rang, 12, 0) for rang in range(1, 6))
    return (
        f"<p:txStyles {ESPACES}><p:titleStyle>{niveau(1, 26, 0)}</p:titleStyle>"
        f"<p:bodyStyle>{corps}</p:bodyStyle><p:otherStyle>{autres}</p:otherStyle></p:txStyles>"
    )


def _csld(
    nom: str, decor: tuple[Trait, ...], zones: tuple[Zone, ...], *, fond: bool = False
) -> str:
    formes = [_trait(trait, 100 + rang) for rang, trait in enumerate(decor)]
    formes += [_zone(zone, 2 + rang) for rang, zone in enumerate(zones)]
    blanc = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/>'
    arriere = f"{blanc}</p:bgPr></p:bg>" if fond else ""
    nomme = f" name={quoteattr(nom)}" if nom else ""
    arbre = f"<p:spTree>{_RACINE}{''.join(formes)}</p:spTree>"
    return f"<p:cSld {ESPACES}{nomme}>{arriere}{arbre}</p:cSld>"


def _cadre(boite: Boite) -> str:
    x, y, large, haut = (emu(mesure) for mesure in boite)
    return (
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{large}" cy="{haut}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _plein(couleur: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{couleur}"/></a:solidFill>'


def _trait(trait: Trait, numero_: int) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{numero_}" name={quoteattr(trait.nom)}/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{_cadre(trait.boite)}{_plein(trait.couleur)}'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _zone(zone: Zone, numero_: int) -> str:
    genre = f' type="{zone.genre}"' if zone.genre else ""
    idx = f' idx="{zone.idx}"' if zone.idx else ""
    fond = _plein(zone.fond) if zone.fond else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{numero_}" name={quoteattr(zone.nom)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{genre}{idx}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{_cadre(zone.boite)}{fond}</p:spPr><p:txBody>{_boite_de_texte(zone)}"
        f"<a:lstStyle>{_niveau(zone)}</a:lstStyle>{_invite(zone)}</p:txBody></p:sp>"
    )


def _boite_de_texte(zone: Zone) -> str:
    retrait = emu(zone.marge)
    droite = emu(zone.marge * 0.7)
    colonnes = f' numCol="{zone.colonnes}" spcCol="{emu(0.4)}"' if zone.colonnes > 1 else ""
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{retrait}" tIns="{droite}" rIns="{droite}" '
        f'bIns="{droite}"{colonnes} anchor="{zone.ancre}"><a:normAutofit/></a:bodyPr>'
    )


def _niveau(zone: Zone) -> str:
    gras = ' b="1"' if zone.gras else ' b="0"'
    retrait = emu(0.28) if zone.puce else 0
    puce = (
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/>'
        '<a:buChar char="•"/>'
        if zone.puce
        else "<a:buNone/>"
    )
    return (
        f'<a:lvl1pPr marL="{retrait}" indent="{-retrait}" algn="{zone.aligne}">{puce}'
        f'<a:defRPr lang="fr-FR" sz="{zone.taille * 100}"{gras}>{_plein(zone.couleur)}'
        "</a:defRPr></a:lvl1pPr>"
    )


def _invite(zone: Zone) -> str:
    if zone.genre == "sldNum":
        champ = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        return f'<a:p>{champ}<a:rPr lang="fr-FR"/><a:t>‹N°›</a:t></a:fld></a:p>'
    invite = "" if zone.genre == "ftr" else escape(zone.invite)
    return f'<a:p><a:r><a:rPr lang="fr-FR"/><a:t>{invite}</a:t></a:r></a:p>'
