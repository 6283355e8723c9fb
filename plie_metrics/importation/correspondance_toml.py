"""The mapping file, read and checked whole: every wrong key is told at once, in French."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from plie_metrics.importation.correspondance import (
    ECHELLES,
    Correspondance,
    CorrespondanceInvalide,
    CorrespondanceTable,
)
from plie_metrics.importation.correspondance_cles import (
    ORIGINES,
    dire_inconnu,
    lire_dates,
    lire_echelle,
    lire_nominatives,
    lire_origine,
)
from plie_metrics.schema import TABLES, Colonne, Table, Type

CLES: Final = (*ORIGINES, "colonnes", "valeurs", "dates", "nominatives", "echelle_niveaux")
TAILLE_MAX: Final = 1024 * 1024


def lire_correspondance(fichier: Path) -> Correspondance:
    """The mapping of a TOML file; raises CorrespondanceInvalide."""
    try:
        if fichier.stat().st_size > TAILLE_MAX:
            raise CorrespondanceInvalide(
                f"Le fichier de correspondance {fichier.name} pèse plus de 1 Mio : ce n’en est "
                "pas un."
            )
        texte = fichier.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise CorrespondanceInvalide(
            f"Le fichier de correspondance {fichier.name} n’existe pas ou n’est pas un texte en "
            "UTF-8 : vérifiez son chemin."
        ) from None
    return correspondance_depuis(texte, fichier.name)


def correspondance_depuis(texte: str, nom: str = "correspondance.toml") -> Correspondance:
    """The mapping written in `texte`; raises CorrespondanceInvalide, which names each key."""
    try:
        contenu = tomllib.loads(texte)
    except tomllib.TOMLDecodeError as erreur:
        raise CorrespondanceInvalide(
            f"{nom} n’est pas un fichier TOML valide ({_lieu(erreur)}) : vérifiez les guillemets, "
            "les crochets et qu’aucune clé n’est écrite deux fois."
        ) from None
    fautes: list[str] = []
    tables = {
        cle: table
        for cle, corps in contenu.items()
        if (table := _table(cle, corps, fautes)) is not None
    }
    if fautes:
        raise CorrespondanceInvalide("\n".join(f"{nom}, {faute}" for faute in fautes))
    return Correspondance(tables)


def _lieu(erreur: tomllib.TOMLDecodeError) -> str:
    # « Expected '=' after a key (at line 3, column 5) » : only the place is worth telling
    _, _, lieu = str(erreur).rpartition("(at ")
    return (
        lieu.rstrip(")")
        .replace("line", "ligne")
        .replace("column", "colonne")
        .replace("end of document", "fin du fichier")
    )


def _table(nom: str, corps: Any, fautes: list[str]) -> CorrespondanceTable | None:
    if nom not in TABLES:
        dire_inconnu(f"clé [{nom}]", "table", nom, TABLES, fautes)
        return None
    if not isinstance(corps, dict):
        fautes.append(f"clé {nom} : écrivez une section [{nom}].")
        return None
    for cle in corps:
        if cle not in CLES:
            dire_inconnu(f"clé {nom}.{cle}", "clé", cle, CLES, fautes)
    table = TABLES[nom]
    return CorrespondanceTable(
        nom,
        lire_origine(nom, corps, fautes),
        _colonnes(table, corps.get("colonnes", {}), fautes),
        _valeurs(table, corps.get("valeurs", {}), fautes),
        lire_dates(nom, corps.get("dates", []), fautes),
        lire_nominatives(table, corps.get("nominatives", []), fautes),
        lire_echelle(nom, corps.get("echelle_niveaux", ECHELLES[0]), fautes),
    )


def _colonnes(table: Table, corps: Any, fautes: list[str]) -> dict[str, str]:
    return _par_colonne(table, "colonnes", corps, fautes, _texte)


def _valeurs(table: Table, corps: Any, fautes: list[str]) -> dict[str, dict[str, str]]:
    return _par_colonne(
        table, "valeurs", corps, fautes, lambda paires, cle: _traductions(table, cle, paires)
    )


def _par_colonne(
    table: Table, section: str, corps: Any, fautes: list[str], lire: Callable[[Any, str], Any]
) -> dict[str, Any]:
    if not isinstance(corps, dict):
        fautes.append(f"clé {table.nom}.{section} : écrivez une section [{table.nom}.{section}].")
        return {}
    lues = {}
    for nom, valeur in corps.items():
        cle = f"{table.nom}.{section}.{nom}"
        if nom not in table.noms:
            dire_inconnu(f"clé {cle}", "colonne", nom, table.noms, fautes)
            continue
        try:
            lues[nom] = lire(valeur, cle)
        except ValueError as erreur:
            fautes.append(f"clé {erreur}")
    return lues


def _texte(titre: Any, cle: str) -> str:
    if not isinstance(titre, str) or not titre.strip():
        raise ValueError(f"{cle} : donnez entre guillemets le titre de la colonne dans l’export.")
    return titre.strip()


def _traductions(table: Table, cle: str, paires: Any) -> dict[str, str]:
    if not isinstance(paires, dict):
        raise ValueError(f"{cle} : écrivez une section [{cle}], une valeur de l’export par ligne.")
    colonne = table.colonne(cle.rpartition(".")[2])
    permises = _permises(colonne)
    lues = {}
    for source, valeur in paires.items():
        code = str(valeur).lower() if isinstance(valeur, bool) else valeur
        if not isinstance(code, str) or (permises is not None and code not in permises):
            possibles = ", ".join(filter(None, permises or ("un texte",))) or "aucune"
            raise ValueError(
                f"{cle}.« {source} » : « {valeur} » n’est pas une valeur de {colonne.nom} ; "
                f'valeurs possibles : {possibles}, ou "" pour une case vide.'
            )
        lues[source] = code
    return lues


def _permises(colonne: Colonne) -> tuple[str, ...] | None:
    """What a text may be translated into; None: any text. A date or a number: nothing only."""
    if colonne.type is Type.BOOLEEN:
        return ("true", "false", "")
    if colonne.fermee:
        return (*colonne.modalites, "")
    return None if colonne.type in (Type.TEXTE, Type.CATEGORIE) else ("",)
