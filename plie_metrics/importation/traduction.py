"""The spellings of a value, brought to the value of the contract."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from plie_metrics.importation.niveaux import COLONNE as NIVEAU
from plie_metrics.importation.niveaux import ECHELLE_2019, lire_niveau
from plie_metrics.importation.table_lue import ColonneLue
from plie_metrics.importation.textes import cle_texte
from plie_metrics.schema import Type

VRAIS: Final = ("true", "1", "oui", "vrai")
FAUX: Final = ("false", "0", "non", "faux")
BOOLEENS: Final[Mapping[str, str]] = MappingProxyType(
    {**dict.fromkeys(VRAIS, "true"), **dict.fromkeys(FAUX, "false")}
)


def a_traduire(lue: ColonneLue) -> bool:
    """True when the values of the column are compared with a list, not read as they stand."""
    texte = lue.colonne.type in (Type.TEXTE, Type.CATEGORIE)
    return lue.colonne.fermee or lue.colonne.type is Type.BOOLEEN or (texte and bool(lue.valeurs))


def lexique(lue: ColonneLue) -> dict[str, str]:
    """Key of a spelling (see `cle_texte`) → value of the contract; the mapping has the last word.

    The codes and the French labels are both understood; a label that reads as another code is not.
    """
    mots: dict[str, str] = {}
    if lue.colonne.type is Type.BOOLEEN:
        mots.update(BOOLEENS)
    modalites = lue.colonne.modalites
    mots.update({cle_texte(libelle): code for code, libelle in modalites.items()})
    mots.update({cle_texte(code): code for code in modalites})
    if lue.nom == NIVEAU and lue.echelle_2019:
        mots = dict(ECHELLE_2019)
    mots.update({cle_texte(source): code for source, code in lue.valeurs.items() if code})
    return mots


def traduire(lue: ColonneLue, mots: Mapping[str, str], texte: str) -> str | None:
    """The value of the contract for a text of the source, None when it is not understood."""
    cle = cle_texte(texte)
    if cle in mots:
        return mots[cle]
    return mots.get(lire_niveau(cle)) if lue.nom == NIVEAU else None


def traductions(lue: ColonneLue, textes: Iterable[str]) -> dict[str, str]:
    """Text → value, for the texts that are understood."""
    mots = lexique(lue)
    lus = ((texte, traduire(lue, mots, texte)) for texte in textes)
    return {texte: valeur for texte, valeur in lus if valeur is not None}
