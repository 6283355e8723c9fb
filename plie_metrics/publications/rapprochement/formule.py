"""An arithmetic over published figures, which names them by id and never carries a value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from plie_metrics.publications.chiffre import Chiffre

GENRES: Final = (
    "somme",
    "egalite",
    "inclusion",
    "rapport",
    "produit",
    "comptage",
    "cent",
    "fraction",
    "inverifiable",
)
CENT: Final = 100.0


@dataclass(frozen=True, slots=True)
class Terme:
    """A figure with its sign; `champ` may point at its printed numerator or denominator."""

    chiffre: str
    signe: int = 1
    champ: str = "nombre"


@dataclass(frozen=True, slots=True)
class Inconnue:
    """A count that the documents do not print: a whole number from 0 to the value of `maximum`.

    It joins the terms of `cote` (« haut » or « bas ») with `signe`.
    """

    maximum: str
    cote: str
    signe: int


@dataclass(frozen=True)
class Formule:
    """What should give the printed figure.

    somme, egalite (one term), cent (shares that should add up to 100), produit and comptage (how
    many figures) use `haut`; rapport divides the sum of `haut` by the sum of `bas`; inclusion
    says that the sum of `haut` may not exceed the printed figure; fraction is the numerator and
    denominator printed with the figure itself; inverifiable has nothing to compute.
    """

    genre: str
    haut: tuple[Terme, ...] = field(default=())
    bas: tuple[Terme, ...] = field(default=())
    inconnue: Inconnue | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """Every figure that the formula reads, each once, in order."""
        maximum = (self.inconnue.maximum,) if self.inconnue else ()
        return tuple(dict.fromkeys([t.chiffre for t in self.haut + self.bas] + list(maximum)))


def terme(texte: str) -> Terme:
    """`-ra2016.x#denominateur` → the denominator printed with ra2016.x, subtracted."""
    signe = -1 if texte.startswith("-") else 1
    chiffre, _, champ = texte.lstrip("+- ").partition("#")
    return Terme(chiffre, signe, champ or "nombre")


def termes(textes: Iterable[str]) -> tuple[Terme, ...]:
    """Several terms."""
    return tuple(terme(texte) for texte in textes)


def evaluer(
    formule: Formule, cible: Chiffre, chiffres: Mapping[str, Chiffre], inconnue: int = 0
) -> float | None:
    """The value of the formula, in the unit of the printed figure `cible`.

    None when there is nothing to compute: inverifiable, or a denominator that is zero.
    """
    match formule.genre:
        case "inverifiable":
            return None
        case "comptage":
            return float(len(formule.haut))
        case "fraction":
            return _quotient(cible.numerateur, cible.denominateur, cible)
        case "produit":
            return _produit(formule, cible, chiffres)
    haut = _somme(formule.haut, cible, chiffres) + _part(formule, "haut", inconnue)
    if formule.genre != "rapport":
        return haut
    bas = _somme(formule.bas, None, chiffres) + _part(formule, "bas", inconnue)
    haut = _somme(formule.haut, None, chiffres) + _part(formule, "haut", inconnue)
    return _quotient(haut, bas, cible)


def valeur(terme: Terme, chiffres: Mapping[str, Chiffre]) -> float:
    """The number that a term points at, without its sign."""
    chiffre = chiffres[terme.chiffre]
    nombre = chiffre.nombre if terme.champ == "nombre" else getattr(chiffre, terme.champ)
    return float(nombre)


def _somme(
    elements: tuple[Terme, ...], cible: Chiffre | None, chiffres: Mapping[str, Chiffre]
) -> float:
    return sum(t.signe * valeur(t, chiffres) * _unite(chiffres[t.chiffre], cible) for t in elements)


def _unite(chiffre: Chiffre, cible: Chiffre | None) -> float:
    """« 2/3 » beside « 61 % »: a ratio is compared with a percentage in the unit of the target."""
    if cible is not None and (chiffre.unite, cible.unite) == ("pourcent", "ratio"):
        return 1 / CENT
    if cible is not None and (chiffre.unite, cible.unite) == ("ratio", "pourcent"):
        return CENT
    return 1.0


def _part(formule: Formule, cote: str, inconnue: int) -> float:
    if formule.inconnue is None or formule.inconnue.cote != cote:
        return 0.0
    return float(formule.inconnue.signe * inconnue)


def _produit(formule: Formule, cible: Chiffre, chiffres: Mapping[str, Chiffre]) -> float:
    resultat = CENT if cible.unite == "pourcent" else 1.0
    for facteur in formule.haut:
        diviseur = CENT if chiffres[facteur.chiffre].unite == "pourcent" else 1.0
        resultat *= valeur(facteur, chiffres) / diviseur
    return resultat


def _quotient(haut: float | None, bas: float | None, cible: Chiffre) -> float | None:
    if haut is None or not bas:
        return None
    return haut / bas * (CENT if cible.unite == "pourcent" else 1.0)
