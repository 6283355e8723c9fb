"""What the server does once, before its first visitor."""

import logging

from pages._acces.journal import ouvrir_journal
from pages._acces.reglages import lire_reglages
from plie_metrics.chemins import JOURNAL
from plie_metrics.erreurs import ErreurPlie


def demarrer() -> None:
    """Open the access journal. A server that cannot says so in its log, and serves all the same:
    settings that cannot be used are told to each visitor, who enters nowhere."""
    try:
        ouvrir_journal(JOURNAL, lire_reglages().journal)
    except (OSError, ErreurPlie) as erreur:
        logging.getLogger("plie").error("Le journal des accès ne peut pas être écrit : %s", erreur)
