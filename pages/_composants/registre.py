"""The snapshots listed, one in detail, its withdrawal and its return."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from pages._composants.enumeration import enumerer
from pages._composants.graphique import titre_de_bloc
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sans_mise_en_forme
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.presentation.donnees import liste
from plie_metrics.stockage import Entree, journal, retablir, retirer

MESSAGE = "registre-message"


def afficher_registre(entrees: Sequence[Entree], *, modifiable: bool) -> None:
    """The list, then one snapshot in full; `modifiable`: with the withdrawal."""
    titre_de_bloc("Les arrêtés", "Empreinte abrégée ; elle est entière dans le détail, plus bas")
    if not entrees:
        st.markdown(
            "La liste est vide : déposez un extrait ci-dessus, ou construisez la démonstration "
            "avec `python -m plie_metrics demo`."
        )
        return
    afficher_tableau(liste.tableau_arretes(entrees), "arretes")
    with st.expander("Un arrêté en détail : empreintes, avertissements, retrait"):
        _detail(entrees, modifiable=modifiable)


def _detail(entrees: Sequence[Entree], *, modifiable: bool) -> None:
    par_nom = {entree.nom: entree for entree in reversed(entrees)}
    entree = par_nom[st.selectbox("Arrêté", list(par_nom), key="detail")]
    phrases = [f"État : {liste.etat(entree)}"]
    if entree.etat != "illisible":
        phrases += liste.phrases_journal(journal(entree.chemin))
    if entree.manifeste is not None:
        phrases.append(f"Empreinte : {entree.manifeste.empreinte}")
        phrases += [f"Avertissement : {texte}" for texte in entree.manifeste.avertissements]
    enumerer(phrases)
    if entree.manifeste is not None:
        afficher_tableau(liste.tableau_tables(entree.nom, entree.manifeste), f"tables-{entree.nom}")
    if modifiable and entree.etat != "illisible":
        _changer(entree)


def _changer(entree: Entree) -> None:
    """Ask why, then hide or bring back."""
    retire = entree.retrait is not None
    verbe = "Rétablir" if retire else "Retirer"
    with st.form(f"etat-{entree.nom}", clear_on_submit=True):
        motif = st.text_input(f"{verbe} cet arrêté : pourquoi ? (rien n’est effacé)")
        if not st.form_submit_button(f"{verbe} l’arrêté {entree.nom}"):
            return
    try:
        changer = retablir if retire else retirer
        changer(entree.chemin, motif, le=date.today())
    except ErreurPlie as erreur:
        st.error(sans_mise_en_forme(str(erreur)))
    else:
        st.session_state[MESSAGE] = (
            f"L’arrêté {entree.nom} est {'rétabli' if retire else 'retiré'}."
        )
        st.rerun()
