"""What the server does once, before its first visitor."""

import gc
import logging
import time
from importlib import import_module
from threading import Thread
from typing import Final

from pages._acces.journal import ouvrir_journal
from pages._acces.reglages import lire_reglages
from plie_metrics.chemins import JOURNAL
from plie_metrics.erreurs import ErreurPlie

LOURDS: Final = ("pages._composants.planche", "pages._composants.regard")
"""What every page needs, in the order of its imports: a second or two of reading code."""
CALME_S: Final = 15
"""Seconds left to the first visitor before what only later pages need is made ready."""


def demarrer() -> None:
    """Open the access journal; read the code while the first visitor's browser loads.

    A server that cannot write its journal says so in its log, and serves all the same: settings
    that cannot be used are told to each visitor, who enters nowhere.
    """
    try:
        ouvrir_journal(JOURNAL, lire_reglages().journal)
    except (OSError, ErreurPlie) as erreur:
        logging.getLogger("plie").error("Le journal des accès ne peut pas être écrit : %s", erreur)
    Thread(target=_lire_le_code, name="demarrage", daemon=True).start()


def _lire_le_code() -> None:
    gc.disable()  # code that is read makes nothing to throw away, and is never thrown away
    try:
        for module in LOURDS:
            import_module(module)
    finally:
        gc.freeze()
        gc.enable()
    time.sleep(CALME_S)
    import_module("plie_metrics.presentation.graphiques.chauffe").chauffer()
