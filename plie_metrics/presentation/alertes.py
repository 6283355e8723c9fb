"""What deserves attention, each with the page that explains it."""

from collections.abc import Sequence
from dataclasses import dataclass

from plie_metrics.presentation.formats import avec_unite
from plie_metrics.presentation.rapprochement.selection import adresse_du_plie
from plie_metrics.presentation.rapprochement.verdicts import Verdict, comptes
from plie_metrics.publications.rapprochement.cas import Cas


@dataclass(frozen=True)
class Alerte:
    """A short sentence and the address of the page that explains it."""

    texte: str
    adresse: str


def contradictions(cas: Sequence[Cas] | None) -> Alerte:
    """What the documents of the PLIE contradict without a reason; None: it cannot be verified."""
    if cas is None:
        return Alerte(
            "Rapprochement indisponible : un fichier des documents du PLIE manque ou est abîmé",
            "rapprochement",
        )
    restent = comptes(cas)[Verdict.INEXPLIQUE]
    sujet = avec_unite(restent, "point", "points")
    verbe = "restent inexpliqués" if restent > 1 else "reste inexpliqué"
    return Alerte(f"{sujet} des documents du PLIE {verbe}", adresse_du_plie(Verdict.INEXPLIQUE))
