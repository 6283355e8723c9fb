"""Prepare: choose a draft or begin one, then its three steps."""

import streamlit as st

from pages._acces.identite import visiteur
from pages._acces.visiteur import Visiteur
from pages._composants.copil.donnees import (
    aujourd_hui,
    auteur,
    brouillons_visibles,
    chantier,
    composition_de,
    maintenant,
    noms_des_arretes,
)
from pages._composants.copil.figer import etape_figer
from pages._composants.copil.reglages import etape_reglages
from pages._composants.copil.saisie import ECHEC, dire_les_echecs
from pages._composants.copil.vues import etape_vues
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.editions.brouillon import Brouillon
from plie_metrics.editions.reglages import lire_reglages
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.presentation.formats import jour, mois_long
from plie_metrics.secret.profils import PROFILS

CHOISI = "copil-brouillon"
VUES, REGLAGES, FIGER = "Vues", "Réglages et décisions", "Vérifier et figer"


def preparer(qui: Visiteur) -> None:
    """The draft in work, or how to begin one."""
    dire_les_echecs()
    brouillons = brouillons_visibles(qui)
    haut = st.container(horizontal=True, gap="small", vertical_alignment="bottom")
    if brouillons:
        with haut:
            brouillon = _choisir(brouillons)
            etape = st.segmented_control(
                "Étape", [VUES, REGLAGES, FIGER], default=VUES, key="copil-etape", required=True
            )
    with haut:
        _commencer(qui)
        if brouillons:
            _retirer(brouillon)
    if not brouillons:
        st.html(
            '<p class="indisponible" role="note">'
            + sur(
                "Aucune édition n’est en préparation. Commencez-en une, ou cliquez « Ajouter au "
                "COPIL » sous une vue d’une autre page."
            )
            + "</p>"
        )
        return
    _etat(brouillon)
    _montrer(brouillon, str(etape), qui)


def _choisir(brouillons: tuple[Brouillon, ...]) -> Brouillon:
    par_nom = {b.identifiant: b for b in brouillons}
    nom: str = st.selectbox(
        "Édition en préparation",
        list(par_nom),
        format_func=lambda nom: f"{par_nom[nom].titre} ({jour(par_nom[nom].seance)})",
        key=CHOISI,
    )
    return par_nom[nom]


def _etat(brouillon: Brouillon) -> None:
    """Who changed it last, for whom it is, what it corrects."""
    par = f", modifié par {brouillon.modifie_par}" if brouillon.modifie_par else ""
    quand = f" le {brouillon.modifie_le.astimezone():%d/%m à %H:%M}" if brouillon.modifie_le else ""
    profil = PROFILS[brouillon.profil].libelle.lower() if brouillon.profil in PROFILS else "?"
    texte = f"Révision {brouillon.revision}{par}{quand} · chiffres du profil {profil}"
    if brouillon.corrige:
        texte += f" · corrige « {brouillon.corrige.titre} » : {brouillon.corrige.motif}"
    st.html(f'<p class="contexte">{sur(texte)}</p>')


def _montrer(brouillon: Brouillon, etape: str, qui: Visiteur) -> None:
    if etape == REGLAGES:
        etape_reglages(brouillon, qui)
        return
    try:
        composition = composition_de(brouillon, qui)
    except ErreurPlie as erreur:
        st.error(sans_mise_en_forme(str(erreur)))
        return
    if etape == FIGER:
        etape_figer(brouillon, composition, qui)
    else:
        etape_vues(brouillon, composition)


def _commencer(qui: Visiteur) -> None:
    arretes = noms_des_arretes(qui)
    st.button("Nouvelle édition", on_click=_creer, disabled=not arretes, key="copil-nouvelle")


def _creer() -> None:
    qui = visiteur()
    arretes, seance = noms_des_arretes(qui), aujourd_hui()
    try:
        cree = chantier().creer(
            Brouillon(
                "",
                f"COPIL de {mois_long(seance)}",
                seance,
                auteur(qui),
                arretes[0],
                maintenant(),
                lire_reglages().profil,
                arretes[1] if len(arretes) > 1 else "",
            )
        )
    except ErreurPlie as erreur:
        st.session_state[ECHEC] = (str(erreur), "")
        return
    st.session_state[CHOISI] = cree.identifiant


def _retirer(brouillon: Brouillon) -> None:
    with st.popover("Retirer…"):
        st.markdown("Le brouillon quitte la liste ; ses textes restent dans data/copil.")
        st.button(
            "Retirer ce brouillon",
            key="copil-retirer-brouillon",
            on_click=_ranger,
            args=(brouillon.identifiant,),
        )


def _ranger(identifiant: str) -> None:
    try:
        chantier().ranger(identifiant)
    except ErreurPlie as erreur:
        st.session_state[ECHEC] = (str(erreur), "")
    st.session_state.pop(CHOISI, None)
