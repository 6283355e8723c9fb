"""Tiny extracts that state their own figures."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from plie_metrics.qualite import Criteres, Rapport, controler

ARRETE = date(2016, 12, 31)
CRITERES = Criteres(
    presence_cdi=6,
    mi_temps=17.5,
    cumul_interim=6,
    fenetre_interim=12,
    cumul_cdd=6,
    fenetre_cdd=12,
    suivi_creation=6,
    duree_contrat_aide=6,
    presence_senior=6,
    age_senior=55,
)
PARTICIPANT = {
    "sexe": "F",
    "annee_naissance": 1980,
    "commune": "21231",
    "qpv": None,
    "niveau_formation": "V",
    "brsa": True,
    "deld": False,
}
PARCOURS = {
    "participant_id": "P1",
    "referent_id": "R1",
    "structure": "CESAM",
    "prescripteur": "spip",
    "date_entree": "2015-06-01",
    "date_sortie": None,
    "motif_sortie": None,
}
ETAPE = {"parcours_id": "A", "type_etape": "cdi", "date_fin": None}
COLONNES_DATES = (
    "date",
    "date_debut",
    "date_fin",
    "date_entree",
    "date_sortie",
    "debut",
    "fin",
    "date_saisie_entree",
    "date_saisie_sortie",
    "mois",
)


def table(*lignes: Mapping[str, Any]) -> pd.DataFrame:
    """Rows as dictionaries; dates written « 2016-01-31 »."""
    donnees = pd.DataFrame([dict(ligne) for ligne in lignes])
    dates = {c: pd.to_datetime(donnees[c]) for c in COLONNES_DATES if c in donnees}
    return donnees.assign(**dates)


def participants(*identifiants: str, **autres: Any) -> pd.DataFrame:
    """People who differ by their number only."""
    return table(*({**PARTICIPANT, "participant_id": i, **autres} for i in identifiants))


def parcours(*lignes: Mapping[str, Any]) -> pd.DataFrame:
    """Parcours A, B, C…, of P1 and R1 unless told."""
    noms = "ABCDEFGHIJ"
    return table(
        *({**PARCOURS, "parcours_id": nom, **li} for nom, li in zip(noms, lignes, strict=False))
    )


def etapes(*lignes: Mapping[str, Any]) -> pd.DataFrame:
    """Étapes E0, E1…, CDI of parcours A unless told."""
    return table(*({**ETAPE, "etape_id": f"E{rang}", **li} for rang, li in enumerate(lignes)))


def rapport(tables: Mapping[str, pd.DataFrame], arrete: date = ARRETE) -> Rapport:
    """Every check, under the criteria of the report."""
    return controler(tables, arrete, CRITERES)


def trouves(rapport_lu: Rapport, *prefixes: str) -> dict[str, list[str]]:
    """Code of the rule → keys of the rows that break it, for the rules of these prefixes."""
    return {
        c.regle.code: [cas.identifiant for cas in c.cas]
        for c in rapport_lu.constats
        if c.regle.code.startswith(prefixes)
    }
