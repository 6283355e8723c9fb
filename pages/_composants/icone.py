"""The icon of the tab and the logo above the menu: local files, nothing is asked of outside."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from plie_metrics.configuration import ConfigurationInvalide
from plie_metrics.exports.charte import marque
from plie_metrics.identite import lire_identite

ICONE: Final = str(Path(__file__).with_name("icone.png"))


def logo() -> str:
    """The PLIE's own logo, as on its files; the house's icon without one that can be read."""
    try:
        chemin = lire_identite().chemin_logo
        if chemin is not None and _lisible(chemin, chemin.stat().st_mtime_ns):
            return str(chemin)
    except (ConfigurationInvalide, OSError):
        pass  # told by the page « COPIL », and by any page that needs the settings
    return ICONE


@lru_cache(maxsize=2)
def _lisible(chemin: Path, modifie: int) -> bool:
    """Read again when the file changes: asked at each run."""
    del modifie
    return marque("", chemin, []) is not None
