"""The mapping of a deposit: proposed from the headings or taken from a file, kept as TOML."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages._acces.export import telecharger
from pages._composants.depot import extrait_prive
from pages._composants.tableau import afficher_tableau
from plie_metrics.importation.correspondance import Correspondance
from plie_metrics.importation.correspondance_toml import correspondance_depuis
from plie_metrics.importation.proposition import (
    Proposition,
    lire_entetes,
    proposer_correspondance,
)
from plie_metrics.presentation.donnees import reglages

REGLES, DEPOT, LUS = "regles", "regles-depot", "regles-lus"
Entetes = Mapping[str, Sequence[str]]


def regles() -> Correspondance:
    """The mapping as it stands."""
    actuelles: Correspondance = st.session_state[REGLES]
    return actuelles


def proposer(
    fichiers: Sequence[UploadedFile], depot: str, toml: bytes | None
) -> tuple[Entetes, Proposition]:
    """Headings of the extract and mapping guessed: the mapping of a new deposit, read once.

    `toml`: a mapping kept from another month, used as it stands. Raises ErreurPlie.
    """
    signature = (depot, toml)
    if st.session_state.get(DEPOT) != signature:
        with extrait_prive(fichiers) as extrait:
            entetes = lire_entetes(extrait)
        proposition = proposer_correspondance(entetes)
        st.session_state[REGLES] = proposition.correspondance if toml is None else _depuis(toml)
        st.session_state[LUS] = (entetes, proposition)
        st.session_state[DEPOT] = signature
    lus: tuple[Entetes, Proposition] = st.session_state[LUS]
    return lus


def telecharger_correspondance() -> None:
    """The mapping as a file to use again next month, here or with `importer --correspondance`."""
    telecharger(
        "Garder la correspondance pour le mois prochain (TOML)",
        data=regles().en_toml(),
        file_name="correspondance.toml",
        mime="application/toml",
        key="correspondance-toml",
    )


def montrer(proposition: Proposition) -> None:
    """Where each column is read."""
    afficher_tableau(reglages.tableau_correspondance(regles(), proposition), "correspondance")


def _depuis(toml: bytes) -> Correspondance:
    return correspondance_depuis(toml.decode("utf-8-sig", errors="replace"))
