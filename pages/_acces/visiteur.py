"""Who looks at this run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from plie_metrics.secret.profils import Profil


class Mode(StrEnum):
    """How the profile was obtained."""

    CONNEXION = "connexion"  # an account
    SANS_COMPTE = "sans_compte"  # nobody signed in, and the settings let the public in
    DEMONSTRATION = "demonstration"  # chosen freely, over invented data alone
    LOCALE = "locale"  # chosen freely by who sits at the machine, over real data too


@dataclass(frozen=True)
class Visiteur:
    """Somebody, and what they may see.

    `referent`: whose portfolio is theirs. `refus_reel`: why real data stay closed to them, in
    French; None when they may see those of their profile. `qui`: their account, empty without.
    """

    profil: Profil
    mode: Mode
    qui: str = ""
    referent: str | None = None
    refus_reel: str | None = None
    revendications: Mapping[str, Any] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )

    @property
    def nom_au_journal(self) -> str:
        """What the journal writes for them."""
        return self.qui or self.mode.value
