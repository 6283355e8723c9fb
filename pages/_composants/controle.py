"""The check of a deposit, and its publication: what the screen keeps of it, and nothing more.

The extract itself is not kept between two clicks: publishing reads the same files again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Final

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages._composants.arretes import dossier_des_arretes, instantane
from pages._composants.depot import extrait_prive
from plie_metrics.calcul.lot import TABLES_UTILES
from plie_metrics.exports.csv import en_csv
from plie_metrics.importation.analyse import analyser
from plie_metrics.importation.anomalie import Anomalie
from plie_metrics.importation.classeur_erreurs import classeur_erreurs
from plie_metrics.importation.comparaison import Comparaison, comparer
from plie_metrics.importation.correspondance import Correspondance
from plie_metrics.importation.moteur import citer
from plie_metrics.importation.publication import publier
from plie_metrics.importation.rapport import Rapport
from plie_metrics.presentation.donnees.anomalies import (
    Groupe,
    regrouper,
    tableau_anomalies,
    valeurs_inconnues,
)
from plie_metrics.presentation.donnees.comparaison import (
    Mouvements,
    comparer_indicateurs,
    precedent,
)
from plie_metrics.stockage import Entree, InstantaneIllisible, en_usage

MONTREES: Final = 100
GARDEES: Final = 20_000  # errors gathered and downloadable as CSV


@dataclass(frozen=True)
class Ecarts:
    """The extract beside a published snapshot."""

    avec: Entree
    tables: Comparaison
    indicateurs: Mouvements


@dataclass(frozen=True)
class Examen:
    """What the check of a deposit found; `cle` tells of which files and date."""

    cle: str
    regles: Correspondance
    arrete: date
    resume: str
    total: int
    groupes: tuple[Groupe, ...]
    premieres: tuple[Anomalie, ...]
    inconnues: Mapping[tuple[str, str], tuple[str, ...]]
    avertissements: tuple[str, ...]
    csv: bytes
    xlsx: bytes
    ecarts: Ecarts | None

    @property
    def publiable(self) -> bool:
        """True when nothing forbids publishing."""
        return self.total == 0


def examiner(
    fichiers: Sequence[UploadedFile], arrete: date, regles: Correspondance, cle: str
) -> Examen:
    """Check the deposit, showing how far it is; raises ErreurPlie when it cannot be read."""
    with (
        _avancement("Contrôle de l’extrait…", "Contrôle terminé") as avancer,
        extrait_prive(fichiers) as source,
        analyser(source, arrete, regles, progression=avancer) as rapport,
    ):
        if not rapport.publiable:
            avancer(1.0, "Préparation du relevé des erreurs")
        erreurs = tuple(islice(rapport.anomalies(), GARDEES))
        return Examen(
            cle,
            regles,
            arrete,
            rapport.resume(),
            rapport.nombre_anomalies,
            regrouper(erreurs),
            erreurs[:MONTREES],
            valeurs_inconnues(erreurs),
            tuple(map(str, rapport.avertissements)),
            en_csv(tableau_anomalies(erreurs, rapport.nombre_anomalies)) if erreurs else b"",
            classeur_erreurs(rapport) if erreurs else b"",
            _comparer(rapport) if rapport.publiable else None,
        )


def publier_depot(fichiers: Sequence[UploadedFile], arrete: date, regles: Correspondance) -> str:
    """Publish the deposit; return the snapshot's name. Raises ErreurPlie."""
    with (
        _avancement("Publication…", "Arrêté publié") as avancer,
        extrait_prive(fichiers) as source,
        analyser(source, arrete, regles, progression=avancer) as rapport,
    ):
        return publier(rapport, dossier_des_arretes(), progression=avancer).name


def _comparer(rapport: Rapport) -> Ecarts | None:
    avec = precedent(en_usage(dossier_des_arretes()), rapport.arrete)
    if avec is None:
        return None
    try:
        ancien = instantane(avec)
    except InstantaneIllisible:
        return None  # the list below says so; a damaged snapshot must not forbid a new one
    anciennes = {nom: ancien.table(nom) for nom in TABLES_UTILES if nom in ancien.tables}
    return Ecarts(
        avec,
        comparer(rapport, ancien),
        comparer_indicateurs(anciennes, ancien.arrete, _tables(rapport), rapport.arrete),
    )


def _tables(rapport: Rapport) -> dict[str, pd.DataFrame]:
    moteur = rapport.atelier.moteur
    presentes = [nom for nom in TABLES_UTILES if nom in rapport.lignes]
    return {
        nom: moteur.execute(f"SELECT {_colonnes(rapport, nom)} FROM net_{nom}").df()
        for nom in presentes
    }


def _colonnes(rapport: Rapport, nom: str) -> str:
    return ", ".join(map(citer, rapport.atelier.tables[nom].lue.noms))


@contextmanager
def _avancement(debut: str, fin: str) -> Iterator[Callable[[float, str], None]]:
    with st.status(debut, expanded=True) as etat:
        barre: Any = st.progress(0.0)

        def avancer(part: float, quoi: str) -> None:
            barre.progress(min(max(part, 0.0), 1.0), text=quoi)

        yield avancer
        etat.update(label=fin, state="complete", expanded=False)
