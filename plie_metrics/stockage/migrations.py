"""From one version of the schema to the next, when an older snapshot is opened.

The files of a snapshot never change: what is read from them is brought to today's schema, step by
step. To change the schema: raise `SCHEMA_VERSION`, and add here the step from the version before,
in the same commit (a test holds that the two agree, another opens the oldest snapshot of all).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True)
class Migration:
    """From version `depuis` to the next one.

    `table`: name of a table and its pyarrow.Table → the table in the next version's form; columns
    that were renamed, codes that were replaced, a default for a column that became required.
    """

    depuis: int
    pourquoi: str
    table: Callable[[str, Any], Any]


MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""Oldest first, one a version: none yet, version 1 is the first."""


def migrer(nom: str, table: Any, version: int) -> Any:
    """A pyarrow.Table read from a snapshot of `version`, in the form of today's schema."""
    for migration in MIGRATIONS:
        if migration.depuis >= version:
            table = migration.table(nom, table)
    return table
