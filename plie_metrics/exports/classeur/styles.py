"""The styles of the workbook: one format object for each look, made once."""

from dataclasses import dataclass, field
from typing import Any, Final

from plie_metrics.presentation import palette

POLICE: Final = "Arial"
HACHURES: Final = 14
"""The pattern « hachures fines » of a spreadsheet."""


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook."""

    classeur: Any
    _faits: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def style(self, **voulu: Any) -> Any:
        """The format with these properties."""
        complet = {"font_name": POLICE, "font_size": 10, "font_color": palette.TEXTE, **voulu}
        cle = tuple(sorted(complet.items()))
        if cle not in self._faits:
            self._faits[cle] = self.classeur.add_format(complet)
        return self._faits[cle]

    @property
    def titre(self) -> Any:
        """The finding at the top of a sheet."""
        return self.style(bold=True, font_size=14)

    @property
    def discret(self) -> Any:
        """What is counted, sources."""
        return self.style(font_color=palette.SECONDAIRE)

    @property
    def texte(self) -> Any:
        """Words that may take several lines."""
        return self.style(text_wrap=True, valign="top")

    @property
    def alerte(self) -> Any:
        """That the data is a demonstration."""
        return self.style(bold=True, font_color=palette.SECONDE_TEXTE)

    def entete(self, *, numerique: bool = False) -> Any:
        """A heading of a column."""
        return self.style(
            bold=True,
            text_wrap=True,
            valign="bottom",
            align="right" if numerique else "left",
            bg_color=palette.FOND,
            bottom=2,
            bottom_color=palette.REALISE,
        )

    def nombre(self, forme: str, *, total: bool = False) -> Any:
        """A number in that number format."""
        return self.style(num_format=forme, align="right", **_ligne(total))

    def mots(self, *, total: bool = False, numerique: bool = False) -> Any:
        """Words in a table."""
        cote = "right" if numerique else "left"
        return self.style(align=cote, valign="top", text_wrap=not numerique, **_ligne(total))

    def masque(self, *, total: bool = False) -> Any:
        """A hidden value: hatched, and its words."""
        return self.style(
            italic=True,
            align="right",
            font_color=palette.SECONDAIRE,
            pattern=HACHURES,
            fg_color=palette.BORDURE,
            bg_color="#FFFFFF",
            **_ligne(total),
        )


def _ligne(total: bool) -> dict[str, Any]:
    if total:
        return {"bold": True, "top": 1, "top_color": palette.SECONDAIRE}
    return {"bottom": 1, "bottom_color": palette.PISTE}
