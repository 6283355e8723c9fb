"""A fresh server on a free port, and a Chromium that notes everything it is asked for."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

RACINE = Path(__file__).resolve().parent.parent.parent
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def port_libre() -> int:
    """A port on which nothing listens."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port: int = prise.getsockname()[1]
    return port


@contextmanager
def serveur(
    environnement: dict[str, str] | None = None, racine: Path = RACINE, port: int | None = None
) -> Iterator[str]:
    """Start `streamlit run app.py`; give its address once it answers; stop it at the end.

    `racine`: an installation of the dashboard, this one unless another is named. Its access journal
    is kept only for another one: the tests leave no trace in this one's.
    """
    with serveur_et_pid(environnement, racine, port) as (adresse, _):
        yield adresse


@contextmanager
def serveur_et_pid(
    environnement: dict[str, str] | None = None, racine: Path = RACINE, port: int | None = None
) -> Iterator[tuple[str, int]]:
    """The same, with the number of its process."""
    with tempfile.TemporaryDirectory() as ailleurs:
        journal = ailleurs if racine == RACINE else str(racine / "data" / "journal")
        with _demarre(
            racine, port or port_libre(), {"PLIE_JOURNAL": journal, **(environnement or {})}
        ) as demarre:
            yield demarre


@contextmanager
def _demarre(racine: Path, port: int, environnement: dict[str, str]) -> Iterator[tuple[str, int]]:
    commande = [sys.executable, "-m", "streamlit", "run", "app.py"]
    options = ["--server.headless=true", f"--server.port={port}", "--server.fileWatcherType=none"]
    processus = subprocess.Popen(
        [*commande, *options],
        cwd=racine,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environnement},
    )
    try:
        attendre_reponse(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}", processus.pid
    finally:
        processus.terminate()
        processus.wait(timeout=20)


def attendre_reponse(adresse: str) -> None:
    """Wait until this address answers."""
    limite = time.monotonic() + 60
    while time.monotonic() < limite:
        try:
            with urlopen(adresse, timeout=2) as reponse:
                if reponse.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(adresse)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, else Playwright's own."""
    with sync_playwright() as pilote:
        navigateur = _lancer(pilote)
        try:
            yield navigateur
        finally:
            navigateur.close()


def _lancer(pilote: Playwright) -> Browser:
    systeme = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    return pilote.chromium.launch(executable_path=systeme, args=OPTIONS)


CALME = """attente => {
  if (!window.oeil) {
    const noter = () => { window.changee = performance.now(); };
    noter();
    window.oeil = new MutationObserver(noter);
    window.oeil.observe(document.body,
      {subtree: true, childList: true, attributes: true, characterData: true});
  }
  return performance.now() - window.changee > attente;
}"""


def attendre_calme(page: Page, attente_ms: int = 150) -> None:
    """Wait until nothing has changed on the page for so long."""
    page.wait_for_function(CALME, arg=attente_ms, polling=30)


def attendre_page(page: Page) -> None:
    """Wait until Streamlit has finished its run and every chart is drawn."""
    page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']")
    page.wait_for_selector(".stMain h1", timeout=15_000)
    page.wait_for_function(
        "() => !document.querySelector('[data-testid=\"stSkeleton\"]') &&"
        " [...document.querySelectorAll('.stVegaLiteChart')]"
        ".every(g => g.querySelector('svg,canvas'))"
    )
    attendre_calme(page)
