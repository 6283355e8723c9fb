"""Key figures with their change since what they are compared with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.planches.mots import (
    avec_son_unite,
    brut,
    chiffre,
    colonne,
    de_quoi,
    la_periode,
    parties,
    provenance,
)
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import avec_unite, jour, nombre, points
from plie_metrics.presentation.tableau import Colonne, tableau, texte

Tendance = Literal["mieux", "moins bien", ""]
CLES: Final = (
    "personnes_accompagnees",
    "mises_emploi",
    "taux_sorties_positives_net",
    "duree_moyenne_parcours",
    "part_qpv",
    "clauses_heures",
)
BISSEXTILE: Final = 1
"""Day by which two years may differ."""
MASQUE: Final = "▨\u00a0masqué"
AVEC_UNITE: Final = ("mois", "ans", "etp")


@dataclass(frozen=True)
class Cle:
    """A key figure as it is read.

    `evolution`: its change in words, "" when there is none; `ecart`: the change alone.
    """

    ident: str
    nom: str
    valeur: str
    note: str
    evolution: str
    tendance: Tendance
    ecart: str = ""


def chiffre_cle(regard: Regard, ident: str) -> Cle:
    """One indicator of the look, beside what it was."""
    mesure = regard.mesure(ident)
    avant = regard.avant.mesure(ident) if regard.avant else None
    ecart = _ecart(mesure, avant)
    ecrit = "" if ecart is None else _ecrit(ident, ecart)
    return Cle(
        ident,
        definition(ident).titre,
        _valeur(ident, mesure),
        _note(ident, mesure),
        f"{ecrit} {regard.comparaison}" if ecrit else "",
        _tendance(ident, ecart) if _comparable(regard, ident) else "",
        ecrit,
    )


def _valeur(ident: str, mesure: Mesure) -> str:
    """Large type: why a figure is hidden is said in the note, under its name."""
    if mesure.masque is not None:
        return MASQUE
    if definition(ident).forme in AVEC_UNITE:
        return avec_son_unite(ident, mesure)
    return chiffre(ident, mesure)


def chiffres_cles(regard: Regard) -> Planche:
    """The key figures as a table: the look, what it was, the change; each keeps its own form."""
    cles = [chiffre_cle(regard, ident) for ident in CLES]
    depuis = f", évolutions {regard.comparaison}" if regard.avant else ""
    phrases = tuple(_phrase(cle) for cle in cles)
    return Planche(
        "synthese.cles",
        _titre(regard, cles[0]),
        resume=" ".join(phrases),
        tableau=tableau(
            f"Chiffres clés, {de_quoi(regard)}{depuis}",
            [texte("Arrêté et période"), *map(_colonne, CLES)],
            [*_lignes(regard), *([("Évolution", *map(_change, cles))] if regard.avant else [])],
        ),
        sous_titre=f"{de_quoi(regard)}{depuis}",
        phrases=phrases,
        indicateurs=CLES,
        source=provenance(regard),
    )


def _titre(regard: Regard, cle: Cle) -> str:
    """« 1 525 personnes accompagnées, +42 depuis le 30/09/2016 »."""
    combien = regard.mesure(cle.ident)
    if combien.valeur is None:
        return "Les chiffres clés"
    dit = avec_unite(combien.valeur, "personne accompagnée", "personnes accompagnées")
    return f"{dit}, {cle.evolution}" if cle.evolution else dit


def _phrase(cle: Cle) -> str:
    if cle.valeur == MASQUE:
        return f"{cle.nom} : {cle.note}."
    suites = ", ".join(mot for mot in (cle.note, cle.evolution) if mot)
    return f"{cle.nom} : {cle.valeur}{f' ({suites})' if suites else ''}."


def _lignes(regard: Regard) -> list[tuple[object, ...]]:
    return [
        (
            f"Au {jour(vu.identite.arrete)}, {la_periode(vu.periode)}",
            *(brut(vu.mesure(ident)) for ident in CLES),
        )
        for vu in (regard, regard.avant)
        if vu
    ]


def _change(cle: Cle) -> str:
    return cle.ecart or "n. d."


def _colonne(ident: str) -> Colonne:
    """Numbers in the form of the indicator, and changes that are words already."""
    nombres = colonne(ident, definition(ident).titre)
    return replace(nombres, forme=lambda v: v if isinstance(v, str) else nombres.forme(v))


def _comparable(regard: Regard, ident: str) -> bool:
    """False for a count that has had more time to grow: twelve months are not better than nine."""
    if definition(ident).nature != "flux" or regard.avant is None:
        return True
    return abs(regard.periode.jours - regard.avant.periode.jours) <= BISSEXTILE


def _note(ident: str, mesure: Mesure) -> str:
    """The terms of a rate; of a mean, how many it is made on; why there is no value."""
    if definition(ident).nature == "moyenne" and mesure.denominateur is not None:
        return f"sur {nombre(mesure.denominateur)}"
    return parties(mesure) or mesure.motif or ""


def _ecart(mesure: Mesure, avant: Mesure | None) -> float | None:
    if avant is None or mesure.valeur is None or avant.valeur is None:
        return None
    return mesure.valeur - avant.valeur


def _ecrit(ident: str, ecart: float) -> str:
    indicateur = definition(ident)
    mot = (
        points(ecart)
        if indicateur.forme == "pourcent"
        else nombre(ecart, indicateur.decimales, signe=True)
    )
    return mot if any(chiffre in mot for chiffre in "123456789") else "sans changement"


def _tendance(ident: str, ecart: float | None) -> Tendance:
    sens = definition(ident).sens
    if not ecart or sens == "neutre":
        return ""
    return "mieux" if (ecart > 0) == (sens == "hausse favorable") else "moins bien"


PLANCHES: Final[Mapping[str, Callable[[Regard], Planche]]] = {"synthese.cles": chiffres_cles}
