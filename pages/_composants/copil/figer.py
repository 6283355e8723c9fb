"""The checklist, what changed since the last edition, and the freeze."""

import streamlit as st

from pages._acces.identite import visiteur
from pages._acces.journal import noter
from pages._acces.visiteur import Visiteur
from pages._composants.copil.donnees import (
    arrete_de,
    aujourd_hui,
    chantier,
    composition_de,
    depot,
    editions_visibles,
    maintenant,
    noms_des_arretes,
)
from pages._composants.copil.fichiers import fichiers
from pages._composants.copil.saisie import ECHEC, agir
from pages._composants.qualite import rapport_qualite
from pages._composants.rapprochements import cas_du_plie
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sans_mise_en_forme, sur
from plie_metrics.editions.brouillon import Brouillon
from plie_metrics.editions.comparaison import comparer, en_tableau
from plie_metrics.editions.composition import Composition, figer_edition
from plie_metrics.editions.controles import Controle, Etat, Gravite, controler, figeable
from plie_metrics.editions.gestes import retirer
from plie_metrics.editions.modele import Edition
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.pilotage import lire_pilotage
from plie_metrics.presentation.formats import avec_unite, nombre
from plie_metrics.presentation.rapprochement.verdicts import Verdict, verdict

OUVERTE = "copil-edition"
SIGNES = {Gravite.BLOQUANT: "✗ Bloquant", Gravite.A_VOIR: "! À voir", Gravite.BON: "✓ Bon"}


def etape_figer(brouillon: Brouillon, composition: Composition, qui: Visiteur) -> None:
    """What to look at, then the button."""
    controles = controler(composition, _etat(brouillon, qui))
    gauche, droite = st.columns([6, 4], gap="large")
    with gauche:
        st.header("À vérifier avant de figer", anchor=False)
        _liste(controles)
        if composition.refus:
            st.button(
                "Retirer ce que ce profil ne peut pas voir",
                help="Les autres vues restent, dans leur ordre",
                on_click=agir,
                args=(brouillon.identifiant, retirer(*composition.refus)),
            )
    with droite:
        st.header("Depuis la dernière édition", anchor=False)
        _depuis(composition.edition, editions_visibles(qui))
    st.button(
        "Figer l’édition",
        type="primary",
        disabled=not figeable(controles),
        help="Les chiffres ne bougeront plus. Toute correction fera une nouvelle édition.",
        on_click=_figer,
        args=(brouillon.identifiant,),
    )
    with st.expander("Fichiers du brouillon (marqués comme tels)"):
        fichiers(composition.edition)


def _liste(controles: tuple[Controle, ...]) -> None:
    lignes = "".join(
        f"<li><strong>{SIGNES[controle.gravite]}</strong> · {sur(controle.phrase)}</li>"
        for controle in controles
    )
    st.html(f'<ul class="surveiller">{lignes}</ul>')


def _depuis(edition: Edition, passees: tuple[Edition, ...]) -> None:
    """What moved since the last edition for the same profile."""
    avant = next((e for e in passees if e.profil == edition.profil), None)
    if avant is None:
        st.html('<p class="sous-titre">Première édition pour ce profil.</p>')
        return
    ecarts = comparer(avant, edition)
    bouges = avec_unite(len(ecarts.bouges), "chiffre a bougé", "chiffres ont bougé")
    titre = f"{bouges} sur {nombre(len(ecarts.ecarts))}"
    st.html(f'<p class="sous-titre">{sur(f"{avant.titre} : {titre}.")}</p>')
    if ecarts.bouges:
        afficher_tableau(en_tableau(ecarts.bouges), "copil-depuis")
    for mot, titres in (("Nouvelles vues", ecarts.venues), ("Vues absentes", ecarts.parties)):
        if titres:
            st.html(f'<p class="sous-titre">{sur(f"{mot} : " + " ; ".join(titres))}</p>')


def _etat(brouillon: Brouillon, qui: Visiteur) -> Etat:
    entree = arrete_de(brouillon.arrete, qui)
    arretes = noms_des_arretes(qui)
    return Etat(
        arretes[0] if arretes else "",
        lire_pilotage().prochain_arrete(entree.arrete),
        aujourd_hui(),
        len(rapport_qualite(entree).constats),
        _desaccords(),
    )


def _desaccords() -> int | None:
    cas = cas_du_plie()
    return None if cas is None else sum(verdict(un) is Verdict.INEXPLIQUE for un in cas)


def _figer(identifiant: str) -> None:
    """Compose again from what is on the disk now, check again, freeze."""
    qui = visiteur()
    try:
        actuel = chantier().lire(identifiant)
        figee = depot().garder(figer_edition(composition_de(actuel, qui), maintenant()))
    except ErreurPlie as erreur:
        st.session_state[ECHEC] = (str(erreur), "")
        return
    noter("edition", qui, page="copil", objet=figee.identifiant)
    st.session_state[OUVERTE] = figee.identifiant
    st.session_state["volet"] = "Éditions"
    st.session_state["copil-fige"] = sans_mise_en_forme(
        f"Édition figée : « {figee.titre} », empreinte {figee.empreinte_courte}."
    )
    try:
        chantier().ranger(identifiant)
    except ErreurPlie as erreur:  # frozen all the same: only the list keeps an old draft
        st.session_state[ECHEC] = (str(erreur), "")
