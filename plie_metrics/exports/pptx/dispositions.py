"""The drawing of the template: what stands where on each slide, in inches of 13.33 × 7.5."""

from dataclasses import dataclass
from typing import Final

LARGEUR, HAUTEUR = 13.333, 7.5
MARGE: Final = 0.6
UTILE: Final = LARGEUR - 2 * MARGE

Boite = tuple[float, float, float, float]
"""Left, top, width, height."""

TITRE: Final[Boite] = (MARGE, 0.36, 10.1, 0.93)
SOUS_TITRE: Final[Boite] = (MARGE, 1.3, UTILE, 0.38)
CORPS: Final[Boite] = (MARGE, 1.82, UTILE, 4.9)
CORPS_GAUCHE: Final[Boite] = (MARGE, 1.82, 8.0, 4.9)
COMMENTAIRE: Final[Boite] = (9.0, 1.82, LARGEUR - MARGE - 9.0, 4.9)
PIED: Final[Boite] = (MARGE, 6.92, 8.6, 0.42)
BANDE: Final[Boite] = (9.4, 6.93, 2.75, 0.4)
NUMERO: Final[Boite] = (12.25, 6.92, LARGEUR - MARGE - 12.25, 0.42)
LOGO: Final[Boite] = (10.9, 0.36, LARGEUR - MARGE - 10.9, 0.75)

IDX_SOUS_TITRE, IDX_CORPS, IDX_COMMENTAIRE, IDX_PIED, IDX_NUMERO = 13, 14, 15, 11, 12


@dataclass(frozen=True)
class Zone:
    """A placeholder: its type in the file, its index, its place, its type size and colour."""

    nom: str
    genre: str
    idx: int
    boite: Boite
    taille: int
    couleur: str = "tx1"
    gras: bool = False
    ancre: str = "t"
    aligne: str = "l"
    fond: str = ""
    marge: float = 0.0
    colonnes: int = 1
    puce: bool = False
    invite: str = "Cliquez pour modifier"


@dataclass(frozen=True)
class Trait:
    """A plain rectangle of the decor, in a colour of the theme."""

    nom: str
    boite: Boite
    couleur: str


@dataclass(frozen=True)
class Disposition:
    """A layout: its name, its type in the file, its placeholders and its decor."""

    nom: str
    genre: str
    zones: tuple[Zone, ...]
    decor: tuple[Trait, ...] = ()
    pied: bool = True


titre: Final = Zone("Titre", "title", 0, TITRE, 26, gras=True, ancre="b", invite="Le constat")
sous_titre: Final = Zone(
    "Sous-titre", "body", IDX_SOUS_TITRE, SOUS_TITRE, 13, "tx2", invite="Ce qui est compté"
)
pied: Final = Zone("Pied de page", "ftr", IDX_PIED, PIED, 9, "tx2", ancre="ctr")
numero: Final = Zone("Numéro", "sldNum", IDX_NUMERO, NUMERO, 10, "tx2", ancre="ctr", aligne="r")


def _corps(boite: Boite, taille: int = 14, **plus: object) -> Zone:
    return Zone("Contenu", "", IDX_CORPS, boite, taille, **plus)  # type: ignore[arg-type]


def _texte(boite: Boite, taille: int, **plus: object) -> Zone:
    return Zone("Texte", "body", IDX_CORPS, boite, taille, **plus)  # type: ignore[arg-type]


commentaire: Final = Zone(
    "Commentaire", "body", IDX_COMMENTAIRE, COMMENTAIRE, 16, fond="bg2", marge=0.22
)
barre: Final = Trait("Filet du commentaire", (9.0, 1.82, 0.06, 4.9), "accent1")

COUVERTURE: Final = Disposition(
    "Couverture",
    "title",
    (
        Zone(
            *("Titre", "ctrTitle", 0, (1.0, 1.25, 10.6, 1.75), 40, "bg1", True, "b"),
            invite="Titre de la séance",
        ),
        Zone("Sous-titre", "subTitle", 1, (1.0, 3.15, 10.6, 0.6), 20, "bg1", invite="Date"),
        Zone("Repères", "body", IDX_CORPS, (1.0, 4.6, 7.6, 1.5), 14, "tx2"),
    ),
    (
        Trait("Fond", (0, 0, LARGEUR, 4.2), "accent1"),
        Trait("Filet", (0, 4.2, LARGEUR, 0.07), "accent2"),
    ),
    pied=False,
)
SOMMAIRE: Final = Disposition(
    "Sommaire",
    "obj",
    (titre, _texte(CORPS, 18, colonnes=1)),
)
VUE: Final = Disposition("Vue", "obj", (titre, sous_titre, _corps(CORPS)))
VUE_COMMENTEE: Final = Disposition(
    "Vue commentée", "twoObj", (titre, sous_titre, _corps(CORPS_GAUCHE), commentaire), (barre,)
)
TABLEAU: Final = Disposition("Tableau", "tbl", (titre, sous_titre, _corps(CORPS, 12)))
DECISIONS: Final = Disposition("Décisions", "obj", (titre, _texte(CORPS, 20, puce=True)))
SOURCES: Final = Disposition(
    "Définitions et sources", "obj", (titre, _texte((MARGE, 1.62, UTILE, 5.1), 12, colonnes=2))
)
DISPOSITIONS: Final = (COUVERTURE, SOMMAIRE, VUE, VUE_COMMENTEE, TABLEAU, DECISIONS, SOURCES)
"""In the order of the template; a PLIE's own template has at least these names and indexes."""
