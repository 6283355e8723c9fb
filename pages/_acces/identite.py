"""Who is here: the account that signed in, else the profile chosen; found again at each run."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import Final

import streamlit as st

from pages._acces.compte import (
    CompteRefuse,
    Revendications,
    identifiant,
    trouver_compte,
    verifier_date,
)
from pages._acces.droits import Droits, lire_droits
from pages._acces.local import refus_local
from pages._acces.reglages import Reglages, lire_reglages
from pages._acces.sorties import est_sortie
from pages._acces.visiteur import Mode, Visiteur
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.secret.profils import COORDINATION, PROFILS, PUBLIC

PROFIL, PORTEFEUILLE = "profil", "portefeuille"
"""Keys of the chooser's boxes, in the session and in the address of the page."""


_RECU: Final[ContextVar[Visiteur | None]] = ContextVar("visiteur", default=None)


class ConnexionRequise(ErreurPlie):
    """Nobody signed in, and nothing is open without."""


@contextmanager
def recu(venu: Visiteur) -> Iterator[None]:
    """While the frame shows a page to the visitor that it has just found, this run finds no other.

    Each run starts with nobody: an account closed since is refused at the next one.
    """
    jeton = _RECU.set(venu)
    try:
        yield
    finally:
        _RECU.reset(jeton)


def visiteur() -> Visiteur:
    """Who looks at this run.

    Raises ConnexionRequise, ConnexionExpiree, CompteRefuse; DroitsInvalides, ConfigurationInvalide
    when the settings cannot be used: nobody enters then.
    """
    if deja := _RECU.get():
        return deja
    reglages, actuels = lire_reglages(), droits()
    if actuels.connexion or "is_logged_in" in st.user:
        if st.user.get("is_logged_in"):
            return reconnaitre(st.user.to_dict(), actuels, reglages, time.time())
        return _sans_compte(reglages)
    return _choisi(reglages)


def refus() -> str | None:
    """Why real data are neither shown nor changed for this visitor; None when they may be."""
    return visiteur().refus_reel


def droits() -> Droits:
    """The accounts, as the secrets files say now."""
    return lire_droits(fichiers_secrets())


def fichiers_secrets() -> list[str]:
    """Where Streamlit looks for secrets; the last one wins."""
    return list(st.get_option("secrets.files"))


def reconnaitre(
    dit: Revendications, actuels: Droits, reglages: Reglages, maintenant: float
) -> Visiteur:
    """The visitor of an account, from what their provider said (`maintenant`: seconds, epoch).

    Raises CompteRefuse, ConnexionExpiree.
    """
    verifier_date(dit, reglages.duree_connexion, maintenant)
    if est_sortie(dit):
        raise ConnexionRequise("Vous êtes déconnecté.")
    compte = trouver_compte(dit, actuels)
    if compte.profil is None:
        raise CompteRefuse("Ce compte est fermé.")
    gardees = {cle: valeur for cle, valeur in dit.items() if cle != "tokens"}
    return Visiteur(
        compte.profil,
        Mode.CONNEXION,
        qui=identifiant(dit, actuels),
        referent=compte.referent,
        revendications=gardees,
    )


def encore_permis(connu: Visiteur) -> None:
    """Check again a visitor found earlier, outside of any run (a download that is clicked).

    Raises what `visiteur` raises when their account was closed or changed since.
    """
    if connu.mode is not Mode.CONNEXION:
        return
    actuel = reconnaitre(connu.revendications, droits(), lire_reglages(), time.time())
    if (actuel.profil, actuel.referent) != (connu.profil, connu.referent):
        raise CompteRefuse("Vos droits ont changé : rechargez la page.")


def _sans_compte(reglages: Reglages) -> Visiteur:
    if reglages.sans_compte != "public":
        raise ConnexionRequise("Ce tableau de bord s’ouvre avec un compte.")
    return Visiteur(PUBLIC, Mode.SANS_COMPTE)


def _choisi(reglages: Reglages) -> Visiteur:
    """The profile of the chooser; real data only for who sits at the machine."""
    interdit = _refus_sans_connexion(reglages)
    mode = Mode.LOCALE if interdit is None else Mode.DEMONSTRATION
    return rechoisi(Visiteur(COORDINATION, mode, refus_reel=interdit))


def rechoisi(venu: Visiteur) -> Visiteur:
    """The same visitor with the profile that the chooser says now."""
    profil = PROFILS.get(st.session_state.get(PROFIL, ""), COORDINATION)
    referent = st.session_state.get(PORTEFEUILLE) if profil.portefeuille else None
    return replace(venu, profil=profil, referent=referent)


def _refus_sans_connexion(reglages: Reglages) -> str | None:
    entetes = st.context.headers
    recus = [(nom, valeur) for nom in entetes for valeur in entetes.get_all(nom)]
    return refus_local(
        recus,
        st.get_option("server.address"),
        st.context.ip_address,
        exposition=reglages.exposition,
    )
