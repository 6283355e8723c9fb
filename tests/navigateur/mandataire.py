"""A reverse proxy of a few lines, which passes pages and WebSockets, and rewrites headers."""

import asyncio
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from queue import Queue
from urllib.parse import urlsplit

Entetes = Mapping[str, str | None]


@contextmanager
def mandataire(amont: str, ecrits: Entetes) -> Iterator[int]:
    """Publish the server `amont`; give the port.

    `ecrits`: headers that the proxy writes in the place of what it received; None: stripped.
    """
    pret: Queue[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Queue()

    async def servir() -> None:
        fin = asyncio.Event()
        async with await asyncio.start_server(
            lambda lecture, ecriture: _relayer(lecture, ecriture, amont, ecrits), "127.0.0.1", 0
        ) as service:
            pret.put((service.sockets[0].getsockname()[1], asyncio.get_running_loop(), fin))
            await fin.wait()

    fil = threading.Thread(target=lambda: asyncio.run(servir()), daemon=True)
    fil.start()
    port, boucle, fin = pret.get(timeout=10)
    try:
        yield port
    finally:
        boucle.call_soon_threadsafe(fin.set)
        fil.join(10)


async def _relayer(lecture, ecriture, amont: str, ecrits: Entetes) -> None:
    destination = urlsplit(amont)
    with suppress(asyncio.IncompleteReadError, ConnectionError), closing(ecriture):
        tete = await lecture.readuntil(b"\r\n\r\n")
        retour, vers = await asyncio.open_connection(destination.hostname, destination.port)
        with closing(vers):
            vers.write(_recrire(tete, ecrits))
            sens = [_verser(lecture, vers), _verser(retour, ecriture)]
            taches = [asyncio.create_task(un) for un in sens]
            try:
                await asyncio.wait(taches, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for tache in taches:
                    tache.cancel()


async def _verser(de, vers) -> None:
    with suppress(ConnectionError):
        while morceau := await de.read(65536):
            vers.write(morceau)
            await vers.drain()


def _recrire(tete: bytes, ecrits: Entetes) -> bytes:
    """The head of a request with the headers of the proxy; one request a connection."""
    demande, *lignes = tete.decode("latin-1").rstrip("\r\n").split("\r\n")
    entetes = [ligne.split(":", 1) for ligne in lignes]
    socket = any(n.lower() == "upgrade" for n, _ in entetes)
    remplaces = {nom.lower() for nom in ecrits} | (set() if socket else {"connection"})
    gardes = [f"{n}:{v}" for n, v in entetes if n.lower() not in remplaces]
    ajoutes = [f"{n}: {v}" for n, v in ecrits.items() if v is not None]
    fermer = [] if socket else ["Connection: close"]
    return "\r\n".join([demande, *gardes, *ajoutes, *fermer, "", ""]).encode("latin-1")
