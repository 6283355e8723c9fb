"""Uploaded files before they touch the disk: a safe name each, and a bounded deposit."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.presentation.formats import avec_unite, nombre

CSV: Final = ".csv"
CLASSEURS: Final = (".xlsx", ".xlsm")
FICHIERS_MAX: Final = 50
NOM_MAX: Final = 80
MIO: Final = 1024 * 1024
_INTERDITS: Final = re.compile(r"[^\w .()+-]")


class DepotRefuse(ErreurPlie):
    """The uploaded files cannot be one extract."""


def nom_sur(nom: str) -> str:
    """`"../../Étapes (1).csv"` → « Étapes (1).csv »: one plain file name, letters kept.

    Neither folder, nor hidden file, nor control character; « fichier » when nothing is left.
    """
    seul = PurePosixPath(nom.replace("\\", "/")).name
    propre = _INTERDITS.sub("_", unicodedata.normalize("NFC", seul)).strip(" .")
    chemin = PurePosixPath(propre or "fichier")
    return chemin.stem[: NOM_MAX - len(chemin.suffix)] + chemin.suffix[:NOM_MAX]


def verifier_depot(noms: Sequence[str], tailles: Sequence[int], limite_mio: int) -> None:
    """Raise DepotRefuse unless these safe names make one extract: CSV files, or one workbook.

    `tailles` in bytes, `limite_mio` for all of them together.
    """
    suffixes = [PurePosixPath(nom).suffix.lower() for nom in noms]
    autres = [n for n, s in zip(noms, suffixes, strict=True) if s not in (CSV, *CLASSEURS)]
    classeurs = [nom for nom, suffixe in zip(noms, suffixes, strict=True) if suffixe in CLASSEURS]
    doubles = {nom for nom in noms if [n.casefold() for n in noms].count(nom.casefold()) > 1}
    if autres:
        raise DepotRefuse(f"« {autres[0]} » n’est ni un CSV ni un classeur XLSX : retirez-le.")
    if classeurs and len(noms) > 1:
        raise DepotRefuse(
            f"Le classeur « {classeurs[0]} » doit être déposé seul : retirez les autres fichiers, "
            "ou déposez seulement des fichiers CSV."
        )
    if doubles:
        raise DepotRefuse(f"Deux fichiers s’appellent « {min(doubles)} » : retirez-en un.")
    if len(noms) > FICHIERS_MAX:
        raise DepotRefuse(
            f"{nombre(len(noms))} fichiers sont déposés : un extrait en compte "
            f"{FICHIERS_MAX} au plus."
        )
    if sum(tailles) > limite_mio * MIO:
        raise DepotRefuse(
            f"Les fichiers pèsent ensemble plus de {nombre(limite_mio)} Mio : utilisez la commande "
            "python -m plie_metrics importer."
        )


def nom_du_depot(noms: Sequence[str]) -> str:
    """What the manifest will tell of the source: « 7 fichiers CSV déposés »."""
    return avec_unite(len(noms), "fichier CSV déposé", "fichiers CSV déposés").replace(
        "\u00a0", " "
    )
