"""The last results of the long tests, with their date: docs/mesures/endurance.json."""

import json
import platform
from datetime import datetime
from pathlib import Path
from typing import Any, Final

FICHIER: Final = Path(__file__).resolve().parents[2] / "docs" / "mesures" / "endurance.json"


def noter(nom: str, resultat: dict[str, Any]) -> None:
    """Replace the results of one long test, the others stay."""
    FICHIER.parent.mkdir(parents=True, exist_ok=True)
    tous = json.loads(FICHIER.read_text(encoding="utf-8")) if FICHIER.exists() else {}
    quand = datetime.now().astimezone().isoformat(timespec="seconds")
    tous[nom] = {"quand": quand, "python": platform.python_version(), **resultat}
    texte = json.dumps(tous, indent=2, ensure_ascii=False, sort_keys=True)
    FICHIER.write_text(f"{texte}\n", encoding="utf-8")
