"""Keep what was solved over snapshots beside them, so that it is solved once.

In the hidden folder `.secret` of the snapshots' folder. A file that is not whole is as if absent;
a folder that cannot be written is no error: the solution is found again the next time.
"""

import gzip
import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DOSSIER: Final = ".secret"
EMPREINTE: Final = 32


@dataclass(frozen=True)
class CoffreDisque:
    """Solutions kept in a folder of snapshots."""

    dossier: Path

    def lire(self, nom: str) -> bytes | None:
        """What was kept under that name; None when absent or damaged."""
        try:
            octets = gzip.decompress(self._chemin(nom).read_bytes())
        except (OSError, EOFError, gzip.BadGzipFile, ValueError):
            return None
        empreinte, contenu = octets[:EMPREINTE], octets[EMPREINTE:]
        return contenu if hashlib.sha256(contenu).digest() == empreinte else None

    def ecrire(self, nom: str, contenu: bytes) -> None:
        """Keep it, readable by the account of the application alone, whole or not at all."""
        chemin = self._chemin(nom)
        brouillon = chemin.with_name(f".{chemin.name}.{os.getpid()}.tmp")
        octets = gzip.compress(hashlib.sha256(contenu).digest() + contenu, 6, mtime=0)
        try:
            chemin.parent.mkdir(mode=0o700, exist_ok=True)
            brouillon.write_bytes(octets)
            brouillon.chmod(0o600)
            brouillon.replace(chemin)
        except OSError:
            with suppress(OSError):
                brouillon.unlink(missing_ok=True)

    def noms(self) -> tuple[str, ...]:
        """What is kept, in order."""
        fichiers = (self.dossier / DOSSIER).glob("*.gz")
        return tuple(sorted(f.name.removesuffix(".gz") for f in fichiers if f.name[0] != "."))

    def oublier(self, nom: str) -> None:
        """Destroy what was kept under that name; raises OSError."""
        self._chemin(nom).unlink(missing_ok=True)

    def _chemin(self, nom: str) -> Path:
        return self.dossier / DOSSIER / f"{nom}.gz"
