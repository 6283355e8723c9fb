"""A CSV file as a stream of UTF-8 blocks whose line ends are line feeds, whatever it came in."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

ENREGISTRER: Final = (
    "Enregistrez-le de nouveau depuis le tableur au format « CSV UTF-8 (délimité par des virgules "
    "ou des points-virgules) »."
)


class FluxIllisible(Exception):
    """The bytes at `position` (from the start of the file) are no text; `raison` is French."""

    def __init__(self, raison: str, position: int) -> None:
        super().__init__(raison)
        self.raison, self.position = raison, position


def blocs_utf8(flux: IO[bytes], taille: int) -> Iterator[bytes]:
    """UTF-8 blocks without BOM; UTF-8 is tried first, then Windows-1252.

    Raises FluxIllisible: NUL bytes, UTF-16, a file that mixes encodings.
    """
    transcodeur = _Transcodeur()
    retour = False
    while octets := flux.read(taille):
        texte = transcodeur.convertir(octets)
        if retour:
            texte = b"\r" + texte
        retour = texte.endswith(b"\r")
        yield _fins_de_ligne(texte[:-1] if retour else texte)
    yield (b"\n" if retour else b"") + transcodeur.finir()


def ligne_de(fichier: Path, position: int, taille: int) -> int:
    """Number of the line that holds the byte at `position` (first line = 1)."""
    ligne, lus = 1, 0
    with fichier.open("rb") as flux:
        while lus < position and (octets := flux.read(min(taille, position - lus))):
            ligne += max(octets.count(b"\n"), octets.count(b"\r"))
            lus += len(octets)
    return ligne


def _fins_de_ligne(octets: bytes) -> bytes:
    return octets.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in octets else octets


class _Transcodeur:
    """Bytes in, UTF-8 out: settles on an encoding at the first byte beyond ASCII."""

    def __init__(self) -> None:
        self._lus = 0
        self._codage = ""  # empty: only ASCII so far
        self._utf8 = codecs.getincrementaldecoder("utf-8")()

    def convertir(self, octets: bytes) -> bytes:
        if not self._lus:
            octets = self._sans_bom(octets)
        if b"\0" in octets:
            raise FluxIllisible(
                "le fichier contient des caractères nuls (UTF-16, ou fichier endommagé).",
                self._lus + octets.index(b"\0"),
            )
        texte = octets if octets.isascii() and not self._attente() else self._decoder(octets)
        self._lus += len(octets)
        return texte

    def finir(self) -> bytes:
        """What was held back, waiting for the rest of a character."""
        return self._decoder(b"", final=True) if self._attente() else b""

    def _attente(self) -> bytes:
        return self._utf8.getstate()[0]

    def _sans_bom(self, octets: bytes) -> bytes:
        if octets.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise FluxIllisible("le fichier est en UTF-16.", 0)
        if octets.startswith(codecs.BOM_UTF8):
            self._codage = "utf-8"
            self._lus = len(codecs.BOM_UTF8)
            return octets[self._lus :]
        return octets

    def _decoder(self, octets: bytes, *, final: bool = False) -> bytes:
        if self._codage != "cp1252":
            try:
                texte = self._utf8.decode(octets, final)
            except UnicodeDecodeError as erreur:
                self._passer_en_1252(erreur)
            else:
                self._codage = self._codage or ("" if texte.isascii() else "utf-8")
                return texte.encode()
        return self._depuis_1252(octets)

    def _passer_en_1252(self, erreur: UnicodeDecodeError) -> None:
        if self._codage or not erreur.object[: erreur.start].isascii():
            raise FluxIllisible(
                "le fichier mélange UTF-8 et un autre encodage.", self._lus + erreur.start
            ) from None
        self._codage = "cp1252"

    def _depuis_1252(self, octets: bytes) -> bytes:
        octets = self._attente() + octets
        self._utf8.reset()
        try:
            return octets.decode("cp1252").encode()
        except UnicodeDecodeError as erreur:
            raise FluxIllisible(
                "le fichier n’est ni en UTF-8 ni en Windows-1252.", self._lus + erreur.start
            ) from None
