"""Référents above or below their norm (file active, entrées).

Read from the `objectifs` table; without a row there that holds the arrêté, the norm is that of
the settings (`normes_referent` of [plie]), over the calendar year. A norm of perimeter `referent`,
or of the settings, is that of a full-time référent: it is scaled by their ETP, and the norm of
entrées by the days of its period they have worked up to the arrêté. `referent:ID` is theirs as it
stands.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from plie_metrics.identite import lire_identite
from plie_metrics.periodes import Periode, annee
from plie_metrics.qualite.donnees import Donnees
from plie_metrics.qualite.modele import Cas, Constat, Gravite, Regle

ECART_NOTABLE: Final = 1.0
"""Whole people: a norm such as 52.5 is met by 52 as by 53."""
NOMS: Final = {"file_active": "file active", "entrees": "entrées"}
REMEDES: Final = {
    ("file_active", "au-dessus"): "Répartissez les prochaines entrées vers d’autres référents.",
    ("file_active", "au-dessous"): "Orientez vers eux les prochaines prescriptions.",
    ("entrees", "au-dessus"): "Vérifiez la charge de ces référents.",
    ("entrees", "au-dessous"): "Orientez vers eux les prochaines prescriptions.",
}


@dataclass(frozen=True)
class Charge:
    """What one référent carries against their norm, in people (or entrées)."""

    referent_id: str
    indicateur: str
    valeur: float
    norme: float

    @property
    def ecart(self) -> float:
        """valeur − norme: positive above the norm."""
        return self.valeur - self.norme


def normes_regles() -> dict[str, float]:
    """The norms of this PLIE, from its settings; raises ConfigurationInvalide."""
    return lire_identite().normes_referent.model_dump()


def charges(donnees: Donnees) -> tuple[Charge, ...]:
    """Every référent present at the arrêté who has a norm; () without référents or norms."""
    referents, objectifs = donnees.table("referents"), donnees.table("objectifs")
    if referents is None:
        return ()
    return tuple(
        charge
        for _, referent in referents.iterrows()
        for indicateur in NOMS
        if (charge := _charge(donnees, referent, indicateur, objectifs)) is not None
    )


def controler_normes(donnees: Donnees) -> tuple[Constat, ...]:
    """The référents above, then below each norm; the reach is the sum of the gaps."""
    toutes = charges(donnees)
    constats = []
    for indicateur, nom in NOMS.items():
        siennes = [charge for charge in toutes if charge.indicateur == indicateur]
        for sens, signe in (("au-dessus", 1), ("au-dessous", -1)):
            hors = [c for c in siennes if signe * c.ecart >= ECART_NOTABLE]
            regle = Regle(
                f"norme_{indicateur}_{sens.replace('-', '_')}",
                Gravite.ALERTE,
                "parcours",
                f"Des référents sont {sens} de leur norme ({nom}).",
                REMEDES[indicateur, sens],
                indicateur,
            )
            portee = sum(abs(c.ecart) for c in hors)
            constats.append(Constat(regle, tuple(map(_cas, hors)), len(siennes), portee))
    return tuple(constats)


def _charge(
    donnees: Donnees, referent: pd.Series, indicateur: str, objectifs: pd.DataFrame | None
) -> Charge | None:
    identifiant = str(referent["referent_id"])
    presence = _presence(referent, donnees.arrete)
    objectif = _objectif(objectifs, indicateur, identifiant, donnees.arrete)
    if objectif is None and indicateur in donnees.normes:
        objectif = donnees.normes[indicateur], annee(donnees.arrete.year), False
    if presence is None or objectif is None:
        return None
    cible, periode, personnelle = objectif
    norme = cible if personnelle else cible * float(referent["etp"])
    ecoulee = periode.commun(Periode(periode.du, donnees.arrete))
    assert ecoulee is not None  # the objective's period holds the arrêté
    if indicateur == "entrees":
        travaillee = ecoulee.commun(presence)
        norme *= (travaillee.jours if travaillee else 0) / periode.jours
    return Charge(
        identifiant, indicateur, _valeur(donnees, indicateur, identifiant, ecoulee), norme
    )


def _valeur(donnees: Donnees, indicateur: str, referent_id: str, periode: Periode) -> float:
    if indicateur == "file_active":
        siens = donnees.ouverts[donnees.ouverts["referent_id"] == referent_id]
        return float(siens["participant_id"].nunique())
    p = donnees.parcours
    entrees = p["date_entree"].between(pd.Timestamp(periode.du), pd.Timestamp(periode.au))
    return float((entrees & (p["referent_id"] == referent_id)).sum())


def _objectif(
    objectifs: pd.DataFrame | None, indicateur: str, referent_id: str, arrete: date
) -> tuple[float, Periode, bool] | None:
    """Target, period and whether it is the référent's own, which comes before the common one."""
    if objectifs is None:
        return None
    instant = pd.Timestamp(arrete)
    valables = objectifs[
        (objectifs["indicateur"] == indicateur)
        & (objectifs["debut"] <= instant)
        & (objectifs["fin"] >= instant)
    ]
    for perimetre in (f"referent:{referent_id}", "referent"):
        trouves = valables[valables["perimetre"] == perimetre]
        if len(trouves):
            ligne = trouves.iloc[0]
            periode = Periode(ligne["debut"].date(), ligne["fin"].date())
            return float(ligne["cible"]), periode, perimetre != "referent"
    return None


def _presence(referent: pd.Series, arrete: date) -> Periode | None:
    debut, fin = referent.get("debut"), referent.get("fin")
    du = date.min if debut is None or pd.isna(debut) else debut.date()
    au = date.max if fin is None or pd.isna(fin) else fin.date()
    presence = Periode(du, au)
    return presence if presence.contient(arrete) else None


def _cas(charge: Charge) -> Cas:
    detail = f"{charge.valeur:.0f} pour une norme de {charge.norme:.1f}".replace(".", ",")
    return Cas(charge.referent_id, referent_id=charge.referent_id, detail=detail)
