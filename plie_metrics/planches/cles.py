"""Key figures with their change since what they are compared with."""

from dataclasses import dataclass
from typing import Final, Literal

from plie_metrics.calcul.mesure import Mesure
from plie_metrics.calcul.registre import definition
from plie_metrics.planches.mots import avec_son_unite, chiffre, parties
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import nombre, points

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
AVEC_UNITE: Final = ("mois", "ans", "etp")


@dataclass(frozen=True)
class Cle:
    """A key figure as it is read. `evolution`: its change in words, "" when there is none."""

    ident: str
    nom: str
    valeur: str
    note: str
    evolution: str
    tendance: Tendance


def chiffre_cle(regard: Regard, ident: str) -> Cle:
    """One indicator of the look, beside what it was."""
    indicateur, mesure = definition(ident), regard.mesure(ident)
    avant = regard.avant.mesure(ident) if regard.avant else None
    ecart = _ecart(mesure, avant)
    return Cle(
        ident,
        indicateur.titre,
        avec_son_unite(ident, mesure) if indicateur.forme in AVEC_UNITE else chiffre(ident, mesure),
        _note(ident, mesure),
        "" if ecart is None else f"{_ecrit(ident, ecart)} {regard.comparaison}",
        _tendance(ident, ecart) if _comparable(regard, ident) else "",
    )


def _comparable(regard: Regard, ident: str) -> bool:
    """False for a count that has had more time to grow: twelve months are not better than nine."""
    if definition(ident).nature != "flux" or regard.avant is None:
        return True
    return abs(regard.periode.jours - regard.avant.periode.jours) <= BISSEXTILE


def _note(ident: str, mesure: Mesure) -> str:
    """The terms of a rate; of a mean, how many it is made on; why there is no value."""
    if definition(ident).nature == "moyenne" and mesure.denominateur is not None:
        return f"sur {nombre(mesure.denominateur)}"
    return parties(mesure) or ("" if mesure.masque else mesure.motif or "")


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
