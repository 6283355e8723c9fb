"""People of the file active who were not met."""

from typing import Final

import pandas as pd

from plie_metrics.periodes import debut_mois, decaler_mois
from plie_metrics.qualite.donnees import Donnees, jour, releve
from plie_metrics.qualite.modele import Constat, Gravite, Regle

MOIS_SANS_NOUVELLES: Final = 3
SANS_ENTRETIEN: Final = Regle(
    "sans_entretien_du_mois",
    Gravite.ALERTE,
    "entretiens",
    "Des participants en file active n’ont pas d’entretien dans le mois de l’arrêté.",
    "Saisissez l’entretien s’il a eu lieu, ou proposez un rendez-vous.",
    "taux_entretien_mensuel",
)
SANS_NOUVELLES: Final = Regle(
    "sans_entretien_depuis_trois_mois",
    Gravite.ALERTE,
    "entretiens",
    "Des participants en file active n’ont pas d’entretien depuis trois mois.",
    "Reprenez contact, ou proposez la sortie à la commission.",
    "file_active",
)


def controler_suivi(donnees: Donnees) -> tuple[Constat, ...]:
    """People in parcours at the arrêté with no entretien, on any of their parcours; () without.

    Source of the monthly entretien: appel à projets 2018, « Le plan d'action 2018 ».
    """
    if donnees.entretiens is None:
        return ()
    instant = pd.Timestamp(donnees.arrete)
    connus = donnees.entretiens[donnees.entretiens["date"] <= instant]
    dernier = connus.groupby("participant_id")["date"].max()
    personnes = donnees.ouverts.sort_values("date_entree").drop_duplicates(
        "participant_id", keep="last"
    )
    # a dict: an empty series cannot be mapped, and a table of entretiens may have no row
    lus = pd.to_datetime(personnes["participant_id"].map(dernier.to_dict()))
    personnes = personnes.assign(dernier=lus)
    mois = _avant(personnes, pd.Timestamp(debut_mois(donnees.arrete)))
    limite = pd.Timestamp(decaler_mois(donnees.arrete, -MOIS_SANS_NOUVELLES))
    # someone who entered yesterday has not been out of sight for three months
    longtemps = _avant(personnes, limite) & (personnes["date_entree"] < limite)
    return tuple(
        releve(regle, personnes, fautif, "participant_id", _dernier_entretien)
        for regle, fautif in ((SANS_ENTRETIEN, mois), (SANS_NOUVELLES, longtemps))
    )


def _avant(personnes: pd.DataFrame, limite: pd.Timestamp) -> pd.Series:
    return personnes["dernier"].isna() | (personnes["dernier"] < limite)


def _dernier_entretien(ligne: pd.Series) -> str:
    if pd.isna(ligne["dernier"]):
        return "aucun entretien"
    return f"dernier entretien le {jour(ligne['dernier'])}"
