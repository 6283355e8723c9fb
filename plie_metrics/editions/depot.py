"""The archive: frozen editions as plain files, `data/copil/editions/<identifiant>.json`.

A file is written once, whole, and never again; each reading checks its fingerprint.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plie_metrics.chemins import COPIL
from plie_metrics.editions.canonique import EditionAlteree, en_json, lire_json
from plie_metrics.editions.fichiers import DejaPris, creer, ecriture
from plie_metrics.editions.identifiants import verifier
from plie_metrics.editions.modele import COURTE, Edition
from plie_metrics.erreurs import ErreurPlie

EDITIONS: Final = "editions"
Etat = tuple[tuple[str, int, int], ...]


class EditionIntrouvable(ErreurPlie):
    """No edition or draft of that name."""


class EditionFigee(ErreurPlie):
    """What is frozen is never replaced."""


@dataclass(frozen=True)
class Fiche:
    """A frozen edition of the archive; `edition` is None and `erreur` the reason when damaged."""

    identifiant: str
    edition: Edition | None
    erreur: str = ""


@dataclass(frozen=True)
class Depot:
    """The archive of a folder."""

    dossier: Path = COPIL

    def fiches(self) -> tuple[Fiche, ...]:
        """Every frozen edition, the latest meeting first; the damaged ones are named."""
        return tuple(self._fiche(fichier.stem) for fichier in self._fichiers())

    def editions(self) -> tuple[Edition, ...]:
        """Those that can be used, the latest meeting first."""
        return tuple(fiche.edition for fiche in self.fiches() if fiche.edition is not None)

    def ouvrir(self, identifiant: str) -> Edition:
        """A frozen edition, checked; raises EditionIntrouvable, EditionAlteree."""
        try:
            octets = self.fichier(identifiant).read_bytes()
        except OSError:
            raise EditionIntrouvable(
                f"L’édition « {identifiant} » n’est pas dans l’archive ; la liste est à la page "
                "« COPIL »."
            ) from None
        lue = lire_json(octets, identifiant)
        if not lue.figee:
            raise EditionAlteree(identifiant, "elle n’est plus marquée comme figée")
        if lue.identifiant != identifiant:
            raise EditionAlteree(identifiant, f"ce fichier est celui de « {lue.identifiant} »")
        return lue

    def garder(self, edition: Edition) -> Edition:
        """Write a sealed edition, once. Raises EditionFigee when its name is taken.

        Raises DepotIndisponible when the disk refuses: nothing is then written.
        """
        with ecriture(f"L’édition « {edition.titre} »"):
            try:
                creer(self.fichier(edition.identifiant), en_json(edition))
            except DejaPris:
                raise EditionFigee(
                    f"Une édition « {edition.identifiant} » est déjà figée : elle ne change plus. "
                    "Pour la corriger, faites-en une nouvelle édition."
                ) from None
        return edition

    def retrouver(self, designation: str) -> Edition:
        """The edition of a name or of a fingerprint (twelve characters are enough).

        Raises EditionIntrouvable, EditionAlteree.
        """
        demande = designation.strip().lower()
        for edition in self.editions():
            if len(demande) >= COURTE and edition.empreinte.startswith(demande):
                return edition
        try:
            return self.ouvrir(demande)
        except EditionAlteree:
            raise
        except ErreurPlie:
            raise EditionIntrouvable(
                f"Aucune édition de l’archive n’a le nom ou l’empreinte « {demande[:80]} »."
            ) from None

    def fichier(self, identifiant: str) -> Path:
        """Where an edition lies, or would; raises IdentifiantInvalide."""
        return self.dossier / EDITIONS / f"{verifier(identifiant)}.json"

    def etat(self) -> Etat:
        """What changes when a file of the archive does: part of a cache's key."""
        return tuple((f.name, f.stat().st_mtime_ns, f.stat().st_size) for f in self._fichiers())

    def _fichiers(self) -> list[Path]:
        trouves = (self.dossier / EDITIONS).glob("[!.]*.json")
        return sorted(trouves, key=lambda fichier: _rang(fichier.stem), reverse=True)

    def _fiche(self, identifiant: str) -> Fiche:
        try:
            return Fiche(identifiant, self.ouvrir(identifiant))
        except ErreurPlie as erreur:
            return Fiche(identifiant, None, str(erreur))


def _rang(identifiant: str) -> tuple[str, int]:
    """« ….2 » comes after the first of the same meeting and title."""
    nom, _, suite = identifiant.partition(".")
    return nom, int(suite) if suite.isdigit() else 1


def corrections(edition: Edition, toutes: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """The editions that correct this one: what its readers must be told (errata)."""
    return tuple(
        autre for autre in toutes if autre.corrige and autre.corrige.empreinte == edition.empreinte
    )
