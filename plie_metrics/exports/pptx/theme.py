"""The theme of the template: the palette by meaning, a typeface that every office suite has."""

from typing import Final

from plie_metrics.presentation import palette

POLICE: Final = "Arial"
"""On every machine, or one of the same widths (Liberation Sans): what fits here fits there."""
COULEURS: Final = {
    "dk1": palette.TEXTE,
    "lt1": "#FFFFFF",
    "dk2": palette.SECONDAIRE,
    "lt2": palette.FOND,
    "accent1": palette.REALISE,
    "accent2": palette.SECONDE,
    "accent3": palette.TROISIEME,
    "accent4": palette.RETARD,
    "accent5": palette.REPERE,
    "accent6": palette.SECONDE_TEXTE,
    "hlink": palette.TROISIEME,
    "folHlink": palette.SECONDAIRE,
}
_A: Final = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def theme_xml() -> bytes:
    """The theme part, whole."""
    couleurs = "".join(
        f'<a:{nom}><a:srgbClr val="{code.lstrip("#")}"/></a:{nom}>'
        for nom, code in COULEURS.items()
    )
    police = f'<a:latin typeface="{POLICE}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme {_A} name="PLIE"><a:themeElements>'
        f'<a:clrScheme name="PLIE">{couleurs}</a:clrScheme>'
        f'<a:fontScheme name="PLIE"><a:majorFont>{police}</a:majorFont>'
        f"<a:minorFont>{police}</a:minorFont></a:fontScheme>{_formes()}"
        "</a:themeElements></a:theme>"
    ).encode()


def _formes() -> str:
    """Plain fills and lines: no gradient, no shadow."""
    plein = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    trait = f'<a:ln w="9525">{plein}<a:prstDash val="solid"/></a:ln>'
    effet = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:fmtScheme name="PLIE"><a:fillStyleLst>{plein * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{trait * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effet * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{plein * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
