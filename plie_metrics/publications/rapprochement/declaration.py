"""Declared cases: what to verify and, where it differs, the explanation to put to the test."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.publications.rapprochement.formule import (
    GENRES,
    Formule,
    Inconnue,
    terme,
    termes,
)

MODES: Final = ("troncature", "cumul_arrondis", "tiers", "autre_base")
CHAMPS: Final = frozenset(
    ("id", "titre", "imprime", "genre", "termes", "denominateur", "raison", "rang", "voisins")
) | {"pour", "note_imprimee", "hypothese"}
CHAMPS_EXPLICATION: Final = frozenset(
    ("texte", "genre", "termes", "denominateur", "inconnue", "mode", "citation", "chiffre")
)


class DeclarationInvalide(ErreurPlie):
    """A declared case cannot be read; the message names the file, the case and the remedy."""


@dataclass(frozen=True)
class Explication:
    """Why a printed figure differs: a printed note, or a hypothesis.

    Its `formule` must give the printed figure, or its `mode` of rounding must (« autre_base »:
    the shares may be those of another whole, which they do not exceed); the `citation` of a note
    must be found in the transcription of the figure `chiffre`.
    """

    texte: str
    note: bool
    formule: Formule | None
    mode: str
    citation: str
    chiffre: str


@dataclass(frozen=True)
class Declaration:
    """One verification to make: the printed figure `imprime` against `formule`.

    `raison` says why an unverifiable figure is one; `voisins` are other figures that the case
    speaks of.
    """

    id: str
    titre: str
    imprime: str
    formule: Formule
    raison: str = ""
    explication: Explication | None = None
    rang: int = 0
    voisins: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every figure the case reads or cites, the printed one first."""
        autres: list[str] = list(self.formule.ids)
        if self.explication:
            autres += self.explication.formule.ids if self.explication.formule else ()
            autres += [self.explication.chiffre] if self.explication.chiffre else []
        return tuple(dict.fromkeys([self.imprime, *autres, *self.voisins]))


def declarations(nom: str, contenu: Mapping[str, Any]) -> tuple[Declaration, ...]:
    """The cases of one file, `nom`, whose parsed TOML is `contenu`; templates are unfolded.

    Raises DeclarationInvalide.
    """
    return tuple(_declaration(nom, brut) for modele in contenu["cas"] for brut in _deplier(modele))


def _deplier(modele: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A case with `pour = { c = ["femme", "homme"] }` stands for one case per value of {c}.

    `pour = [{ c = "x", l = "y" }]` gives the values of several names together.
    """
    pour = modele.get("pour", {})
    if isinstance(pour, list):
        yield from (_remplacer(modele, valeurs) for valeurs in pour)
        return
    for combinaison in product(*pour.values()):
        yield _remplacer(modele, dict(zip(pour, combinaison, strict=True)))


def _remplacer(contenu: Any, valeurs: dict[str, str]) -> Any:
    if isinstance(contenu, str):
        for cle, valeur in valeurs.items():
            contenu = contenu.replace(f"{{{cle}}}", valeur)
        return contenu
    if isinstance(contenu, dict):
        return {cle: _remplacer(v, valeurs) for cle, v in contenu.items()}
    if isinstance(contenu, list):
        return [_remplacer(element, valeurs) for element in contenu]
    return contenu


def _declaration(nom: str, brut: dict[str, Any]) -> Declaration:
    ou = f"{nom}, cas « {brut.get('id', '?')} »"
    _refuser_inconnus(ou, brut, CHAMPS)
    for champ in ("id", "titre", "imprime", "genre"):
        if champ not in brut:
            raise DeclarationInvalide(f"{ou} : le champ « {champ} » manque.")
    if brut["genre"] == "inverifiable" and not ("raison" in brut or "hypothese" in brut):
        raise DeclarationInvalide(
            f"{ou} : un chiffre invérifiable demande une « raison » ou une « hypothese »."
        )
    return Declaration(
        id=brut["id"],
        titre=brut["titre"],
        imprime=brut["imprime"],
        formule=_formule(ou, brut),
        raison=brut.get("raison", ""),
        explication=_explication(ou, brut),
        rang=brut.get("rang", 0),
        voisins=tuple(brut.get("voisins", ())),
    )


def _explication(ou: str, brut: dict[str, Any]) -> Explication | None:
    if "note_imprimee" in brut and "hypothese" in brut:
        raise DeclarationInvalide(f"{ou} : choisissez entre note_imprimee et hypothese.")
    note = "note_imprimee" in brut
    donnee = brut.get("note_imprimee" if note else "hypothese")
    if donnee is None:
        return None
    _refuser_inconnus(ou, donnee, CHAMPS_EXPLICATION)
    if note and not (donnee.get("citation") and donnee.get("chiffre")):
        raise DeclarationInvalide(f"{ou} : une note imprimée se cite (citation, chiffre).")
    if donnee.get("mode", MODES[0]) not in MODES:
        raise DeclarationInvalide(f"{ou} : modes prévus : {', '.join(MODES)}.")
    formule = _formule(ou, donnee) if "genre" in donnee else None
    if formule and brut["imprime"] in formule.ids:
        raise DeclarationInvalide(
            f"{ou} : l'explication ne peut pas se servir du chiffre expliqué."
        )
    return Explication(
        texte=donnee["texte"],
        note=note,
        formule=formule,
        mode=donnee.get("mode", ""),
        citation=donnee.get("citation", ""),
        chiffre=donnee.get("chiffre", ""),
    )


def _formule(ou: str, brut: dict[str, Any]) -> Formule:
    if brut["genre"] not in GENRES:
        raise DeclarationInvalide(f"{ou} : genres prévus : {', '.join(GENRES)}.")
    return Formule(
        brut["genre"],
        termes(brut.get("termes", ())),
        termes(brut.get("denominateur", ())),
        _inconnue(brut.get("inconnue")),
    )


def _inconnue(brut: dict[str, str] | None) -> Inconnue | None:
    if brut is None:
        return None
    return Inconnue(brut["maximum"], brut["cote"], terme(f"{brut['signe']}x").signe)


def _refuser_inconnus(ou: str, brut: Mapping[str, Any], prevus: frozenset[str]) -> None:
    if inconnus := sorted(set(brut) - prevus):
        raise DeclarationInvalide(f"{ou} : champ inconnu « {inconnus[0]} ».")
