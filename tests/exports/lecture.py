"""Read a file back, whole: every text of every part, embedded workbooks included."""

import io
import zipfile


def parties(octets: bytes, prefixe: str = "") -> dict[str, bytes]:
    """Every part of a zip, those of the zips inside it too; the file itself when it is none."""
    if not zipfile.is_zipfile(io.BytesIO(octets)):
        return {prefixe or "fichier": octets}
    trouvees: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        for nom in archive.namelist():
            trouvees |= parties(archive.read(nom), f"{prefixe}/{nom}")
    return trouvees


def contenant(octets: bytes, texte: str) -> list[str]:
    """The parts in which that text stands."""
    return [nom for nom, contenu in parties(octets).items() if texte.encode() in contenu]
