"""A frozen edition as it was: its slides, its decisions, its files, what corrected it."""

import streamlit as st

from pages._acces.identite import visiteur
from pages._composants.copil.donnees import (
    auteur,
    chantier,
    depot,
    editions_visibles,
    maintenant,
    prepare,
)
from pages._composants.copil.fichiers import fichiers
from pages._composants.copil.saisie import ECHEC
from pages._composants.copil.vue import montrer_vue
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.editions.brouillon import corriger
from plie_metrics.editions.depot import corrections
from plie_metrics.editions.modele import Edition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.exports.mentions import notice


def montrer_edition(edition: Edition, toutes: tuple[Edition, ...]) -> None:
    """Everything it holds; nothing is computed again."""
    for suite in corrections(edition, toutes):
        motif = suite.corrige.motif if suite.corrige else ""
        st.warning(
            sans_mise_en_forme(
                f"Cette édition a été corrigée par « {suite.titre} » "
                f"({suite.empreinte_courte}) : {motif}"
            )
        )
    fichiers(edition)
    if not edition.vues:
        return
    titres = {rang: f"{rang + 1}. {vue.titre}" for rang, vue in enumerate(edition.vues)}
    gauche, droite = st.columns([3, 7], gap="large")
    with gauche:
        rang = st.radio(
            "Vues",
            list(titres),
            format_func=lambda rang: sans_mise_en_forme(titres[rang]),
            key=f"copil-lue-{edition.identifiant}",
        )
        _decisions(edition)
        _notice(edition)
        _correction(edition)
    with droite, st.container(border=True):
        montrer_vue(edition.vues[rang], edition, f"{edition.empreinte_courte}-{rang}")


def _decisions(edition: Edition) -> None:
    if edition.decisions:
        st.header("Décisions", anchor=False)
        lignes = "".join(f"<li>{sur(decision)}</li>" for decision in edition.decisions)
        st.html(f'<ol class="retenir">{lignes}</ol>')


def _notice(edition: Edition) -> None:
    lignes = "".join(f"<dt>{sur(t)}</dt><dd>{sur(mots)}</dd>" for t, mots in notice(edition))
    with st.expander("Notice de l’édition"):
        st.html(f'<dl class="conventions">{lignes}</dl>')


def _correction(edition: Edition) -> None:
    """Correcting makes a new edition that says why; the coordination alone."""
    if not prepare(visiteur()):
        return
    with st.popover("Corriger…"):
        cle = f"copil-motif-{edition.identifiant}"
        st.text_input("Ce qui est corrigé, et pourquoi", key=cle, max_chars=300)
        st.button(
            "Préparer l’édition qui corrige",
            key=f"copil-corriger-{edition.identifiant}",
            on_click=_corriger,
            args=(edition.identifiant, cle),
        )


def _corriger(identifiant: str, cle: str) -> None:
    qui = visiteur()
    motif = str(st.session_state.get(cle, "")).strip()
    if not motif:
        st.session_state[ECHEC] = ("Dites ce qui est corrigé, et pourquoi.", "")
        return
    try:
        edition = depot().ouvrir(identifiant)
        if edition not in editions_visibles(qui):
            return
        cree = chantier().creer(corriger(edition, motif, auteur(qui), maintenant()))
    except ErreurPlie as erreur:
        st.session_state[ECHEC] = (str(erreur), "")
        return
    st.session_state["copil-brouillon"] = cree.identifiant
    st.session_state["volet"] = "Préparer"
