"""The gate of the visitor on an arrêté: the only way for a page to a figure of the cases."""

from pathlib import Path
from typing import Any

import streamlit as st

from pages._acces.visiteur import Visiteur
from pages._composants.arretes import etat_du_dossier, instantane
from pages._composants.referentiel import territoire
from plie_metrics.configuration import CONFIGURATION, lire
from plie_metrics.secret.ouverture import chaine, ouvrir
from plie_metrics.secret.porte import Porte
from plie_metrics.secret.profils import PROFILS
from plie_metrics.secret.reglages import valider
from plie_metrics.stockage import Entree
from plie_metrics.stockage import ouvrir as ouvrir_arrete
from plie_metrics.stockage.solutions import CoffreDisque


def porte_de(entree: Entree, visiteur: Visiteur) -> Porte:
    """What this visitor may see of this arrêté; raises InstantaneIllisible."""
    instantane(entree)  # a damaged snapshot is told before anything is computed
    profil = visiteur.profil
    regard = visiteur.referent if profil.portefeuille else None
    return _porte(profil.nom, regard, entree.chemin, etat_du_dossier(entree.chemin), _reglages())


def _reglages() -> tuple[int, int]:
    etat = CONFIGURATION.stat()
    return (etat.st_mtime_ns, etat.st_size)


@st.cache_resource(max_entries=12, show_spinner="Préparation des chiffres de l’arrêté…")
def _porte(
    nom: str,
    referent: str | None,
    chemin: Path,
    etat: tuple[tuple[str, int, int], ...],
    configuration: Any,
) -> Porte:
    del etat, configuration  # parts of the key
    profil, reglages = PROFILS[nom], valider(lire("secret"))
    dernier = ouvrir_arrete(chemin)
    suite = chaine(dernier, reglages) if profil.protege else (dernier,)
    connues = territoire().noms(dernier.arrete)
    coffre = CoffreDisque(chemin.parent)
    return ouvrir(profil, suite, reglages, connues=connues, referent=referent, coffre=coffre)
