"""What deserves attention, each with the page that explains it."""

from collections.abc import Sequence
from dataclasses import dataclass

from plie_metrics.objectifs.realisation import Realisation
from plie_metrics.presentation.formats import avec_unite, pourcent
from plie_metrics.presentation.rapprochement.selection import adresse_du_plie
from plie_metrics.presentation.rapprochement.verdicts import Verdict, comptes
from plie_metrics.publications.chiffre import Publication
from plie_metrics.publications.rapprochement.cas import Cas


@dataclass(frozen=True)
class Alerte:
    """A short sentence and the address of the page that explains it."""

    texte: str
    adresse: str


def alertes(
    rapport: Publication, realisations: Sequence[Realisation], cas: Sequence[Cas] | None
) -> tuple[Alerte, ...]:
    """Long parcours, the furthest objective, and what the documents contradict without a reason.

    `cas`: the verifications of the documents of the PLIE alone, None when they cannot be made.
    """
    return (_plus_loin(realisations), _parcours_longs(rapport), _contradictions(cas))


def _plus_loin(realisations: Sequence[Realisation]) -> Alerte:
    pire = min(realisations, key=lambda r: r.taux if r.taux is not None else 1)
    return Alerte(
        f"L'objectif le plus loin : {pire.indicateur.titre_court.lower()}, "
        f"{pourcent(pire.taux, 1)}",
        "objectifs",
    )


def _parcours_longs(rapport: Publication) -> Alerte:
    longs = rapport.valeur("ra2016.autres_sorties.plus_30_mois.nombre")
    return Alerte(f"{avec_unite(longs, 'sortie', 'sorties')} après 30 mois de parcours", "methode")


def _contradictions(cas: Sequence[Cas] | None) -> Alerte:
    if cas is None:
        return Alerte(
            "Rapprochement indisponible : un fichier des documents du PLIE manque ou est abîmé",
            "rapprochement",
        )
    restent = comptes(cas)[Verdict.INEXPLIQUE]
    sujet = avec_unite(restent, "point", "points")
    verbe = "restent inexpliqués" if restent > 1 else "reste inexpliqué"
    return Alerte(f"{sujet} des documents du PLIE {verbe}", adresse_du_plie(Verdict.INEXPLIQUE))
