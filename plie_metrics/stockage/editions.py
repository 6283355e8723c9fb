"""Give a finished draft its name: the edition after the last one, whoever else publishes."""

from datetime import date
from pathlib import Path

from plie_metrics.stockage.disque import assurer
from plie_metrics.stockage.erreurs import NomPris
from plie_metrics.stockage.noms import SUFFIXE_RETRAIT, lire_nom, nom_edition


def installer(chantier: Path, dossier: Path, arrete: date) -> Path:
    """Rename the draft as the next edition of `arrete` and force that onto the disk; return it.

    A name is never used twice: not that of a published edition, nor that of an erased one whose
    withdrawal is still on record.
    """
    edition = prochain_rang(dossier, arrete)
    while True:
        cible = dossier / nom_edition(arrete, edition)
        # rename refuses a folder that holds something: two publishers never take the same name
        try:
            if not cible.exists():
                _renommer(chantier, cible)
                return cible
        except OSError:
            if not cible.exists():
                raise
        edition += 1


def installer_au_rang(chantier: Path, dossier: Path, arrete: date, edition: int) -> Path:
    """Rename the draft as that edition; raises NomPris when somebody took it."""
    cible = dossier / nom_edition(arrete, edition)
    if cible.exists():
        raise NomPris(
            f"L’arrêté « {cible.name} » vient d’être publié par quelqu’un d’autre ; recommencez."
        )
    _renommer(chantier, cible)
    return cible


def _renommer(chantier: Path, cible: Path) -> None:
    """Give its name to a draft, or take it back when the disk does not promise to keep it."""
    chantier.rename(cible)
    try:
        assurer(cible.parent)
    except OSError:
        cible.rename(chantier)
        raise


def prochain_rang(dossier: Path, arrete: date) -> int:
    """The first number above every edition of an arrêté, erased ones still on record included."""
    return max(_rangs(dossier, arrete), default=0) + 1


def derniere_edition(dossier: Path, arrete: date) -> Path | None:
    """Folder of the last edition of an arrêté, None when it has none."""
    rangs = [rang for rang in _rangs(dossier, arrete) if _dossier(dossier, arrete, rang).is_dir()]
    return _dossier(dossier, arrete, max(rangs)) if rangs else None


def _dossier(dossier: Path, arrete: date, rang: int) -> Path:
    return dossier / nom_edition(arrete, rang)


def _rangs(dossier: Path, arrete: date) -> set[int]:
    noms = (lire_nom(chemin.name.removesuffix(SUFFIXE_RETRAIT)) for chemin in dossier.iterdir())
    return {nom[1] for nom in noms if nom is not None and nom[0] == arrete}
