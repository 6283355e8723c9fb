"""No two rows share a key, identical rows included."""

from typing import Final

import numpy as np

from plie_metrics.importation.atelier import Atelier, Controle, TableChargee
from plie_metrics.importation.moteur import citer

TRI_EN_MEMOIRE: Final = 20_000_000  # keys: 160 Mo of hashes


def controler_cle(atelier: Atelier, chargee: TableChargee) -> None:
    """Tell each row whose key is already that of an earlier row.

    A part of the key that may be empty counts as a value.
    """
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
