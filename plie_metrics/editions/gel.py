"""A planche becomes a view whose figures no longer move."""

import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from plie_metrics.calcul.registre import definition
from plie_metrics.editions.formes import MOTS, code
from plie_metrics.editions.modele import (
    ArreteFige,
    Cellule,
    ChiffreFige,
    ColonneFigee,
    DefinitionFigee,
    TableauFige,
    VueFigee,
)
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches.mots import chiffre, de_quoi
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.regard import Identite, Regard
from plie_metrics.presentation.tableau import Colonne, Masquee, Tableau
from plie_metrics.typographie import typographier


def figer(planche: Planche, regard: Regard, *, commentaire: str = "", notes: str = "") -> VueFigee:
    """The view of a planche made from that look; its gate has masked what its profile may not see.

    Nothing that the look holds beyond the planche is kept.
    """
    brut = planche.specification
    return VueFigee(
        planche.cle,
        typographier(planche.titre),
        typographier(planche.resume),
        figer_tableau(planche.tableau),
        regard.periode,
        regard.filtres,
        typographier(de_quoi(regard, filtree=planche.filtree)),
        dict(regard.choix),
        typographier(planche.sous_titre),
        typographier(planche.source),
        planche.forme,
        None if brut is None else _en_clair(brut),
        planche.indicateurs,
        tuple(map(typographier, planche.phrases)),
        commentaire,
        notes,
        tuple(_chiffres(planche.indicateurs, regard)),
        regard.identite.nom,
    )


def figer_arrete(identite: Identite) -> ArreteFige:
    """The snapshot of a look."""
    return ArreteFige(
        identite.nom,
        identite.arrete,
        identite.empreinte,
        identite.source,
        identite.demonstration,
    )


def figer_definitions(identifiants: Iterable[str]) -> tuple[DefinitionFigee, ...]:
    """The definitions as they stand today, once each, in the order of the catalogue."""
    connues = sorted((definition(ident) for ident in set(identifiants)), key=lambda i: i.rang)
    return tuple(
        DefinitionFigee(
            i.id,
            i.version,
            i.titre,
            i.definition,
            i.formule,
            tuple(f"{source.document}, {source.section}" for source in i.sources),
        )
        for i in connues
    )


def figer_tableau(tableau: Tableau) -> TableauFige:
    """The raw numbers, their French texts and what is masked."""
    textes = tableau.textes()
    return TableauFige(
        typographier(tableau.legende),
        tuple(
            _colonne(colonne, [ligne[rang] for ligne in tableau.lignes])
            for rang, colonne in enumerate(tableau.colonnes)
        ),
        tuple(
            tuple(_cellule(texte, brut) for texte, brut in zip(ecrits, ligne, strict=True))
            for ecrits, ligne in zip(textes, tableau.lignes, strict=True)
        ),
        tableau.total,
    )


def _chiffres(identifiants: Iterable[str], regard: Regard) -> Iterator[ChiffreFige]:
    """Those that the profile may ask for."""
    for ident in identifiants:
        with suppress(ErreurPlie):
            mesure = regard.mesure(ident)
            masquee = mesure.masque is not None
            valeur = None if masquee else _nombre(mesure.valeur)
            ecrit = chiffre(ident, mesure)
            yield ChiffreFige(ident, definition(ident).version, ecrit, valeur, masquee)


def _colonne(colonne: Colonne, valeurs: list[Any]) -> ColonneFigee:
    if not colonne.numerique:
        return ColonneFigee(colonne.titre)
    nombres = [n for n in map(_nombre, valeurs) if n is not None]
    forme = code(colonne.forme, nombres) if nombres else MOTS
    return ColonneFigee(colonne.titre, True, forme)


def _cellule(texte: str, brut: Any) -> Cellule:
    return Cellule(texte, _nombre(brut), isinstance(brut, Masquee))


def _nombre(brut: Any) -> int | float | None:
    if isinstance(brut, bool | str) or not hasattr(brut, "__float__"):
        return None
    valeur = float(brut)
    if math.isnan(valeur) or math.isinf(valeur):
        return None
    return int(valeur) if valeur.is_integer() and abs(valeur) < 2**53 else valeur


def _en_clair(brut: Any) -> Any:
    """Plain JSON: no NaN, no number of an array library, no tuple."""
    if isinstance(brut, Mapping):
        return {str(nom): _en_clair(valeur) for nom, valeur in brut.items()}
    if isinstance(brut, list | tuple):
        return [_en_clair(valeur) for valeur in brut]
    if brut is None or isinstance(brut, str | bool):
        return brut
    return _nombre(brut) if hasattr(brut, "__float__") else str(brut)
