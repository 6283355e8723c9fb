"""From the transcribed CSV to verified Parquet (files are read and written here).

One Parquet a document, so that a damaged file stops only the pages that need it.
"""

import csv
import json
import os
from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from plie_metrics.erreurs import ErreurPlie
from plie_metrics.publications.chiffre import COLONNES, NATURES
from plie_metrics.publications.integrite import DECLARATIONS, MANIFESTE, empreinte, lire_toml

DOCUMENTS: Final = "documents.toml"
NOMBRES: Final = ("valeur", "numerateur", "denominateur")
DATES: Final = ("debut", "fin")
SCHEMA: Final = pa.schema(
    [
        pa.field(
            nom,
            pa.float64() if nom in NOMBRES else pa.date32() if nom in DATES else pa.string(),
        )
        for nom in COLONNES
    ]
)


class TranscriptionInvalide(ErreurPlie):
    """A line of a transcribed CSV cannot be read; the message names file, line and column."""


def construire(dossier: Path) -> list[Path]:
    """Build every document's Parquet and the manifest in `dossier`; return the files written.

    Each file is written aside then renamed, the manifest last: a crash leaves the previous set
    readable or a mismatch that the reader names. Raises TranscriptionInvalide, and
    PublicationIllisible when the list of documents cannot be read.
    """
    documents = lire_documents(dossier)
    tables = {nom: lire_csv(dossier / f"{nom}.csv") for nom in documents}
    _refuser_doublons(tables)
    ecrits = [_ecrire_parquet(dossier / f"{nom}.parquet", lignes) for nom, lignes in tables.items()]
    manifeste = {
        "fichiers": {
            f"{nom}.parquet": {
                "lignes": len(tables[nom]),
                "sha256": empreinte(dossier / f"{nom}.parquet"),
            }
            for nom in documents
        },
        DECLARATIONS: {nom: {"sha256": empreinte(dossier / nom)} for nom in _declarations(dossier)},
    }
    cible = dossier / MANIFESTE
    _remplacer(cible, (json.dumps(manifeste, indent=2, ensure_ascii=False) + "\n").encode())
    return [*ecrits, cible]


def lire_documents(dossier: Path) -> dict[str, dict[str, Any]]:
    """The list of documents: id → titre, auteur, annee, territoire.

    Raises PublicationIllisible, naming the file.
    """
    return lire_toml(dossier, DOCUMENTS)


def lire_csv(fichier: Path) -> list[dict[str, Any]]:
    """The rows of one transcribed CSV, typed; raises TranscriptionInvalide, naming the cell."""
    with fichier.open(encoding="utf-8-sig", newline="") as flux:
        lecteur = csv.DictReader(flux, restkey="en_trop", strict=True)
        if tuple(lecteur.fieldnames or ()) != COLONNES:
            raise TranscriptionInvalide(
                f"{fichier.name}, ligne 1 : les colonnes attendues sont {', '.join(COLONNES)}."
            )
        return [_typer(fichier.name, numero, brute) for numero, brute in enumerate(lecteur, 2)]


def _declarations(dossier: Path) -> list[str]:
    """The TOML files kept beside the publications, and those of their folders."""
    return sorted(fichier.relative_to(dossier).as_posix() for fichier in dossier.rglob("*.toml"))


def _typer(nom: str, numero: int, brute: dict[str, Any]) -> dict[str, Any]:
    if "en_trop" in brute or None in brute.values():
        raise TranscriptionInvalide(
            f"{nom}, ligne {numero} : {len(COLONNES)} cellules attendues ; mettez entre "
            "guillemets les textes qui contiennent une virgule."
        )
    if brute["nature"] not in NATURES:
        raise TranscriptionInvalide(
            f"{nom}, ligne {numero}, colonne nature : « {brute['nature']} » n'est pas prévu ; "
            f"valeurs possibles : {', '.join(NATURES)}."
        )
    return {cle: _cellule(nom, numero, cle, texte) for cle, texte in brute.items()}


def _cellule(nom: str, numero: int, cle: str, texte: str) -> Any:
    if cle not in NOMBRES and cle not in DATES:
        return texte
    if texte == "":
        return None
    try:
        return float(texte) if cle in NOMBRES else date.fromisoformat(texte)
    except ValueError:
        attendu = "un nombre (point décimal)" if cle in NOMBRES else "une date AAAA-MM-JJ"
        raise TranscriptionInvalide(
            f"{nom}, ligne {numero}, colonne {cle} : « {texte} » n'est pas {attendu}."
        ) from None


def _refuser_doublons(tables: dict[str, list[dict[str, Any]]]) -> None:
    vus: dict[str, str] = {}
    for document, lignes in tables.items():
        for numero, ligne in enumerate(lignes, 2):
            ici = f"{document}.csv, ligne {numero}"
            if ligne["id"] in vus:
                raise TranscriptionInvalide(
                    f"{ici}, colonne id : « {ligne['id']} » sert déjà à {vus[ligne['id']]}."
                )
            vus[ligne["id"]] = ici


def _ecrire_parquet(cible: Path, lignes: list[dict[str, Any]]) -> Path:
    tampon = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(lignes, schema=SCHEMA), tampon, compression="zstd")
    _remplacer(cible, tampon.getvalue().to_pybytes())
    return cible


def _remplacer(cible: Path, contenu: bytes) -> None:
    provisoire = cible.with_suffix(cible.suffix + ".tmp")
    with provisoire.open("wb") as flux:
        flux.write(contenu)
        flux.flush()
        os.fsync(flux.fileno())
    provisoire.replace(cible)
