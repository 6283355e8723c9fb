"""The simple keys of a mapping; a fault is added to the list, so that all are told at once."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

from plie_metrics.importation.correspondance import ECHELLES, format_strptime
from plie_metrics.importation.entetes import proche
from plie_metrics.schema import Colonne, Table, Type

ORIGINES: Final = ("origine", "fichier", "feuille")  # three names for the same thing


def lire_origine(nom: str, corps: Mapping[str, Any], fautes: list[str]) -> str:
    """The file or sheet of a table; no path leads out of the folder."""
    donnees = [cle for cle in ORIGINES if cle in corps]
    if len(donnees) > 1:
        fautes.append(f"clé {nom}.{donnees[1]} : ne donnez que {nom}.{donnees[0]}.")
    if not donnees:
        return ""
    valeur = corps[donnees[0]]
    if not isinstance(valeur, str) or not valeur.strip():
        fautes.append(f"clé {nom}.{donnees[0]} : donnez un nom de fichier ou de feuille.")
        return ""
    chemin = PurePath(valeur.replace("\\", "/"))
    if donnees[0] != "feuille" and (chemin.is_absolute() or len(chemin.parts) != 1):
        fautes.append(
            f"clé {nom}.{donnees[0]} : « {valeur} » sort du dossier de l’extrait ; donnez le nom "
            "seul d’un fichier de ce dossier."
        )
    return valeur.strip()


def lire_dates(nom: str, formes: Any, fautes: list[str]) -> tuple[str, ...]:
    """The date formats."""
    formes = [formes] if isinstance(formes, str) else formes
    if not isinstance(formes, list):
        formes = [formes]
    for forme in formes:
        if not isinstance(forme, str) or not format_strptime(forme):
            fautes.append(
                f"clé {nom}.dates : « {forme} » n’est pas un format de date ; écrivez par exemple "
                "JJ/MM/AAAA, JJ.MM.AA ou AAAA-MM-JJ HH:mm."
            )
    return tuple(str(forme) for forme in formes)


def lire_nominatives(table: Table, noms: Any, fautes: list[str]) -> tuple[str, ...]:
    """The columns to replace by a hash."""
    noms = [noms] if isinstance(noms, str) else noms
    if not isinstance(noms, list):
        noms = [noms]
    for nom in noms:
        if nom not in table.noms:
            dire_inconnu(f"clé {table.nom}.nominatives", "colonne", str(nom), table.noms, fautes)
        elif not _pseudonymisable(table.colonne(nom)):
            fautes.append(
                f"clé {table.nom}.nominatives : {nom} n’est pas un texte libre, son contenu ne "
                "peut pas être pseudonymisé ; retirez-la de la liste."
            )
    return tuple(str(nom) for nom in noms)


def _pseudonymisable(colonne: Colonne) -> bool:
    texte = colonne.type in (Type.TEXTE, Type.CATEGORIE)
    return texte and not colonne.fermee and not colonne.motif


def lire_echelle(nom: str, echelle: Any, fautes: list[str]) -> str:
    """The scale of the levels of training."""
    if str(echelle) not in ECHELLES:
        fautes.append(
            f"clé {nom}.echelle_niveaux : « {echelle} » n’est pas prévu ; écrivez « ancienne » "
            "(III+ à VI) ou « 2019 » (3 à 8)."
        )
    return str(echelle)


def dire_inconnu(
    lieu: str, quoi: str, nom: str, connus: Mapping[str, Any] | tuple[str, ...], fautes: list[str]
) -> None:
    """Add the fault of a name that is not one of `connus`."""
    idee = proche(nom, connus)
    suite = f"vouliez-vous dire « {idee} » ?" if idee else f"possibles : {', '.join(connus)}."
    fautes.append(f"{lieu} : « {nom} » n’est pas une {quoi} connue ; {suite}")
