"""Every objective aims at an indicator of the catalogue; else the nearest ones are told."""

from typing import Final

from plie_metrics.catalogue import charger
from plie_metrics.filtres import plus_proches
from plie_metrics.importation.atelier import Atelier, Controle, TableChargee
from plie_metrics.importation.moteur import litteral

INCONNUS_EXPLIQUES: Final = 200
"""Beyond, the column holds something else than indicators: the nearest ones are no help."""
RAISON: Final = "cet indicateur n’existe pas."
CHAMP: Final = "retenues_objectifs.indicateur"


def controler_indicateurs(atelier: Atelier, chargee: TableChargee) -> None:
    """Tell each objective whose indicator does not exist, with those that look like it."""
    if not chargee.lue.a("indicateur"):
        return
    connus = charger()
    prevus = f"({', '.join(map(litteral, connus))})"
    inconnus = f"FROM retenues_objectifs WHERE {CHAMP} NOT IN {prevus}"
    valeurs = atelier.moteur.execute(
        f"SELECT DISTINCT {CHAMP} {inconnus} ORDER BY 1 LIMIT {INCONNUS_EXPLIQUES}"
    ).fetchall()
    remede = "Écrivez l’identifiant d’un indicateur du catalogue (page Méthode)."
    sinon = atelier.numero(Controle("indicateur", RAISON, remede))
    cas = " ".join(
        f"WHEN {litteral(valeur)} THEN {atelier.numero(_controle(valeur))}" for (valeur,) in valeurs
    )
    if cas:
        atelier.constater(
            "objectifs",
            f"SELECT rang_ligne, CASE {CHAMP} {cas} ELSE {sinon} END, {CHAMP}, NULL {inconnus}",
        )


def _controle(valeur: str) -> Controle:
    proches = ", ".join(plus_proches(valeur, charger()))
    return Controle("indicateur", RAISON, f"Les plus proches : {proches}.")
