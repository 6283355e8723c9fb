"""The gate of the visitor on an arrêté: the only way for a page to a figure of the cases."""

import subprocess
import sys
from pathlib import Path
from typing import Final

import streamlit as st

from pages._acces.visiteur import Visiteur
from pages._composants.arretes import etat_du_dossier, instantane
from pages._composants.attente import garder
from pages._composants.referentiel import territoire
from plie_metrics.chemins import RACINE
from plie_metrics.configuration import CONFIGURATION, lire
from plie_metrics.memoire import Memoire
from plie_metrics.secret.ouverture import chaine, ouvrir
from plie_metrics.secret.porte import Porte
from plie_metrics.secret.preparation import a_preparer
from plie_metrics.secret.profils import Profil
from plie_metrics.secret.reglages import valider
from plie_metrics.stockage import Entree, Snapshot
from plie_metrics.stockage.solutions import CoffreDisque

ATTENTE: Final = (
    "Première ouverture de cet arrêté avec ce profil : le secret statistique se calcule, une à "
    "deux minutes par arrêté. Cela ne se fait qu’une fois ; les autres visiteurs ne sont pas "
    "arrêtés, et vous pouvez quitter cette page et y revenir."
)
OUVERTURE: Final = "Préparation des chiffres de l’arrêté…"


def porte_de(entree: Entree, visiteur: Visiteur) -> Porte:
    """What this visitor may see of this arrêté; raises InstantaneIllisible."""
    dernier = instantane(entree)  # a damaged snapshot is told before anything is computed
    profil, chemin = visiteur.profil, entree.chemin
    regard = visiteur.referent if profil.portefeuille else None
    etat = (chemin, etat_du_dossier(chemin), _reglages())
    if profil.protege:
        garder(_prepares(), etat, lambda: _preparer(chemin), ATTENTE)
    cle = (profil.nom, regard, *etat)
    return garder(_portes(), cle, lambda: _ouvrir(profil, regard, dernier), OUVERTURE)


def _reglages() -> tuple[int, int]:
    etat = CONFIGURATION.stat()
    return (etat.st_mtime_ns, etat.st_size)


def _preparer(chemin: Path) -> None:
    """Solve in another process, once for everybody who asks: this one goes on serving.

    What that process could not solve is solved by `_ouvrir`.
    """
    if a_preparer([chemin], valider(lire("secret")), CoffreDisque(chemin.parent)):
        commande = [sys.executable, "-m", "plie_metrics", "preparer", "--vers", str(chemin.parent)]
        subprocess.run(commande, cwd=RACINE, check=False, capture_output=True)


def _ouvrir(profil: Profil, referent: str | None, dernier: Snapshot) -> Porte:
    reglages = valider(lire("secret"))
    suite = chaine(dernier, reglages) if profil.protege else (dernier,)
    connues = territoire().noms(dernier.arrete)
    coffre = CoffreDisque(dernier.chemin.parent)
    return ouvrir(profil, suite, reglages, connues=connues, referent=referent, coffre=coffre)


@st.cache_resource(show_spinner=False)
def _prepares() -> Memoire:
    """The arrêtés known to be solved."""
    return Memoire(64)


@st.cache_resource(show_spinner=False)
def _portes() -> Memoire:
    return Memoire(12)
