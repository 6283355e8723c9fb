"""The files that an edition becomes, by the name of their format.

To add one: a function of an `Edition` in a module of its own, and a line in FORMATS.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, Protocol

from plie_metrics.editions.modele import Edition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.exports.avancement import Avancer, sans_suivi
from plie_metrics.typographie import typographier

TOUT: Final = "tout"


class FormatInconnu(ErreurPlie):
    """A format that no module makes; those that exist are told."""


class Fabrique(Protocol):
    """Makes the bytes of a file; `avancer` is told how far it is."""

    def __call__(self, edition: Edition, *, avancer: Avancer = sans_suivi) -> bytes:
        """The file of this edition."""


@dataclass(frozen=True)
class Format:
    """A format: `fabriquer` makes the bytes and raises ErreurPlie, in French, when it cannot.

    `libelle` is read on the button; `suffixe` tells two files of the same extension apart.
    """

    nom: str
    libelle: str
    extension: str
    mime: str
    fabriquer: Fabrique
    suffixe: str = ""

    def fichier(self, edition: Edition) -> str:
        """The name of the file: « 2017-01-20-copil.pptx », « …-brouillon.pptx » for a draft."""
        etat = "" if edition.figee else "-brouillon"
        return f"{edition.identifiant}{self.suffixe}{etat}.{self.extension}"


def au_besoin(module: str, fonction: str) -> Fabrique:
    """A maker whose libraries are read on its first use: a page opens without them."""

    def fabriquer(edition: Edition, *, avancer: Avancer = sans_suivi) -> bytes:
        faire: Any = getattr(import_module(f"plie_metrics.exports.{module}"), fonction)
        octets: bytes = faire(edition, avancer=avancer)
        return octets

    return fabriquer


_BUREAU: Final = "application/vnd.openxmlformats-officedocument."
LIGNES: Final[tuple[Format, ...]] = (
    Format(
        "pptx",
        "Présentation PowerPoint",
        "pptx",
        f"{_BUREAU}presentationml.presentation",
        au_besoin("pptx.presentation", "en_pptx"),
    ),
    Format(
        "xlsx",
        "Classeur Excel",
        "xlsx",
        f"{_BUREAU}spreadsheetml.sheet",
        au_besoin("classeur.edition", "en_classeur"),
    ),
    Format(
        "html",
        "Diaporama (sans réseau ni logiciel)",
        "html",
        "text/html",
        au_besoin("diaporama", "en_diaporama"),
    ),
    Format(
        "lettre",
        "Lettre d’information (courriel)",
        "eml",
        "message/rfc822",
        au_besoin("lettre.message", "en_message"),
        "-lettre",
    ),
    Format(
        "lettre-pdf",
        "Lettre d’information (PDF)",
        "pdf",
        "application/pdf",
        au_besoin("lettre.page", "en_page"),
        "-lettre",
    ),
    Format(
        "docx",
        "Rapport d’activité à compléter (Word)",
        "docx",
        f"{_BUREAU}wordprocessingml.document",
        au_besoin("docx.rapport", "en_docx"),
        "-rapport",
    ),
    Format("pdf", "Rapport PDF", "pdf", "application/pdf", au_besoin("pdf.rapport", "en_pdf")),
)
FORMATS: Final[Mapping[str, Format]] = MappingProxyType({f.nom: f for f in LIGNES})


def format_de(nom: str) -> Format:
    """The format of that name; raises FormatInconnu."""
    if nom not in FORMATS:
        connus = ", ".join([*FORMATS, TOUT])
        raise FormatInconnu(
            typographier(f"Le format « {nom} » n'existe pas ; formats possibles : {connus}.")
        )
    return FORMATS[nom]
