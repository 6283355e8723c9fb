"""A text that several people may write: saved when left, never over another's."""

from collections.abc import Callable

import streamlit as st

from pages._acces.identite import visiteur
from pages._composants.copil.donnees import auteur, chantier, maintenant
from pages._composants.texte import sans_mise_en_forme
from plie_metrics.editions.gestes import Geste, TexteDepasse
from plie_metrics.erreurs import ErreurPlie

CONFLIT = "copil-conflit"
ECHEC = "copil-echec"
Ecrire = Callable[[str, str], Geste]
"""Text that was read, text that is written → the gesture."""


def zone(
    titre: str, brouillon: str, actuel: str, cle: str, ecrire: Ecrire, *, hauteur: int
) -> None:
    """A box that holds `actuel`; it follows what others write until something is typed in it."""
    lu = f"{cle}-lu"
    if st.session_state.get(cle) in (None, st.session_state.get(lu)):
        st.session_state[lu] = st.session_state[cle] = actuel
    st.text_area(
        titre,
        key=cle,
        height=hauteur,
        on_change=enregistrer_texte,
        args=(brouillon, cle, ecrire),
    )


def enregistrer_texte(brouillon: str, cle: str, ecrire: Ecrire) -> None:
    """Save what is in the box; when somebody else was faster, theirs is shown, hers is kept."""
    texte, lu = st.session_state[cle], st.session_state.get(f"{cle}-lu", "")
    try:
        _modifier(brouillon, ecrire(lu, texte))
    except TexteDepasse as refus:
        st.session_state[CONFLIT] = refus
        texte = st.session_state[cle] = refus.actuel
    except ErreurPlie as erreur:
        st.session_state[ECHEC] = (str(erreur), texte)
        return
    st.session_state[f"{cle}-lu"] = texte


def agir(brouillon: str, geste: Geste) -> None:
    """Apply a gesture; what prevents it is told at the next run."""
    try:
        _modifier(brouillon, geste)
    except ErreurPlie as erreur:
        st.session_state[ECHEC] = (str(erreur), "")


def dire_les_echecs() -> None:
    """What could not be saved, with the text that must not be lost."""
    if refus := st.session_state.pop(CONFLIT, None):
        st.warning(
            sans_mise_en_forme(
                f"{refus} Il est gardé ci-dessous et dans l’étape « Réglages et décisions » : "
                "reprenez-en ce qu’il faut."
            )
        )
        st.code(refus.texte, language=None, wrap_lines=True)
    if echec := st.session_state.pop(ECHEC, None):
        st.error(sans_mise_en_forme(echec[0]))
        if echec[1]:
            st.code(echec[1], language=None, wrap_lines=True)


def _modifier(brouillon: str, geste: Geste) -> None:
    chantier().modifier(brouillon, geste, auteur(visiteur()), maintenant())
