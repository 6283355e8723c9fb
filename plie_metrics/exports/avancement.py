"""How far a file is: a maker calls `avancer` before each piece of its work."""

from collections.abc import Callable

Avancer = Callable[[int, int, str], None]
"""`avancer(fait, total, quoi)`: pieces done, pieces in all, what is being made (French words)."""


def sans_suivi(fait: int, total: int, quoi: str) -> None:
    """Nobody watches."""
