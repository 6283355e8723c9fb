"""Computed indicators as a person reads them: a value in its unit, lines of text, a flat table."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from plie_metrics.calcul.cible import Cible
from plie_metrics.calcul.lot import Lot
from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.calcul.reponse import motif, taux_realisation
from plie_metrics.catalogue import Indicateur
from plie_metrics.filtres import NOMS
from plie_metrics.presentation.formats import avec_unite, jour, jour_long, liste, nombre, pourcent
from plie_metrics.presentation.tableau import Colonne, Tableau, effectif, tableau, texte
from plie_metrics.schema import DIMENSIONS, libelle

Libelle = Callable[[str, str], str]
AUCUNE: Final = Cible()


def lisible(indicateur: Indicateur, valeur: float | None) -> str:
    """A value of the indicator, rounded, with its unit: « 570 entrées », « 43 % », « n. d. »."""
    if indicateur.forme == "pourcent":
        return pourcent(valeur, indicateur.decimales)
    unite = indicateur.unite
    return avec_unite(valeur, unite.singulier, unite.pluriel, indicateur.decimales)


def en_texte(arrete: date, lot: Lot, nommer: Libelle = libelle) -> Iterator[str]:
    """The answer, line by line; `nommer(dimension, code)` gives the name of a modality."""
    yield (
        f"Du {jour_long(lot.periode.du)} au {jour_long(lot.periode.au)} "
        f"(arrêté du {jour_long(arrete)})"
    )
    for nom, valeurs in lot.filtres.actifs.items():
        yield f"Filtre {NOMS[nom]} : {liste([nommer(nom, valeur) for valeur in valeurs])}"
    yield ""
    for nom, mesure in lot.mesures.items():
        yield _ligne(definition(nom), mesure, lot.cibles[nom])
    for nom, ventilation in lot.ventilation.items():
        yield ""
        dimensions = liste([DIMENSIONS[d].lower() for d in ventilation.dimensions])
        yield f"{definition(nom).titre}, par {dimensions}"
        if not ventilation.additif:
            yield "  (une même personne peut compter dans plusieurs lignes)"
        if ventilation.motif:
            yield f"  {ventilation.motif}"
        for cle, mesure in ventilation.cellules.items():
            noms = [nommer(d, code) for d, code in zip(lot.dimensions, cle, strict=True)]
            yield f"  {', '.join(noms)} : {_avec_parties(definition(nom), mesure)}"


def en_tableau(lot: Lot) -> Tableau:
    """The answer as one flat table of raw values: totals first, then the modalities."""
    colonnes = [texte("indicateur"), *(texte(dimension) for dimension in lot.dimensions)]
    chiffres = [_chiffre(nom) for nom in ("valeur", "numerateur", "denominateur")]
    cibles = [_chiffre(nom) for nom in ("objectif", "objectif_prorata", "taux_realisation")]
    lignes = [*_totaux(lot), *_modalites(lot)]
    entetes = [*colonnes, *chiffres, *cibles, texte("masque"), texte("motif")]
    du, au = jour(lot.periode.du), jour(lot.periode.au)
    return tableau(f"Indicateurs du {du} au {au}", entetes, lignes)


def _totaux(lot: Lot) -> Iterator[tuple[Any, ...]]:
    sans_modalite = ("",) * len(lot.dimensions)
    for nom, mesure in lot.mesures.items():
        yield nom, *sans_modalite, *_valeurs(mesure, lot.cibles[nom])


def _modalites(lot: Lot) -> Iterator[tuple[Any, ...]]:
    for nom, ventilation in lot.ventilation.items():
        for cle, mesure in ventilation.cellules.items():
            yield nom, *cle, *_valeurs(mesure, AUCUNE)


def _valeurs(mesure: Mesure, cible: Cible) -> tuple[Any, ...]:
    return (
        *(mesure.valeur, mesure.numerateur, mesure.denominateur),
        *(cible.objectif, cible.prorata, taux_realisation(mesure, cible)),
        *(mesure.masque or "", motif(mesure, cible) or ""),
    )


def _chiffre(nom: str) -> Colonne:
    return effectif(nom)


def _ligne(indicateur: Indicateur, mesure: Mesure, cible: Cible) -> str:
    suites = [f"{indicateur.titre} : {_avec_parties(indicateur, mesure)}"]
    if cible.objectif is not None:
        taux = pourcent(taux_realisation(mesure, cible), 1)
        suites.append(f"objectif {lisible(indicateur, cible.objectif)}, réalisé à {taux}")
    if cible.prorata is not None:
        suites.append(f"au prorata de l’objectif : {lisible(indicateur, cible.prorata)}")
    if (raison := motif(mesure, cible)) and mesure.masque is None:
        suites.append(raison)
    return " ; ".join(suites)


def _avec_parties(indicateur: Indicateur, mesure: Mesure) -> str:
    if mesure.masque is not None:
        return mesure.motif or "masqué"
    ecrit = lisible(indicateur, mesure.valeur)
    if mesure.numerateur is None or mesure.denominateur is None:
        return ecrit
    ecrit += f" ({_partie(mesure.numerateur)} / {_partie(mesure.denominateur)})"
    if mesure.bornes is None:
        return ecrit
    basse, haute = (lisible(indicateur, borne) for borne in mesure.bornes)
    return f"{ecrit}, entre {basse} et {haute} selon ce que sont les cas inconnus"


def _partie(valeur: float) -> str:
    return nombre(valeur, 0 if float(valeur).is_integer() else 1)
