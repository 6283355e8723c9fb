"""Every rule of an extract, asked of the engine: keys, references, cells, dates in order."""

from datetime import date
from typing import Final

import numpy as np

from plie_metrics.importation.anomalie import Anomalie, Avertissement
from plie_metrics.importation.atelier import Atelier, Controle, TableChargee
from plie_metrics.importation.moteur import citer
from plie_metrics.importation.regles_colonnes import regles
from plie_metrics.importation.table_lue import brut, texte_lu
from plie_metrics.schema import TABLES, Colonne, Type

TRI_EN_MEMOIRE: Final = 20_000_000  # keys: 160 Mo of hashes
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
        _controler_cle(atelier, chargee)
        for lue in chargee.lue.colonnes:
            if lue.colonne.reference:
                dits += _controler_reference(atelier, chargee, lue.colonne, refusees)
    if "parcours" in atelier.tables:
        _controler_sorties(atelier, atelier.tables["parcours"])
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


def _controler_cle(atelier: Atelier, chargee: TableChargee) -> None:
    """No two rows share the key; a part that may be empty counts as a value."""
    cle = chargee.lue.table.cle
    if not chargee.lue.a(*cle):
        return
    champs = ", ".join(map(citer, cle))
    remplie = " AND ".join(
        f"{citer(nom)} IS NOT NULL" for nom in cle if not chargee.lue.table.colonne(nom).nulle
    )
    lignes = f"(SELECT rang_ligne, {champs} FROM net_{chargee.nom} WHERE {remplie})"
    if not _peut_avoir_des_doubles(atelier, lignes, champs):
        return
    numero = atelier.numero(_double(cle))
    montre = f"CAST({citer(cle[0])} AS VARCHAR)" if len(cle) == 1 else "NULL"
    premier = f"min(rang_ligne) OVER (PARTITION BY {champs})"
    atelier.constater(
        chargee.nom,
        f"SELECT rang_ligne, {numero}, {montre}, premier FROM (SELECT *, {premier} AS premier "
        f"FROM {lignes}) WHERE rang_ligne > premier",
    )


def _peut_avoir_des_doubles(atelier: Atelier, lignes: str, champs: str) -> bool:
    """False for sure when no two keys have the same hash, which is quick to know."""
    compte = atelier.moteur.execute(f"SELECT count(*) FROM {lignes}").fetchone()[0]
    if compte > TRI_EN_MEMOIRE:
        return True
    empreintes = np.asarray(
        atelier.moteur.execute(f"SELECT hash({champs}) AS h FROM {lignes}").fetchnumpy()["h"]
    )
    empreintes.sort()
    return bool((empreintes[1:] == empreintes[:-1]).any())


def _double(cle: tuple[str, ...]) -> Controle:
    if len(cle) == 1:
        return Controle(
            cle[0],
            "cet identifiant est déjà à la ligne {ligne}.",
            "Supprimez la ligne en double, ou corrigez l’identifiant.",
        )
    return Controle(
        "",
        f"la ligne {{ligne}} a déjà les mêmes {', '.join(cle)}.",
        "Supprimez la ligne en double, ou corrigez-la.",
    )


def _controler_reference(
    atelier: Atelier, chargee: TableChargee, colonne: Colonne, refusees: frozenset[str]
) -> list[Avertissement]:
    cible = TABLES[colonne.reference]
    if cible.nom in refusees:
        return []
    if cible.nom not in atelier.tables:
        return _sans_cible(atelier, chargee, colonne)
    cle = cible.cle[0]
    if not atelier.tables[cible.nom].lue.a(cle):
        return []
    numero = atelier.numero(
        Controle(
            colonne.nom,
            f"cette valeur n’existe pas dans {cible.nom}.{cle}.",
            f"Ajoutez la ligne manquante à {cible.nom}, ou corrigez la valeur.",
        )
    )
    champ = citer(colonne.nom)
    atelier.constater(
        chargee.nom,
        f"SELECT rang_ligne, {numero}, {champ}, NULL FROM retenues_{chargee.nom} AS ici "
        f"ANTI JOIN net_{cible.nom} AS la ON ici.{champ} = la.{citer(cle)} "
        f"WHERE ici.{champ} IS NOT NULL",
    )
    return []


def _sans_cible(atelier: Atelier, chargee: TableChargee, colonne: Colonne) -> list[Avertissement]:
    """A category means something by itself; an identifier without its table means nothing."""
    if colonne.type is Type.CATEGORIE:
        texte = f"{colonne.nom} n’a pas pu être vérifié : la table {colonne.reference} manque"
        return [Avertissement(chargee.nom, texte)]
    champ, numero = (
        citer(colonne.nom),
        atelier.numero(
            Controle(
                colonne.nom,
                f"la table {colonne.reference}, à laquelle cette valeur renvoie, manque.",
                f"Ajoutez {colonne.reference}.csv à l’extrait.",
            )
        ),
    )
    atelier.constater(
        chargee.nom,
        f"SELECT rang_ligne, {numero}, {champ}, NULL FROM net_{chargee.nom} "
        f"WHERE {champ} IS NOT NULL",
    )
    return []


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
