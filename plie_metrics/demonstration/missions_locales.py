"""The indicators of the missions locales, with their owners, as the two documents print them."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from plie_metrics.publications.chiffre import Chiffre, Publication

CONTRATS: Final = {
    "contrat_objectifs_ml_2009_2011": (
        "Contrat d’objectifs 2009-2011",
        "Mission locale Drôme des Collines-Royans-Vercors",
    ),
    "convention_ml_2008": ("Convention 2008", "Mission locale de l’arrondissement de Dijon"),
}
"""Document → name of the contract, mission locale that it binds."""
DECIMALES: Final = 6
UNITES: Final = {"pourcent": "taux", "ratio": "ratio"}
NATURES: Final = ("realisation", "objectif", "moyenne_regionale")
MOYENS_HUMAINS: Final = "brh"


def ml_indicateurs(publications: Sequence[Publication]) -> pd.DataFrame:
    """The indicators of the missions locales, with their owners; a figure printed twice is kept
    once (the final table of results first)."""
    lignes = [
        _ligne_ml(publication.document, chiffre)
        for publication in publications
        for chiffre in sorted(publication, key=lambda c: c.tableau != "resultats")
        if _est_indicateur(chiffre)
    ]
    cle = ["contrat", "mission_locale", "code", "nature", "debut", "fin"]
    return pd.DataFrame(lignes).drop_duplicates(cle).sort_values(cle, ignore_index=True)


def _est_indicateur(chiffre: Chiffre) -> bool:
    """A dated result, objective or regional mean; of the staff tables, the totals only."""
    code = chiffre.modalites.get("code", "")
    if chiffre.valeur is None or chiffre.fin is None or chiffre.nature not in NATURES:
        return False
    if chiffre.tableau == MOYENS_HUMAINS:
        return "sexe" not in chiffre.modalites
    return "," not in code and (code.startswith(("TBG", "IO")) or chiffre.nature == "objectif")


def _ligne_ml(document: str, chiffre: Chiffre) -> dict[str, object]:
    contrat, mission_locale = CONTRATS[document]
    taux = chiffre.unite == "pourcent"
    return {
        "contrat": contrat,
        "mission_locale": mission_locale,
        "code": _code(chiffre),
        "parent": chiffre.modalites.get("parent"),
        "intitule": chiffre.ligne,
        "unite": UNITES.get(chiffre.unite, "nombre"),
        "sens": None if chiffre.tableau == MOYENS_HUMAINS else "hausse",
        "nature": chiffre.nature,
        "debut": pd.Timestamp(str(chiffre.debut or chiffre.fin)),
        "fin": pd.Timestamp(str(chiffre.fin)),
        "numerateur": chiffre.numerateur,
        "denominateur": chiffre.denominateur,
        "valeur": round(chiffre.nombre / 100, DECIMALES) if taux else chiffre.nombre,
    }


def _code(chiffre: Chiffre) -> str:
    """The printed code of the indicator, or, where none is printed, the id of its line."""
    code = chiffre.modalites.get("code", "")
    if code.startswith(("TBG", "IO")) or chiffre.tableau == MOYENS_HUMAINS:
        return code
    morceaux = chiffre.id.split(".")[1:]
    return ".".join(morceaux[:-1] if morceaux[-1].isdigit() else morceaux)
