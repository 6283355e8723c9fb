"""Every value that refers to another table exists there."""

from plie_metrics.importation.anomalie import Avertissement
from plie_metrics.importation.atelier import Atelier, Controle, TableChargee
from plie_metrics.importation.moteur import citer
from plie_metrics.schema import TABLES, Colonne, Type


def controler_references(
    atelier: Atelier, chargee: TableChargee, refusees: frozenset[str]
) -> list[Avertissement]:
    """Tell each value that refers to nothing; return what could not be checked.

    `refusees`: tables that are in the source but could not be read.
    """
    dits: list[Avertissement] = []
    for lue in chargee.lue.colonnes:
        if lue.colonne.reference and lue.colonne.reference not in refusees:
            dits += _controler(atelier, chargee, lue.colonne)
    return dits


def _controler(atelier: Atelier, chargee: TableChargee, colonne: Colonne) -> list[Avertissement]:
    cible = TABLES[colonne.reference]
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
