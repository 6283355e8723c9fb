"""The convention of 2008 between the Grand Dijon and its mission locale: what is promised.

Source: délibération of the Grand Dijon and its annexe, articles 1 to 5.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from plie_metrics.publications.chiffre import Chiffre, ChiffreAbsent, Publication

# by the beginning of the ids; a part of a volet that reads alone stands before the volet
VOLETS: Final = {
    "deliberation": "Axes de la délibération",
    "preambule": "Préambule",
    "offre_service": "Offre de service de proximité",
    "offre_emploi": "Accès à l'offre d'emploi",
    "actions_jeunes": "Actions pour les jeunes",
    "partenariat_mdef": "Partenariat avec la MDEF",
    "observatoire": "Observatoire",
    "cooperation_plie.referent": "Moyens du référent PLIE",
    "cooperation_plie": "Coopération avec le PLIE",
    "volet_entreprise": "Relation avec les entreprises",
}


@dataclass(frozen=True)
class Engagement:
    """A commitment: what about, its printed words, the figures that these words hold."""

    volet: str
    objet: str
    mots: str
    quantites: tuple[Chiffre, ...]
    mensuel: bool


@dataclass(frozen=True)
class Dates:
    """The days that matter: the council's vote, the end of the convention, the evaluation due."""

    deliberation: date
    terme: date
    evaluation: date

    @property
    def jours_restants(self) -> int:
        """Days between the vote and the end of what it approves."""
        return (self.terme - self.deliberation).days


def engagements(convention: Publication) -> tuple[Engagement, ...]:
    """Every commitment in words, in the printed order, with its quantity when it prints one."""
    objectifs = [c for c in convention if c.nature == "objectif"]
    return tuple(
        Engagement(
            _volet(chiffre),
            chiffre.ligne,
            chiffre.imprime,
            tuple(o for o in objectifs if o.imprime in chiffre.imprime),
            chiffre.modalites.get("periodicite") == "mensuelle",
        )
        for chiffre in convention
        if chiffre.nature == "engagement" and chiffre.unite == "texte" and _volet(chiffre)
    )


def dates(convention: Publication) -> Dates:
    """The vote, the end and the deadline of the evaluation."""
    return Dates(
        _fin(convention, "ml2008.deliberation.date"),
        _fin(convention, "ml2008.duree.annee"),
        _fin(convention, "ml2008.evaluation.echeance"),
    )


def _volet(chiffre: Chiffre) -> str:
    """The volet of a figure, or nothing for what is not a commitment of the mission locale."""
    suite = chiffre.id.removeprefix("ml2008.")
    return next((debut for debut in VOLETS if suite.startswith(f"{debut}.")), "")


def _fin(convention: Publication, identifiant: str) -> date:
    fin = convention.chiffre(identifiant).fin
    if fin is None:
        raise ChiffreAbsent(f"Le chiffre publié « {identifiant} » n'a pas de date de fin.")
    return fin
