"""« Ajouter au COPIL », under each planche, for who prepares the meeting."""

import streamlit as st

from pages._acces.identite import visiteur
from pages._composants.copil.donnees import (
    aujourd_hui,
    auteur,
    brouillons_visibles,
    chantier,
    maintenant,
    prepare,
)
from plie_metrics.editions.brouillon import Brouillon, Demande
from plie_metrics.editions.gestes import ajouter
from plie_metrics.editions.reglages import lire_reglages
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.presentation.formats import INSECABLE, avec_unite, mois_long

TITRE = "COPIL de {}"


def bouton_ajouter(planche: Planche, regard: Regard) -> None:
    """The button; nothing for who only reads."""
    if not prepare(visiteur()):
        return
    st.button(
        "Ajouter au COPIL",
        key=f"copil-{planche.cle}",
        type="tertiary",
        help="Met cette vue, avec sa période et ses filtres, dans l’édition en préparation",
        on_click=_ajouter,
        args=(planche, regard),
    )


def _ajouter(planche: Planche, regard: Regard) -> None:
    demande = Demande(
        "",
        planche.cle,
        regard.identite.nom,
        regard.periode,
        regard.filtres,
        dict(regard.choix),
        planche.titre,
        demonstration=regard.identite.demonstration,
    )
    qui = visiteur()
    try:
        courants = brouillons_visibles(qui)
        brouillon = courants[0] if courants else _commencer(regard, auteur(qui))
        suite = chantier().modifier(
            brouillon.identifiant, ajouter(demande), auteur(qui), maintenant()
        )
    except ErreurPlie as erreur:
        st.toast(str(erreur))
        return
    combien = avec_unite(len(suite.vues), "vue", "vues")
    st.toast(f"Ajouté à «{INSECABLE}{suite.titre}{INSECABLE}» ({combien}), page « COPIL ».")


def _commencer(regard: Regard, qui: str) -> Brouillon:
    """The first draft, when there is none: named after the month, for the usual profile."""
    seance, avant = aujourd_hui(), regard.avant
    return chantier().creer(
        Brouillon(
            "",
            TITRE.format(mois_long(seance)),
            seance,
            qui,
            regard.identite.nom,
            maintenant(),
            lire_reglages().profil,
            avant.identite.nom if avant and avant.identite != regard.identite else "",
        )
    )
