"""The profiles and what each may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from plie_metrics.erreurs import ErreurPlie


class ProfilInconnu(ErreurPlie):
    """A profile that does not exist; the valid ones are told."""


@dataclass(frozen=True)
class Profil:
    """A profile. `protege`: its figures come from the closed list, masked; else they are exact.

    `regles` names the thresholds and the list that apply to it (for a référent, those of a
    financeur outside of their own portfolio). `par_referent`: référents may be told apart.
    `isole_sensibles`: sensitive modalities stay apart where the settings say so. `dossiers`: files
    may be listed one by one (a référent's own).
    """

    nom: str
    libelle: str
    voit: str
    protege: bool
    regles: str | None = None
    par_referent: bool = False
    portefeuille: bool = False
    isole_sensibles: bool = True
    dossiers: bool = False


COORDINATION: Final = Profil(
    "coordination", "Coordination", "Toutes les données.", False, par_referent=True, dossiers=True
)
REFERENT: Final = Profil(
    "referent",
    "Référent",
    "Son portefeuille, par numéro de dossier ; le reste comme un financeur.",
    True,
    regles="financeur",
    portefeuille=True,
    dossiers=True,
)
EQUIPE: Final = Profil(
    "equipe",
    "Équipe",
    "Les chiffres de tous les référents, sans dossier individuel.",
    False,
    par_referent=True,
)
FINANCEUR: Final = Profil(
    "financeur", "Financeur", "Des agrégats, petits effectifs masqués.", True, regles="financeur"
)
PUBLIC: Final = Profil(
    "public",
    "Public",
    "Des agrégats, effectifs masqués plus largement.",
    True,
    regles="public",
    isole_sensibles=False,
)
PROFILS: Final[Mapping[str, Profil]] = MappingProxyType(
    {p.nom: p for p in (COORDINATION, REFERENT, EQUIPE, FINANCEUR, PUBLIC)}
)


def profil(nom: str) -> Profil:
    """The profile of that name; raises ProfilInconnu."""
    if nom not in PROFILS:
        raise ProfilInconnu(
            f"Le profil « {nom} » n’existe pas ; profils possibles : {', '.join(PROFILS)}."
        )
    return PROFILS[nom]
