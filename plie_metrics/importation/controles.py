"""Every rule of an extract, asked of the engine: keys, references, cells, dates in order."""

from datetime import date
from typing import Final

from plie_metrics.importation.anomalie import Anomalie, Avertissement
from plie_metrics.importation.atelier import Atelier, Controle, TableChargee
from plie_metrics.importation.cles import controler_cle
from plie_metrics.importation.objectifs import controler_indicateurs
from plie_metrics.importation.references import controler_references
from plie_metrics.importation.regles_colonnes import regles
from plie_metrics.importation.table_lue import brut, texte_lu

SORTIE_SANS_MOTIF: Final = Controle(
    "motif_sortie",
    "la date de sortie est remplie, mais pas le motif de sortie.",
    "Remplissez les deux (sortie), ou aucun (parcours en cours).",
)
MOTIF_SANS_SORTIE: Final = Controle(
    "date_sortie",
    "le motif de sortie est rempli, mais pas la date de sortie.",
    "Remplissez les deux (sortie), ou aucun (parcours en cours).",
)
SORTIE_AVANT_ENTREE: Final = Controle(
    "date_sortie", "la sortie vient avant l’entrée.", "Corrigez l’une des deux dates."
)


def controler(atelier: Atelier, arrete: date, refusees: frozenset[str]) -> list[Avertissement]:
    """Check every loaded table; the findings go to `atelier`.

    `refusees`: tables that are in the source but could not be read: what refers to them cannot
    be checked. Returns what could not be checked for want of an optional table.
    """
    dits: list[Avertissement] = []
    for chargee in atelier.tables.values():
        _controler_cellules(atelier, chargee, arrete)
        controler_cle(atelier, chargee)
        dits += controler_references(atelier, chargee, refusees)
    if "parcours" in atelier.tables:
        _controler_sorties(atelier, atelier.tables["parcours"])
    if "objectifs" in atelier.tables:
        controler_indicateurs(atelier, atelier.tables["objectifs"])
    _controler_remplies(atelier)
    return dits


def _controler_cellules(atelier: Atelier, chargee: TableChargee, arrete: date) -> None:
    for lue in chargee.lue.colonnes:
        toutes = list(regles(lue, arrete, atelier.limites))
        if toutes:
            cas = " ".join(
                f"WHEN {regle.condition} THEN {atelier.numero(regle.controle)}" for regle in toutes
            )
            filtre = " OR ".join(f"({regle.filtre})" for regle in toutes)
            atelier.constater(
                chargee.nom,
                f"SELECT rang_ligne, CASE {cas} END AS controle, {texte_lu(lue)}, NULL "
                f"FROM retenues_{chargee.nom} WHERE ({filtre}) AND controle IS NOT NULL",
            )


def _controler_sorties(atelier: Atelier, parcours: TableChargee) -> None:
    if not parcours.lue.a("date_sortie", "motif_sortie"):
        return
    sortie = parcours.lue.lue("date_sortie")
    montree, motif = texte_lu(sortie) if sortie else "NULL", brut("motif_sortie")
    sans_date = f"date_sortie IS NULL AND {brut('date_sortie')} IS NULL"
    for controle, condition, montre in (
        (SORTIE_SANS_MOTIF, f"NOT ({sans_date}) AND {motif} IS NULL", "NULL"),
        (MOTIF_SANS_SORTIE, f"{motif} IS NOT NULL AND {sans_date}", "NULL"),
        (SORTIE_AVANT_ENTREE, "date_sortie < date_entree", montree),
    ):
        if controle is not SORTIE_AVANT_ENTREE or parcours.lue.a("date_entree"):
            atelier.constater(
                "parcours",
                f"SELECT rang_ligne, {atelier.numero(controle)}, {montre}, NULL "
                f"FROM retenues_parcours WHERE {condition}",
            )


def _controler_remplies(atelier: Atelier) -> None:
    for chargee in atelier.tables.values():
        if chargee.lue.table.requise and chargee.lignes == 0:
            atelier.generales.append(
                Anomalie(
                    chargee.nom, "la table ne contient aucune ligne.", "Refaites l’extraction."
                )
            )
