"""Seeded draws: one independent generator a concept, so that touching one moves no other."""

from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

GRAINE: Final = 2016
CHIFFRES: Final = 6


def generateur(graine: int, copie: int, concept: str) -> np.random.Generator:
    """The generator of one concept of one copy of the population (PCG64, no global state)."""
    return np.random.Generator(np.random.PCG64([graine, copie, crc32(concept.encode())]))


def identifiants(
    rng: np.random.Generator, prefixe: str, copie: int, nombre: int
) -> npt.NDArray[np.str_]:
    """`nombre` opaque identifiers, unique over the copies: the order of the rows tells nothing."""
    numeros = copie * 10**CHIFFRES + 1 + rng.permutation(nombre)
    return np.char.add(prefixe, np.char.mod(f"%0{CHIFFRES}d", numeros))
