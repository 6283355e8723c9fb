"""The dominance rule: hours of the clauses that one company makes almost alone."""

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from plie_metrics.calcul.clauses import HEURES
from plie_metrics.calcul.lot import Donnees
from plie_metrics.calcul.modalites import nommer
from plie_metrics.calcul.recette import Demande
from plie_metrics.calcul.vue import Vue
from plie_metrics.periodes import Periode
from plie_metrics.schema import AUTRES
from plie_metrics.secret.calendrier import Niveau
from plie_metrics.secret.grandeurs import Cle, cle
from plie_metrics.secret.liste import Liste

RESERVE: Final = (
    "L’extrait ne dit pas l’entreprise des contrats : la règle de dominance n’a pas pu être "
    "appliquée aux heures des clauses."
)


@dataclass(frozen=True, eq=False)
class Entreprises:
    """The company of each contract, in the order of the table; None when it is unknown."""

    par_contrat: tuple[str | None, ...]


def entreprises(contrats: pd.DataFrame | None) -> Entreprises | None:
    """The companies of the table `clauses_contrats`; None without the column."""
    if contrats is None or "entreprise" not in contrats.columns:
        return None
    noms = contrats["entreprise"].astype(object)
    return Entreprises(tuple(None if pd.isna(nom) else str(nom) for nom in noms))


def dominees(
    donnees: Donnees, liste: Liste, connues: Entreprises | None, part: float
) -> frozenset[Cle]:
    """The cells of hours of which one company makes more than `part`.

    Hours of an unknown company are counted with the largest one: they could be its own.
    """
    if connues is None or donnees.bases.heures is None:
        return frozenset()
    trouvees: set[Cle] = set()
    for periode, niveau in liste.niveaux.items():
        for dimension in (None, *_dimensions(liste, niveau)):
            heures = _par_entreprise(donnees, liste, connues, periode, dimension)
            trouvees |= {
                cle("heures", periode, () if dimension is None else ((dimension, str(modalite)),))
                for modalite, siennes in heures.groupby(level=0)
                if _domine(siennes.droplevel(0), part)
            }
    return frozenset(trouvees)


def _dimensions(liste: Liste, niveau: Niveau) -> list[str]:
    acces = liste.acces.get("clauses_heures")
    if acces is None:
        return []
    return [
        d for d in sorted(acces.simples) if liste.montre("clauses_heures", niveau, frozenset({d}))
    ]


def _par_entreprise(
    donnees: Donnees,
    liste: Liste,
    connues: Entreprises,
    periode: Periode,
    dimension: str | None,
) -> Any:
    """Hours by modality (one for the whole territory) and company, "" when it is unknown."""
    dims = () if dimension is None else (dimension,)
    demande = Demande(Vue(donnees.bases), periode, dims, ("heures",))
    lignes: Any = HEURES.lignes(demande).select("contrat", "heures", *dims).collect().to_pandas()
    lignes["entreprise"] = [connues.par_contrat[rang] or "" for rang in lignes["contrat"]]
    lignes["modalite"] = ""
    if dimension is not None:
        noms = (nommer(dimension, valeur) for valeur in lignes[dimension])
        lignes["modalite"] = [AUTRES if liste.fond(dimension, nom) else nom for nom in noms]
    return lignes.groupby(["modalite", "entreprise"])["heures"].sum()


def _domine(heures: Any, part: float) -> bool:
    """True when the largest company, with the hours of unknown ones, is above the share."""
    total = float(heures.sum())
    nommees = heures[heures.index != ""]
    inconnues = total - float(nommees.sum())
    premiere = float(nommees.max()) if len(nommees) else 0.0
    return total > 0 and (premiere + inconnues) / total > part
