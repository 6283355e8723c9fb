"""The table that State financeurs know: two past years, this one as foreseen, the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from plie_metrics.calcul.registre import definition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.objectifs.projection import Projection
from plie_metrics.periodes import Periode, annee, annee_a_date
from plie_metrics.planches.mots import brut, les_filtres, provenance
from plie_metrics.planches.objectif_choisi import indicateur_choisi
from plie_metrics.planches.planche import Forme, Planche, PlancheIndisponible
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import jour, nombre, pourcent
from plie_metrics.presentation.tableau import Colonne, Tableau, effectif, tableau, texte

LIGNES: Final = ("entrees", "file_active", "sorties", "sorties_positives", "personnes_accompagnees")
TEMOIN: Final = "sorties"
"""A year without any exit is out of the extract: its figures are not known, they are not 0."""


@dataclass(frozen=True)
class _Ligne:
    ident: str
    passees: tuple[Any, Any]
    realise: Any
    prevision: float | None
    intervalle: str
    cible: float | None


def annuel(regard: Regard) -> Planche:
    """Realised N-2 and N-1, this year to date, updated forecast and target, by indicator."""
    arrete = regard.identite.arrete
    try:
        lignes = [_ligne(regard, ident) for ident in LIGNES]
    except ErreurPlie as refus:
        raise PlancheIndisponible(str(refus)) from None
    titre = _titre(regard, lignes)
    return Planche(
        "objectifs.annuel",
        titre,
        resume=f"{titre}.",
        tableau=_tableau(regard, lignes),
        sous_titre=f"Réalisé, prévision actualisée et cible · {les_filtres(regard)}",
        forme=Forme(
            "barres_groupees",
            "Indicateur",
            (f"Réalisé {arrete.year - 1}", f"Réalisé au {jour(arrete)}", "Cible"),
        ),
        phrases=(f"{titre}.",),
        indicateurs=LIGNES,
        source=f"{provenance(regard)}. La prévision actualisée compte les saisies encore attendues "
        "et les mois à venir ; « n. d. » : sans objectif, hors de l’extrait ou non montré.",
    )


def _ligne(regard: Regard, ident: str) -> _Ligne:
    arrete = regard.identite.arrete
    suivi = regard.suivis().get(ident)
    lot = regard.lot((), LIGNES, periode=annee_a_date(arrete))
    cible = suivi.objectif.cible if suivi else lot.cibles[ident].objectif
    prevu = suivi.projection if suivi else None
    intervalle = _intervalle(prevu) if prevu else ""
    return _Ligne(
        ident,
        (
            _passee(regard, ident, annee(arrete.year - 2)),
            _passee(regard, ident, annee(arrete.year - 1)),
        ),
        brut(lot.mesures[ident]),
        prevu.valeur if prevu else None,
        intervalle,
        cible,
    )


def _intervalle(prevu: Projection) -> str:
    """« 574 à 647 »; nothing when all is known already, or without a past year."""
    bas, haut = nombre(prevu.bas80), nombre(prevu.haut80)
    return "" if prevu.bas80 is None or bas == haut else f"{bas} à {haut}"


def _passee(regard: Regard, ident: str, periode: Periode) -> Any:
    lot = regard.lot((), LIGNES, periode=periode)
    temoin = lot.mesures[TEMOIN]
    if temoin.masque is None and not temoin.valeur:
        return None
    return brut(lot.mesures[ident])


def _titre(regard: Regard, lignes: Sequence[_Ligne]) -> str:
    ident, an = indicateur_choisi(regard).id, regard.identite.arrete.year
    ligne = next(li for li in lignes if li.ident == ident)
    nom = definition(ident).titre_court
    avant = ligne.passees[1]
    suite = f", après {nombre(avant)} en {an - 1}" if isinstance(avant, int | float) else ""
    if not isinstance(ligne.realise, int | float):
        return f"{nom} : {an - 2}, {an - 1} et {an}"
    if ligne.prevision is None or ligne.cible is None:
        cible = "" if ligne.cible is None else f" pour {nombre(ligne.cible)} visées"
        return f"{nom} : {nombre(ligne.realise)} au {jour(regard.identite.arrete)}{cible}{suite}"
    if ligne.prevision == ligne.realise:
        return f"{nom} : {nombre(ligne.realise)} en {an} pour {nombre(ligne.cible)} visées{suite}"
    return f"{nom} : {nombre(ligne.prevision)} prévues en {an} pour {nombre(ligne.cible)}{suite}"


def _tableau(regard: Regard, lignes: Sequence[_Ligne]) -> Tableau:
    arrete = regard.identite.arrete
    an = arrete.year
    colonnes: list[Colonne] = [
        texte("Indicateur"),
        effectif(f"Réalisé {an - 2}"),
        effectif(f"Réalisé {an - 1}"),
        effectif(f"Réalisé au {jour(arrete)}"),
        effectif(f"Prévision actualisée {an}"),
        effectif("Intervalle à 80 %", str),
        effectif("Cible"),
        effectif("Prévision / cible", lambda taux: pourcent(taux, 1)),
    ]
    corps = [
        (
            definition(li.ident).titre_court,
            *li.passees,
            li.realise,
            li.prevision,
            li.intervalle,
            li.cible,
            li.prevision / li.cible if li.prevision is not None and li.cible else None,
        )
        for li in lignes
    ]
    return tableau(f"Trois années, {les_filtres(regard)}", colonnes, corps)
