"""The objectives as the report of 2016 publishes them: a reference beside the computed figures."""

from typing import Final

import streamlit as st

from pages._composants.entete import source
from pages._composants.graphique import titre_de_bloc
from pages._composants.publies import publication
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sur
from plie_metrics.catalogue import charger
from plie_metrics.objectifs.normes import normes
from plie_metrics.objectifs.realisation import realisations
from plie_metrics.presentation.essentiel import note_sorties_positives
from plie_metrics.presentation.objectifs import (
    constat,
    phrase_normes,
    reserve,
    tableau_normes,
    tableau_ventilation,
    titre_normes,
    titre_ventilation,
    ventilations_propres,
)
from plie_metrics.publications.ventilations import ventilations
from plie_metrics.secret.profils import Profil

RAPPORT: Final = "rapport_2016"
"""The published document whose objectives, breakdowns and norms are shown."""


def objectifs_publies(profil: Profil, ident: str) -> None:
    """The objective as published; breakdowns, whose counts may be small, for exact profiles."""
    rapport, catalogue = publication(RAPPORT), charger()
    publie = next(r for r in realisations(rapport, catalogue) if r.indicateur.id == ident)
    st.html(f"<p>{sur(constat(publie))} (rapport d'activité 2016).</p>")
    if ident == "sorties_positives":
        source(note_sorties_positives(rapport))
    if not profil.protege:
        for ventilation in ventilations_propres(ident, ventilations(rapport, ident)):
            titre_de_bloc(
                titre_ventilation(ventilation), f"{ventilation.titre}, {ventilation.population}"
            )
            afficher_tableau(
                tableau_ventilation(ventilation), f"publie-{ident}-{ventilation.dimension}"
            )
        if phrase := reserve(ident):
            source(phrase)
    attendus = normes(rapport, catalogue)
    titre_de_bloc(titre_normes(attendus))
    afficher_tableau(tableau_normes(attendus), "normes-referents")
    source(phrase_normes(attendus))
