"""The foot of a page that looks at an arrêté: date of the data, next one, secrecy, reserves."""

import streamlit as st

from pages._acces.mention import mention
from pages._acces.visiteur import Visiteur
from pages._composants.arretes import DEMONSTRATION
from pages._composants.regard import regard
from pages._composants.texte import sur
from plie_metrics.pilotage import lire_pilotage
from plie_metrics.presentation.formats import jour


def pied(visiteur: Visiteur) -> None:
    """What must be known of every figure above."""
    vu = regard()
    arrete = vu.identite.arrete
    prochain = lire_pilotage().prochain_arrete(arrete)
    morceaux = [
        f"Données arrêtées au {jour(arrete)} ; prochain arrêté attendu au {jour(prochain)}.",
        f"{mention(visiteur.profil)}.",
        DEMONSTRATION if vu.identite.demonstration else "",
        *vu.porte.reserves,
    ]
    st.html(f'<p class="pied" role="note">{sur(" ".join(m for m in morceaux if m))}</p>')
