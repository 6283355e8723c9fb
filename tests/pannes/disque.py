"""A disk that fails at the n-th of some calls, in this process."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CAUSES = {errno.ENOSPC: "le disque est plein", errno.EROFS: "en lecture seule"}
VRAIS = {nom: getattr(os, nom) for nom in ("fsync", "mkdir", "rename", "replace", "link")}
MKSTEMP, MKDTEMP = tempfile.mkstemp, tempfile.mkdtemp


@contextmanager
def disque_plein(monkeypatch: Any, n: int) -> Iterator[list[int]]:
    """The n-th time that something is forced onto the disk, there is no room left; then again."""
    vus: list[int] = []

    def fsync(descripteur: int) -> None:
        vus.append(descripteur)
        if len(vus) >= n:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        VRAIS["fsync"](descripteur)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        yield vus


@contextmanager
def lecture_seule(monkeypatch: Any) -> Iterator[None]:
    """Nothing can be made or moved."""

    def refus(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patch:
        for nom in ("mkdir", "rename", "replace", "link", "unlink"):
            patch.setattr(os, nom, refus)
        for nom in ("mkstemp", "mkdtemp"):
            patch.setattr(tempfile, nom, refus)
        yield


def jusqu_au_bout(monkeypatch: Any, geste: Callable[[], Any], refus: type[Exception]) -> list[str]:
    """Run `geste` with a disk full at its 1st, 2nd… flush, until it ends; the refusals."""
    dits: list[str] = []
    while True:
        with disque_plein(monkeypatch, len(dits) + 1) as vus:
            try:
                geste()
            except refus as erreur:
                dits.append(str(erreur))
            else:
                assert len(vus) <= len(dits)
                return dits
