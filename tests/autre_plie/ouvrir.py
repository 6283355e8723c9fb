"""`PLIE_DONNEES=DOSSIER python -m tests.autre_plie.ouvrir`: what every page shows, as JSON.

In its own process: where the data are is decided when the program starts.
"""

import json
import sys
from itertools import chain
from pathlib import Path
from typing import Any

from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from pages._menu import ACCUEIL, MENU

RACINE = Path(__file__).resolve().parents[2]


def ouvrir(fichier: str) -> dict[str, Any]:
    """What a page shows: its errors, and everything that can be read on it."""
    essai = AppTest.from_file(str(RACINE / "pages" / "_cadre.py"), default_timeout=120).run()
    if fichier != ACCUEIL.fichier:
        essai.switch_page(fichier).run()
    return {
        "erreurs": [e.value for e in chain(essai.error, essai.exception)],
        "texte": "\n".join(_mots(e) for e in (*essai.main, *essai.sidebar)),
    }


def _mots(element: Any) -> str:
    """Every text of an element as it is sent to the browser, accents included."""
    proto = getattr(element, "proto", None)
    return str(MessageToDict(proto)) if proto is not None else ""


if __name__ == "__main__":
    entrees = [entree for section in MENU.values() for entree in section]
    json.dump({e.fichier: ouvrir(e.fichier) for e in entrees}, sys.stdout)
