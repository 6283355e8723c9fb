"""One copy of the demonstration, whole: every table, with when each fact was keyed in.

The tables here know more than an extract (blocks, days of entry in the software); `arretes` cuts
from them what each arrêté shows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.demonstration import (
    appuis,
    clauses,
    entretiens,
    etapes,
    habitat,
    parcours,
    prescripteurs,
    prescriptions,
    profils,
    rattachement,
    referents,
    saisies,
    sexe_et_age,
)
from plie_metrics.demonstration.alea import generateur, identifiants
from plie_metrics.demonstration.calendrier import jours
from plie_metrics.demonstration.cibles import Cibles
from plie_metrics.demonstration.cibles_clauses import CiblesClauses
from plie_metrics.demonstration.corrections import Corrections, corrections
from plie_metrics.demonstration.habitat import Territoire
from plie_metrics.demonstration.referents import Structure

CLOTURE: Final = np.datetime64("2016-12-30", "D")
DELAI_ETAPE: Final = 9.0
DELAI_ENTRETIEN: Final = 2.5
PREFIXES: Final = {
    "participant_id": "P",
    "parcours_id": "S",
    "etape_id": "T",
    "entretien_id": "N",
    "prescription_id": "D",
    "contrat_id": "K",
    "orientation_id": "O",
    "candidat_id": "C",
    "sortie_id": "X",
}


@dataclass(frozen=True)
class Sources:
    """What the demonstration is made from: published targets, structures and territory."""

    cibles: Cibles
    clauses: CiblesClauses
    structures: tuple[Structure, ...]
    territoire: Territoire


@dataclass(frozen=True)
class Extrait:
    """One copy: internal tables by name, linked by row labels, and the corrections to come."""

    tables: Mapping[str, pd.DataFrame]
    corrections: Corrections


def construire(sources: Sources, graine: int, copie: int) -> Extrait:
    """Build one copy of the population and its follow-up; same seed and copy, same tables."""

    def alea(concept: str) -> np.random.Generator:
        return generateur(graine, copie, concept)

    suivi = parcours.construire(sources.cibles, alea("parcours"))
    suivi["personne"] = rattachement.rattacher(suivi, alea("rattachement"))
    gens = _personnes(sources, suivi, alea)
    suivi["prescripteur"] = prescripteurs.prescrire(
        suivi, gens, sources.cibles, alea("prescripteurs")
    )
    gens["brsa"] = profils.brsa(gens, suivi, sources.cibles, alea("brsa"))
    equipe = referents.equipe(sources.structures, copie)
    suivi["referent"] = referents.confier(suivi, gens, equipe, alea("referents"))
    suivi = _saisir(suivi, alea("saisies"))
    appui = appuis.appuis(suivi, alea("appuis"))
    suivi["borne"] = _borne(suivi, appui)
    dispositif = clauses.construire(
        sources.clauses,
        etapes.effectifs_publies(sources.cibles)[etapes.CLAUSE],
        suivi.join(gens[["sexe", "qpv"]], on="personne"),
        copie,
        alea,
    )
    toutes = etapes.completer(
        sources.cibles, suivi, appui, clauses.etapes(dispositif["contrats"]), alea("etapes")
    )
    toutes["saisie"] = saisies.differe(
        jours(toutes["date_debut"]), DELAI_ETAPE, CLOTURE, alea("saisie_etapes")
    )
    vus = entretiens.entretiens(suivi, alea("entretiens"))
    vus["saisie"] = saisies.differe(
        jours(vus["date"]), DELAI_ENTRETIEN, CLOTURE, alea("saisie_entretiens")
    )
    tables = {
        "personnes": gens,
        "parcours": suivi,
        "referents": equipe,
        "etapes": toutes.sort_values(["date_debut", "parcours", "type_etape"], ignore_index=True),
        "entretiens": vus,
        "prescriptions": prescriptions.prescriptions(suivi, gens, alea("prescriptions")),
        **dispositif,
    }
    return Extrait(_identifier(tables, copie, alea), corrections(gens, suivi, alea("corrections")))


def _personnes(sources: Sources, suivi: pd.DataFrame, alea: Any) -> pd.DataFrame:
    """The people, all attributes but those that depend on the prescripteur."""
    cibles = sources.cibles
    cellule = sexe_et_age.sexe_et_classe(suivi, cibles, alea("sexe_et_age"))
    gens = profils.personnes(suivi, cellule, cibles, alea("personnes"))
    gens = gens.join(habitat.loger(gens, cibles, sources.territoire, alea("habitat")))
    return gens.assign(
        niveau_formation=profils.niveaux(gens, alea("niveaux")),
        deld=profils.deld(gens, suivi, cibles, alea("deld")),
    )


def _saisir(suivi: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    saisie = saisies.entrees(jours(suivi["date_entree"]), CLOTURE, rng)
    return suivi.assign(date_saisie_entree=saisie).join(saisies.sorties(suivi, CLOTURE, rng))


def _borne(suivi: pd.DataFrame, appui: pd.DataFrame) -> Any:
    """Start of the job (or training) that leads to the exit of each parcours, NaT when none."""
    return appui.groupby("parcours")["date_debut"].min().reindex(suivi.index)


def _identifier(
    tables: Mapping[str, pd.DataFrame], copie: int, alea: Any
) -> dict[str, pd.DataFrame]:
    """Opaque identifiers on every row that the extract names."""
    porteuses = {
        "personnes": "participant_id",
        "parcours": "parcours_id",
        "etapes": "etape_id",
        "entretiens": "entretien_id",
        "prescriptions": "prescription_id",
        "contrats": "contrat_id",
        "orientations": "orientation_id",
        "sorties": "sortie_id",
    }
    nommees = dict(tables)
    for nom, colonne in porteuses.items():
        ids = identifiants(alea(colonne), PREFIXES[colonne], copie, len(tables[nom]))
        nommees[nom] = tables[nom].assign(**{colonne: ids})
    candidats = int(tables["orientations"]["candidat"].max()) + 1
    ids = identifiants(alea("candidat_id"), PREFIXES["candidat_id"], copie, candidats)
    orientations = nommees["orientations"]
    nommees["orientations"] = orientations.assign(candidat_id=ids[orientations["candidat"]])
    return nommees
