"""From what the provider says of somebody to their account: pure, and no benefit of doubt."""

from collections.abc import Mapping
from typing import Any, Final

from pages._acces.droits import Compte, Droits, normaliser
from plie_metrics.erreurs import ErreurPlie
from plie_metrics.secret.profils import PROFILS

Revendications = Mapping[str, Any]
AVANCE: Final = 300
"""Seconds by which the provider's clock may be ahead of ours."""


class CompteRefuse(ErreurPlie):
    """Somebody signed in, whose account opens nothing."""


class ConnexionExpiree(ErreurPlie):
    """Somebody signed in too long ago."""


def identifiant(dit: Revendications, droits: Droits) -> str:
    """By what the account is known; empty when the provider does not say it."""
    valeur = dit.get(droits.identifiant)
    return normaliser(valeur) if isinstance(valeur, str) else ""


def trouver_compte(dit: Revendications, droits: Droits) -> Compte:
    """The account of the table, else the one that the roles give. Raises CompteRefuse.

    Somebody with several roles has the one that sees most: the order of `PROFILS`.
    """
    nom = identifiant(dit, droits)
    if not nom:
        raise CompteRefuse(
            f"Le fournisseur d’identité ne donne pas « {droits.identifiant} » : ce compte ne peut "
            "pas être reconnu. Demandez à la coordination de corriger le réglage « identifiant »."
        )
    if dit.get("email_verified") in (False, "false"):
        raise CompteRefuse(
            "L’adresse de ce compte n’est pas vérifiée par votre fournisseur d’identité : "
            "vérifiez-la auprès de lui, puis reconnectez-vous."
        )
    compte = droits.comptes.get(nom) or _par_roles(dit, droits)
    if compte is None or compte.profil is None:
        raise CompteRefuse(
            f"Le compte {nom} n’ouvre pas ce tableau de bord. Demandez un accès à la coordination "
            "du PLIE."
        )
    return compte


def verifier_date(dit: Revendications, heures: int, maintenant: float) -> None:
    """Raises ConnexionExpiree when the sign-in is older than `heures`, or of unknown date."""
    emis = dit.get("iat")
    if (
        isinstance(emis, bool)
        or not isinstance(emis, int | float)
        or not -AVANCE <= maintenant - emis <= heures * 3600
    ):
        raise ConnexionExpiree(
            f"Votre connexion date de plus de {heures} heures : reconnectez-vous."
        )


def _par_roles(dit: Revendications, droits: Droits) -> Compte | None:
    if droits.revendication is None:
        return None
    valeur = dit.get(droits.revendication)
    roles = [valeur] if isinstance(valeur, str) else valeur if isinstance(valeur, list) else []
    obtenus = {droits.roles[r].nom for r in roles if isinstance(r, str) and r in droits.roles}
    premier = next((profil for nom, profil in PROFILS.items() if nom in obtenus), None)
    if premier is None:
        return None
    referent = dit.get(droits.revendication_referent) if droits.revendication_referent else None
    return Compte(premier, referent if isinstance(referent, str) and referent else None)
