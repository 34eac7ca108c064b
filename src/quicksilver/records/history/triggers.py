"""Making, removing and checking the triggers that keep the history.

They are generated from the models for SQLite and PostgreSQL, so that a bulk update, an import or SQL by hand
leaves versions just as a deed does. There is no setting that switches them off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from quicksilver.records.history import postgresql, sqlite, tables

_DIALECTS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def install(*, using: str, **_: Any) -> None:
    """Make all triggers anew; called after every migrate. Does nothing where the tables do not exist yet."""
    connection = connections[using]
    dialect = _DIALECTS[connection.vendor]
    with connection.cursor() as cursor:
        dialect.remove(cursor)
        if _fits(dialect, cursor):
            for statement in dialect.create(list(tables.kept()), cursor).values():
                cursor.execute(statement)


def make_way(*, using: str, plan: list[Any] | None = None, **_: Any) -> None:
    """Remove the triggers before a migrate that changes our tables; ``install`` makes them again after it.

    A trigger names columns, and both databases refuse to alter a column that a trigger names. Rows of
    kept tables are therefore never changed by a migration, only by a deed.
    """
    if any(migration.app_label == "records" for migration, _backwards in plan or []):
        remove(connections[using])


def remove(connection: BaseDatabaseWrapper) -> None:
    """Remove all triggers."""
    with connection.cursor() as cursor:
        _DIALECTS[connection.vendor].remove(cursor)


@contextmanager
def suspended(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Run without triggers, for emptying a test database only; nothing in the programme calls it."""
    remove(connection)
    try:
        yield
    finally:
        install(using=connection.alias)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that are not there, are switched off, or (SQLite) say something else."""
    dialect = _DIALECTS[connection.vendor]
    with connection.cursor() as cursor:
        expected, found = dialect.create(list(tables.kept()), cursor), dialect.existing(cursor)
    if connection.vendor == "sqlite":
        return sorted(name for name in expected if found.get(name) != expected[name])
    return sorted(name for name in expected if not _holds(expected[name], found.get(name)))


def _holds(statement: str, found: str | None) -> bool:
    """Whether PostgreSQL has the trigger, or the function with this body."""
    return found is not None and (found in statement if "$$" in statement else True)


def _fits(dialect: ModuleType, cursor: CursorWrapper) -> bool:
    """Whether the tables are those of the models: a migrate may stop half-way."""
    found = dialect.columns(cursor)
    return all(names <= found.get(table, set()) for table, names in tables.columns().items()) and all(
        table in found for table in tables.columns()
    )
