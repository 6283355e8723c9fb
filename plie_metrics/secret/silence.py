"""Keep the solver quiet: some of its messages go to standard output whatever its options."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def se_taire() -> None:
    """Close the standard output of this process for good (a helper process has nothing to say)."""
    sys.stdout.flush()
    nulle_part = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nulle_part, 1)
    os.close(nulle_part)


@contextmanager
def muet() -> Iterator[None]:
    """Nothing reaches standard output meanwhile, neither what C code keeps in its buffer.

    For a command, which has one thread: the whole process is concerned.
    """
    gardee = os.dup(1)
    se_taire()
    try:
        yield
    finally:
        ctypes.CDLL(None).fflush(None)
        os.dup2(gardee, 1)
        os.close(gardee)
