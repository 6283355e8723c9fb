"""A planche on screen: its finding, its picture, its words, its table, its source."""

from functools import partial

import streamlit as st

from pages._acces.identite import visiteur
from pages._acces.mention import mention
from pages._composants.copil.ajout import bouton_ajouter
from pages._composants.copil.donnees import prepare
from pages._composants.entete import source
from pages._composants.graphique import afficher_graphique, titre_de_bloc
from pages._composants.tableau import afficher_tableau
from pages._composants.texte import sur
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.memoire import Memoire
from plie_metrics.planches.mots import de_quoi, provenance
from plie_metrics.planches.planche import Planche
from plie_metrics.planches.regard import Regard
from plie_metrics.planches.registre import fabriquer
from plie_metrics.typographie import typographier


def montrer(cle: str, regard: Regard) -> None:
    """Show the planche of that key; why it is not shown, when the profile or the data forbid it."""
    try:
        planche = planche_de(cle, regard)
    except ErreurPlie as refus:
        st.html(f'<p class="indisponible" role="note">{sur(str(refus))}</p>')
        return
    afficher(planche, regard)
    _sous(planche, regard)


def proposer(cle: str, regard: Regard) -> None:
    """Offer to the COPIL what the page shows in a form of its own."""
    if prepare(visiteur()):
        _sous(planche_de(cle, regard), regard)


def _sous(planche: Planche, regard: Regard) -> None:
    with st.container(horizontal=True, key=f"pied-{planche.cle.replace('.', '-')}"):
        if planche.source:
            source(planche.source)
        bouton_ajouter(planche, regard)


def planche_de(cle: str, regard: Regard) -> Planche:
    """The planche, made once for equal looks."""
    return _atelier().garder((cle, regard.cle), lambda: fabriquer(cle, regard))


def afficher(planche: Planche, regard: Regard) -> None:
    """Show a planche that is made already; its files say what this look is."""
    nom, identite = planche.cle.replace(".", "-"), regard.identite
    fichier = f"{'demonstration-' * identite.demonstration}{nom}-{identite.arrete}"
    dire = partial(_mention, planche, regard)
    if planche.specification is None:
        titre_de_bloc(planche.titre, planche.sous_titre)
        afficher_tableau(planche.tableau, nom, fichier=fichier, mention=dire)
    else:
        afficher_graphique(
            dict(planche.specification),
            titre=planche.titre,
            sous_titre=planche.sous_titre,
            resume=planche.resume,
            tableau=planche.tableau,
            cle=nom,
            fichier=fichier,
            mention=dire,
        )


def _mention(planche: Planche, regard: Regard) -> str:
    quoi, qui = de_quoi(regard, filtree=planche.filtree), mention(regard.porte.profil)
    return typographier(f"{provenance(regard)} · {quoi} · {qui}")


@st.cache_resource(show_spinner=False)
def _atelier() -> Memoire:
    """The planches made for everybody: `st.cache_resource` would hash each look a hundred times."""
    return Memoire(512)
