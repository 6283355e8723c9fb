"""The access journal: who opened what, and when. One JSON line an event, never any case data.

Lines go to the logger `plie.acces`; the server alone (`app.py`) gives it its file, in data/journal
or the folder that the variable PLIE_JOURNAL names.
"""

import json
import logging
import os
import stat
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, Final

from pages._acces.reglages import Rotation
from pages._acces.visiteur import Visiteur

JOURNAL: Final = logging.getLogger("plie.acces")
FICHIER: Final = "acces.jsonl"
LONGUEUR_MAX: Final = 200
"""Of a text in the journal: what a visitor sends may not fill the disk."""


class _Lignes(RotatingFileHandler):
    """Rotation by size; only the owner of the server reads the files."""

    def _open(self) -> Any:
        def prive(chemin: str, drapeaux: int) -> int:
            return os.open(chemin, drapeaux, stat.S_IRUSR | stat.S_IWUSR)

        return open(self.baseFilename, self.mode, encoding="utf-8", opener=prive)


class _EnJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        quand = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        return json.dumps({"quand": quand, **record.__dict__["fait"]}, ensure_ascii=False)


def ouvrir_journal(dossier: Path, rotation: Rotation) -> None:
    """Give the journal its file, once. Raises OSError when it cannot be written."""
    if JOURNAL.handlers:
        return
    dossier.mkdir(parents=True, exist_ok=True, mode=0o700)
    lignes = _Lignes(
        dossier / FICHIER,
        maxBytes=rotation.taille_max_ko * 1024,
        backupCount=rotation.fichiers,
        encoding="utf-8",
    )
    lignes.setFormatter(_EnJson())
    JOURNAL.addHandler(lignes)
    JOURNAL.setLevel(logging.INFO)
    JOURNAL.propagate = False


def noter(
    action: str,
    visiteur: Visiteur | None = None,
    *,
    qui: str = "",
    page: str = "",
    objet: str = "",
) -> None:
    """Write one event: `action` (page, export, refus, connexion, deconnexion), by whom, where.

    `objet`: what was exported, or why it was refused; a file's name or a word, never a figure.
    """
    fait = {
        "action": action,
        "qui": visiteur.nom_au_journal if visiteur else qui,
        "profil": visiteur.profil.nom if visiteur else "",
        "page": page,
        "objet": objet,
    }
    JOURNAL.info(
        action, extra={"fait": {cle: texte[:LONGUEUR_MAX] for cle, texte in fait.items() if texte}}
    )
