"""Référents above or below their norm (file active, entrées).

Read from the `objectifs` table; without a row there that holds the arrêté, the norm is that of
the settings (`normes_referent` of [plie]), over the calendar year. A norm of perimeter `referent`,
or of the settings, is that of a full-time référent: it is scaled by their ETP, and the norm of
entrées by the days of its period they have worked up to the arrêté. `referent:ID` is theirs as it
stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
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
    referents = donnees.table("referents")
    if referents is None:
        return ()
    normes = [_normes(donnees, indicateur) for indicateur in NOMS]
    toutes = (
        _charge(donnees.arrete, referent, les_normes)
        for _, referent in referents.iterrows()
        for les_normes in normes
    )
    return tuple(charge for charge in toutes if charge is not None)


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


@dataclass(frozen=True)
class Norme:
    """What is expected over a period; `personnelle` when it is the référent's own."""

    cible: float
    periode: Periode
    personnelle: bool


@dataclass(frozen=True, eq=False)
class Normes:
    """An indicator: its norms by perimeter, and what each référent carries, by identifier."""

    indicateur: str
    par_perimetre: Mapping[str, Norme]
    commune: Norme | None
    portes: Callable[[Periode], Mapping[str, float]]

    def de(self, referent_id: str) -> Norme | None:
        """Their own, else the common one of the extract, else that of the settings."""
        for perimetre in (f"referent:{referent_id}", "referent"):
            if perimetre in self.par_perimetre:
                return self.par_perimetre[perimetre]
        return self.commune


def _charge(arrete: date, referent: pd.Series, normes: Normes) -> Charge | None:
    identifiant = str(referent["referent_id"])
    presence, norme = _presence(referent, arrete), normes.de(identifiant)
    if presence is None or norme is None:
        return None
    attendu = norme.cible if norme.personnelle else norme.cible * float(referent["etp"])
    ecoulee = norme.periode.commun(Periode(norme.periode.du, arrete))
    assert ecoulee is not None  # the objective's period holds the arrêté
    if normes.indicateur == "entrees":
        travaillee = ecoulee.commun(presence)
        attendu *= (travaillee.jours if travaillee else 0) / norme.periode.jours
    porte = normes.portes(ecoulee).get(identifiant, 0.0)
    return Charge(identifiant, normes.indicateur, porte, attendu)


def _normes(donnees: Donnees, indicateur: str) -> Normes:
    reglee = donnees.normes.get(indicateur)
    return Normes(
        indicateur,
        _par_perimetre(donnees, indicateur),
        None if reglee is None else Norme(reglee, annee(donnees.arrete.year), personnelle=False),
        lru_cache(lambda periode: _portes(donnees, indicateur, periode)),
    )


def _portes(donnees: Donnees, indicateur: str, periode: Periode) -> dict[str, float]:
    """The file active, or the entrées of the period, by référent."""
    if indicateur == "file_active":
        comptes = donnees.ouverts.groupby("referent_id")["participant_id"].nunique()
    else:
        p = donnees.parcours
        entrees = p["date_entree"].between(pd.Timestamp(periode.du), pd.Timestamp(periode.au))
        comptes = p.loc[entrees, "referent_id"].value_counts()
    return {str(qui): float(combien) for qui, combien in comptes.items()}


def _par_perimetre(donnees: Donnees, indicateur: str) -> dict[str, Norme]:
    """The norms in course at the arrêté; the first row of a perimeter is the one that holds."""
    objectifs = donnees.table("objectifs")
    if objectifs is None:
        return {}
    instant = pd.Timestamp(donnees.arrete)
    valables = objectifs[
        (objectifs["indicateur"] == indicateur)
        & (objectifs["debut"] <= instant)
        & (objectifs["fin"] >= instant)
    ].drop_duplicates("perimetre")
    return {
        perimetre: Norme(float(cible), Periode(debut.date(), fin.date()), perimetre != "referent")
        for perimetre, cible, debut, fin in valables[
            ["perimetre", "cible", "debut", "fin"]
        ].itertuples(index=False)
    }


def _presence(referent: pd.Series, arrete: date) -> Periode | None:
    debut, fin = referent.get("debut"), referent.get("fin")
    du = date.min if debut is None or pd.isna(debut) else debut.date()
    au = date.max if fin is None or pd.isna(fin) else fin.date()
    presence = Periode(du, au)
    return presence if presence.contient(arrete) else None


def _cas(charge: Charge) -> Cas:
    detail = f"{charge.valeur:.0f} pour une norme de {charge.norme:.1f}".replace(".", ",")
    return Cas(charge.referent_id, referent_id=charge.referent_id, detail=detail)
