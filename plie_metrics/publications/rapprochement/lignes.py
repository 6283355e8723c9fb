"""How the lines of a printed table look to a verification that reads them alone."""

from collections.abc import Iterable
from typing import Final

from plie_metrics.publications.chiffre import Chiffre
from plie_metrics.publications.rapprochement.formule import Terme

SELON: Final = {
    "classe_age": "par âge",
    "sexe": "par sexe",
    "commune": "par commune",
    "prescripteur": "par prescripteur",
    "motif_sortie": "par motif",
    "type_contrat": "par type de contrat",
    "secteur": "par secteur",
    "qpv": "par quartier",
    "financeur": "par financeur",
    "type_etape": "par type d'étape",
    "objet": "par objet",
    "type_structure": "par type de structure",
    "parcours": "par parcours",
}
MUETTES: Final = ("", "%", "phrase", "réalisation", "nombre", "pourcentage")
PARTS: Final = ("part",)


def selon(cle: str) -> str:
    """`"classe_age"` → « par âge »."""
    return SELON.get(cle, f"par {cle.replace('_', ' ')}")


def nom(chiffre: Chiffre) -> str:
    """The line of a figure, and its column where that says something more."""
    if chiffre.colonne.casefold() in MUETTES:
        return chiffre.ligne
    return f"{chiffre.ligne} ({chiffre.colonne})"


def termes_de(chiffres: Iterable[Chiffre]) -> tuple[Terme, ...]:
    """These figures, added."""
    return tuple(Terme(chiffre.id) for chiffre in chiffres)


def est_total(chiffre: Chiffre) -> bool:
    """True for a line or a column printed « Total »."""
    mots = f"{chiffre.ligne} {chiffre.colonne}".casefold().split()
    return "total" in mots or ".total" in chiffre.id


def semblables(un: Chiffre, autre: Chiffre) -> bool:
    """True when two figures could be added: same unit, nature and period."""
    return (un.unite, un.nature, un.debut, un.fin) == (
        autre.unite,
        autre.nature,
        autre.debut,
        autre.fin,
    )


def sans_regroupement(cle: str, elements: list[Chiffre]) -> list[Chiffre]:
    """Without a line that gathers others of the same list (« Pôle emploi + Département »)."""
    seules = {element.modalites[cle] for element in elements}
    return [
        element
        for element in elements
        if not ("+" in (texte := element.modalites[cle]) and set(texte.split("+")) <= seules)
    ]
