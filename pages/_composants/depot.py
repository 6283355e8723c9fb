"""The files dropped by the user: their widget, and their short stay in a private folder."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages._acces.export import telecharger
from plie_metrics.importation.modele import modele_excel
from plie_metrics.presentation.donnees.depot import (
    CLASSEURS,
    MIO,
    nom_du_depot,
    nom_sur,
    verifier_depot,
)

VERSION = "depot-version"
# Streamlit writes its own words in English inside the box, and has no way to say others
FRANCAIS = """
<style>
  .stFileUploader [data-testid="stFileUploaderDropzone"] button p { font-size: 0; }
  .stFileUploader [data-testid="stFileUploaderDropzone"] button p::after {
      content: "Choisir ou déposer ici"; font-size: 0.9rem; }
  .stFileUploader [data-testid="stFileUploaderDropzoneInstructions"] span { font-size: 0; }
  .stFileUploader [data-testid="stFileUploaderDropzoneInstructions"] span::after {
      content: "LIMITE Mo au plus"; font-size: 0.86rem; color: #5B6770; }
  [data-testid="InputInstructions"] { display: none; }
</style>
"""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def deposer() -> list[UploadedFile]:
    """The box where the files of an extract are dropped; forgotten by `vider`."""
    st.html(FRANCAIS.replace("LIMITE", str(limite_mio())))
    version = st.session_state.setdefault(VERSION, 0)
    return st.file_uploader(
        "Fichiers de l’extrait : plusieurs CSV (un par table) ou un classeur XLSX",
        type=["csv", "xlsx", "xlsm"],
        accept_multiple_files=True,
        key=f"depot-{version}",
    )


def deposer_un(quoi: str, types: Sequence[str], cle: str, limite: int) -> UploadedFile | None:
    """The box of one small file, `limite` in Mio; a larger one is refused in words.

    The box refuses it in the browser, the server again: it bears the size of an extract.
    """
    a_lui = FRANCAIS.replace(".stFileUploader", f".st-key-{cle} .stFileUploader")
    st.html(a_lui.replace("LIMITE", str(limite)))
    depose = st.file_uploader(quoi, type=list(types), key=cle, max_upload_size=limite)
    if depose is not None and depose.size > limite * MIO:
        st.error(f"Ce fichier pèse plus de {limite} Mio : ce n’est pas celui qui est attendu.")
        return None
    return depose


def vider() -> None:
    """Forget the files: those of the server's memory too."""
    st.session_state[VERSION] = st.session_state.get(VERSION, 0) + 1


def empreinte(fichiers: Sequence[UploadedFile]) -> str:
    """Changes when a file is added, removed or replaced."""
    return hashlib.sha256("|".join(f.file_id for f in fichiers).encode()).hexdigest()[:16]


@contextmanager
def extrait_prive(fichiers: Sequence[UploadedFile]) -> Iterator[Path]:
    """The folder of the CSV files, or the workbook, that its owner alone can read; erased after.

    Raises DepotRefuse before anything is written.
    """
    noms = [nom_sur(fichier.name) for fichier in fichiers]
    verifier_depot(noms, [fichier.size for fichier in fichiers], limite_mio())
    prive = Path(tempfile.mkdtemp(prefix="depot-plie-"))  # opened to its owner alone
    try:
        extrait = prive / nom_du_depot(noms)
        extrait.mkdir()
        for nom, fichier in zip(noms, fichiers, strict=True):
            (extrait / nom).write_bytes(fichier.getbuffer())
        seul = extrait / noms[0]
        yield seul if seul.suffix.lower() in CLASSEURS else extrait
    finally:
        shutil.rmtree(prive, ignore_errors=True)


def limite_mio() -> int:
    """Size allowed to an upload, in Mio."""
    return int(st.get_option("server.maxUploadSize"))


def telecharger_modele() -> None:
    """The Excel template, with its drop-down lists and its notice."""
    telecharger(
        "Télécharger le modèle Excel",
        data=modele_excel,
        file_name="modele-extrait-plie.xlsx",
        mime=XLSX,
        key="modele-excel",
    )
