"""A whole installation of the dashboard in a temporary folder: its own settings, secrets, data."""

import re
import shutil
from datetime import date
from pathlib import Path

from plie_metrics.stockage import publier
from tests.navigateur.serveur import RACINE
from tests.stockage.exemples import parcours, participants


def installer(dossier: Path, *, secrets: str = "", exposition: str = "demonstration") -> Path:
    """Copy the program and the published data; write the settings and the secrets asked for."""
    for nom in ("pages", "plie_metrics"):
        shutil.copytree(RACINE / nom, dossier / nom, ignore=shutil.ignore_patterns("__pycache__"))
    ignorees = shutil.ignore_patterns("snapshots", "journal", "copil")
    shutil.copytree(RACINE / "data", dossier / "data", ignore=ignorees)
    shutil.copy(RACINE / "app.py", dossier / "app.py")
    (dossier / ".streamlit").mkdir()
    shutil.copy(RACINE / ".streamlit" / "config.toml", dossier / ".streamlit" / "config.toml")
    if secrets:
        (dossier / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")
    reglages = dossier / "data" / "plie.toml"
    texte = reglages.read_text(encoding="utf-8")
    texte, faits = re.subn(
        r'(?m)^exposition = ".*"$', lambda _: f'exposition = "{exposition}"', texte
    )
    assert faits == 1
    reglages.write_text(texte, encoding="utf-8")
    return dossier


def publier_reel(installation: Path) -> None:
    """A real snapshot of two people, the latest of the installation."""
    publier(
        installation / "data" / "snapshots",
        date(2016, 12, 31),
        {"participants": participants(), "parcours": parcours()},
        produit_le=date(2017, 1, 5),
        source="essai",
    )
