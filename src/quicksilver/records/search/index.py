"""The full-text index of the database at hand, made after every migrate beside the triggers of the history."""

from types import ModuleType
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from quicksilver.records.models import SearchEntry
from quicksilver.records.search import postgresql, sqlite

_DIALECTS: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


def dialect(connection: BaseDatabaseWrapper) -> ModuleType:
    """How a database says it."""
    return _DIALECTS[connection.vendor]


def install(*, using: str, **_: Any) -> None:
    """Make the index where its table is there and it is not: a migrate may stop half-way."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if SearchEntry._meta.db_table in connection.introspection.table_names(cursor):
            dialect(connection).install(cursor)
