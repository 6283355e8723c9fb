"""Has the backlog of data entry just been caught up, as when a year is closed?

After a closing, recent months are complete although their usual delays are not over: calling
them provisional would be wrong. Read on the days of entry alone.
"""

from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from plie_metrics.objectifs.delais import Delais, jours_de

FENETRE: Final = 30
"""Days before the arrêté in which a catching-up shows."""
PASSEES: Final = 12
"""Earlier windows of the same length that say what is usual."""
PART_RATTRAPEE: Final = 0.75
"""Share of the usual backlog that must have been caught up."""
ECARTS: Final = 3.0
"""Standard deviations above the usual number of entries."""


def saisie_rattrapee(delais: Delais, saisies: pd.Series, vu_le: date) -> bool:
    """True when the last FENETRE days hold the usual entries plus most of the usual backlog.

    The usual backlog is the daily number of facts times their mean delay (Little's law).
    `saisies`: days of entry, nulls ignored.
    """
    fenetres = _par_fenetre(saisies, vu_le)
    dernieres, passees = fenetres[0], fenetres[1:]
    usuel, bruit = float(passees.mean()), float(passees.std(ddof=1))
    retard = usuel / FENETRE * delais.moyen
    surplus = float(dernieres) - usuel
    return surplus > ECARTS * bruit and surplus >= PART_RATTRAPEE * retard > 0


def _par_fenetre(saisies: pd.Series, vu_le: date) -> Any:
    """Numbers of entries in successive windows, the latest first."""
    jours = jours_de(saisies)
    ages = (np.datetime64(vu_le, "D") - jours[~np.isnat(jours)]).astype(np.int64)
    rangs = ages[ages >= 0] // FENETRE
    return np.bincount(rangs[rangs <= PASSEES], minlength=PASSEES + 1)
