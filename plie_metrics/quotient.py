"""A rate or a mean, which always travels with its two terms."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quotient:
    """numerateur / denominateur, each in the unit that the caller states."""

    numerateur: float
    denominateur: float

    @property
    def valeur(self) -> float | None:
        """The ratio; undefined (None), never 0, when the denominator is 0."""
        return self.numerateur / self.denominateur if self.denominateur else None
