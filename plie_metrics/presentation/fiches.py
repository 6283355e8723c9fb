"""The catalogue as a person reads it: one sheet an indicator, in French, without a code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from plie_metrics.catalogue import CONTRAT, Indicateur
from plie_metrics.presentation.formats import liste, nombre
from plie_metrics.presentation.phrases import minuscule
from plie_metrics.schema.dimensions import DIMENSIONS

FAMILLES: Final = {
    "entrees": "Entrées",
    "file_active": "File active",
    "sorties": "Sorties",
    "etapes": "Étapes",
    "publics": "Publics",
    "clauses": "Clauses",
    "prescriptions": "Prescriptions",
}
NATURES: Final = {
    "flux": "flux de la période",
    "stock": "stock au dernier jour",
    "taux": "taux",
    "moyenne": "moyenne",
    "part": "part",
}
OBJECTIFS: Final = {
    "cumul": "à cumuler sur la période ; son prorata est linéaire",
    "niveau": "un niveau à tenir, qui ne se cumule pas ; le dépasser n'est pas un succès en soi",
    None: "aucun",
}


@dataclass(frozen=True)
class Fiche:
    """One indicator: its title, its definition, its lines « nom : texte », its limits."""

    id: str
    titre: str
    definition: str
    lignes: tuple[tuple[str, str], ...]
    limites: tuple[str, ...]


def familles(catalogue: Mapping[str, Indicateur]) -> dict[str, str]:
    """The families that hold an indicator, in the catalogue's order: code → title."""
    codes = dict.fromkeys(indicateur.famille for indicateur in catalogue.values())
    return {code: FAMILLES[code] for code in codes}


def fiches(
    catalogue: Mapping[str, Indicateur],
    titres_documents: Mapping[str, str],
    *,
    famille: str,
    cherche: str = "",
) -> list[Fiche]:
    """The sheets of a family; with `cherche`, of every family whose words hold that text."""
    voulus: Iterable[Indicateur] = catalogue.values()
    if mots := cherche.strip().casefold():
        voulus = (i for i in voulus if mots in _mots(i))
    else:
        voulus = (i for i in voulus if i.famille == famille)
    return [_fiche(indicateur, titres_documents) for indicateur in voulus]


def _mots(indicateur: Indicateur) -> str:
    textes = (indicateur.titre, indicateur.titre_court, indicateur.definition, indicateur.formule)
    return " ".join(textes).casefold().replace("’", "'")


def _fiche(indicateur: Indicateur, titres: Mapping[str, str]) -> Fiche:
    lignes = [("Calcul", indicateur.formule)]
    if indicateur.numerateur and indicateur.denominateur:
        lignes.append(("Rapport", f"{indicateur.numerateur} / {indicateur.denominateur}"))
    lignes += [
        ("Nature", f"{NATURES[indicateur.nature]}, {_unite(indicateur)}"),
        ("Sens", indicateur.sens),
        ("Objectif", OBJECTIFS[indicateur.type_objectif]),
        ("Ventilations", _ventilations(indicateur)),
        ("Source", _sources(indicateur, titres)),
        ("Version", f"définition n° {nombre(indicateur.version)}"),
    ]
    return Fiche(
        indicateur.id,
        indicateur.titre,
        indicateur.definition,
        tuple(lignes),
        indicateur.limites,
    )


def _unite(indicateur: Indicateur) -> str:
    precision = "" if not indicateur.decimales else f", {indicateur.decimales} décimale"
    return f"en {indicateur.unite.pluriel}{precision}"


def _ventilations(indicateur: Indicateur) -> str:
    noms = liste([minuscule(DIMENSIONS[dimension]) for dimension in indicateur.ventilations])
    if not indicateur.non_additif:
        return noms
    doubles = liste([minuscule(DIMENSIONS[dimension]) for dimension in indicateur.non_additif])
    return f"{noms} ; par {doubles}, une personne peut compter plusieurs fois"


def _sources(indicateur: Indicateur, titres: Mapping[str, str]) -> str:
    sections: dict[str, list[str]] = {}
    for source in indicateur.sources:
        sections.setdefault(source.document, []).append(f"« {source.section} »")
    textes = [
        f"{titres.get(document, document)}, {liste(passages)}"
        for document, passages in sections.items()
        if document != CONTRAT
    ]
    if CONTRAT in sections:
        textes.append("convention de ce tableau de bord")
    return " ; ".join(textes)
