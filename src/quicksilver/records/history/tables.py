"""What the triggers must know of each table: its name, its columns, its version table.

Names come from the models alone, never from data, so they may stand in SQL as they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.db import models

from quicksilver.records.history import versions
from quicksilver.records.models import RECORD_MODELS, IssuedFile, IssuedReport, ReportErratum, Revision

REVISIONS = Revision._meta.db_table
ISSUED = (IssuedReport._meta.db_table, IssuedFile._meta.db_table, ReportErratum._meta.db_table)

# Who and what stands in a revision that no deed opened: SQL by hand, a bulk change in a shell.
OUTSIDE = "(outside the programme)"
DIRECT = "direct_sql"

# What the triggers say when they refuse.
REFUSED = {
    "version": "history is append-only: a version row is only ever closed, by its trigger",
    "revision": "history is append-only: a sealed revision does not change, and numbers have no gaps",
    "issued": "an issued report does not change: issue a new one that supersedes it, or attach an erratum",
    "replace": "this row would silently replace another one: the key or a unique value is taken",
    "truncate": "a kept table is not emptied",
}


@dataclass(frozen=True)
class Kept:
    """A kept table beside its version table."""

    kind: str
    name: str
    version: str
    columns: tuple[str, ...]

    def listed(self, prefix: str = "") -> str:
        """The columns, comma-separated, each with a prefix such as ``NEW.``."""
        return ", ".join(f'{prefix}"{column}"' for column in self.columns)


@cache
def of(model: type[models.Model]) -> Kept:
    """The names of a kept model's tables."""
    return Kept(
        kind=model.KIND,
        name=model._meta.db_table,
        version=versions.of(model)._meta.db_table,
        columns=tuple(field.column for field in model._meta.concrete_fields),
    )


def kept() -> Iterator[Kept]:
    """Every kept table."""
    return (of(model) for model in RECORD_MODELS)


def columns() -> dict[str, set[str]]:
    """Every column that the triggers name, by table: they can only be made where all exist."""
    revision = {field.column for field in Revision._meta.concrete_fields}
    named = {REVISIONS: revision, **{table: set() for table in ISSUED}}
    for table in kept():
        named[table.name] = set(table.columns)
        named[table.version] = {*table.columns, "rev_from", "rev_to"}
    return named
