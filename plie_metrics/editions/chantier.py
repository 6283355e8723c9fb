"""The drafts: `data/copil/brouillons/<identifiant>/r000012.json`, a file a revision.

Nothing written is ever lost: earlier revisions stay, and a text that could not take the place of
another's is kept beside (`copie-….txt`). Two writers cannot take the same number: the second one's
gesture is applied again to what the first has just written.
"""

import json
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from plie_metrics.chemins import COPIL
from plie_metrics.editions.brouillon import Brouillon
from plie_metrics.editions.depot import Depot, EditionIntrouvable
from plie_metrics.editions.fichiers import DejaPris, creer, ecriture
from plie_metrics.editions.gestes import Geste, TexteDepasse
from plie_metrics.editions.identifiants import proposer, verifier
from plie_metrics.erreurs import ErreurPlie

BROUILLONS, RETIRES = "brouillons", "brouillons-retires"
ESSAIS: Final = 50
_ADAPTATEUR: Final = TypeAdapter(Brouillon)


@dataclass(frozen=True)
class Chantier:
    """The drafts of a folder."""

    dossier: Path = COPIL

    def brouillons(self) -> tuple[Brouillon, ...]:
        """The drafts in work, the last changed first; those that cannot be read are left out."""
        lus = []
        for dossier in (self.dossier / BROUILLONS).glob("[!.]*"):
            try:
                lus.append(self.lire(dossier.name))
            except ErreurPlie:
                continue
        return tuple(sorted(lus, key=lambda b: b.modifie_le or b.cree_le, reverse=True))

    def lire(self, identifiant: str) -> Brouillon:
        """A draft at its latest revision that can be read; raises EditionIntrouvable."""
        for fichier in reversed(self._revisions(identifiant)):
            try:
                lu: Brouillon = _ADAPTATEUR.validate_json(fichier.read_bytes())
            except (OSError, ValidationError, ErreurPlie):
                continue  # a damaged revision: the one before still stands
            return replace(lu, identifiant=identifiant, revision=_numero(fichier))
        raise EditionIntrouvable(
            f"Le brouillon « {identifiant} » n’existe plus : il a été figé ou retiré."
        )

    def creer(self, brouillon: Brouillon) -> Brouillon:
        """A new draft, under a name of its own; raises DepotIndisponible."""
        archive = Depot(self.dossier)
        for rang in range(1, ESSAIS):
            nom = proposer(brouillon.seance, brouillon.titre, rang)
            if archive.fichier(nom).exists() or self._revisions(nom):
                continue
            nouveau = replace(brouillon, identifiant=nom, revision=1)
            if self._ecrire(nouveau):
                return nouveau
        raise EditionIntrouvable("Trop d’éditions portent ce titre à cette date : changez-le.")

    def modifier(self, identifiant: str, geste: Geste, par: str, quand: datetime) -> Brouillon:
        """Apply a gesture to the latest revision, whoever made it, and keep the result.

        Raises TexteDepasse, once a copy of the refused text is kept; DepotIndisponible;
        EditionIntrouvable when the draft is gone.
        """
        for _ in range(ESSAIS):
            # before reading: a number taken since then must stay taken, or its text would be lost
            sommet = max(map(_numero, self._revisions(identifiant)), default=0)
            actuel = self.lire(identifiant)
            try:
                change = geste(actuel)
            except TexteDepasse as refus:
                self._garder_copie(identifiant, refus, par, quand)
                raise
            if change == actuel:
                return actuel
            rang = max(sommet, actuel.revision) + 1
            suivant = replace(change, revision=rang, modifie_par=par, modifie_le=quand)
            if self._ecrire(suivant):
                return suivant
        raise EditionIntrouvable("Ce brouillon change sans cesse : réessayez dans un instant.")

    def copies(self, identifiant: str) -> tuple[str, ...]:
        """The texts that could not replace another's, the latest first."""
        fichiers = sorted(self._dossier(identifiant).glob("copie-*.txt"), reverse=True)
        return tuple(fichier.read_text(encoding="utf-8") for fichier in fichiers)

    def ranger(self, identifiant: str) -> None:
        """Take a draft out of the list, once frozen or given up; its revisions are kept aside."""
        ailleurs = self.dossier / RETIRES
        with ecriture(f"Le retrait du brouillon « {identifiant} »"):
            ailleurs.mkdir(parents=True, exist_ok=True)
            cible = ailleurs / f"{identifiant}-{uuid.uuid4().hex[:6]}"
            self._dossier(identifiant).rename(cible)

    def _ecrire(self, brouillon: Brouillon) -> bool:
        """False when somebody has just taken this revision's number."""
        fichier = self._dossier(brouillon.identifiant) / f"r{brouillon.revision:06}.json"
        brut = _ADAPTATEUR.dump_python(brouillon, mode="json")
        contenu = json.dumps(brut, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
        with ecriture(f"Le brouillon « {brouillon.titre} »"):
            try:
                creer(fichier, contenu.encode())
            except DejaPris:
                return False
        return True

    def _garder_copie(self, nom: str, refus: TexteDepasse, par: str, quand: datetime) -> None:
        fichier = f"copie-{quand:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:6]}.txt"
        entete = f"{quand:%d/%m/%Y %H:%M}, {par} : {refus.quoi}"
        with ecriture("La copie de votre texte"):
            creer(self._dossier(nom) / fichier, f"{entete}\n\n{refus.texte}\n".encode())

    def _revisions(self, identifiant: str) -> list[Path]:
        return sorted(self._dossier(identifiant).glob("r*.json"))

    def _dossier(self, identifiant: str) -> Path:
        return self.dossier / BROUILLONS / verifier(identifiant)


def _numero(fichier: Path) -> int:
    return int(fichier.stem[1:])
