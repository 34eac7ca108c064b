"""The queries on the index: how many rows are found, and one page of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connections, router

from quicksilver.core.search import Query
from quicksilver.records.models import SearchEntry
from quicksilver.records.search import index

ENTRIES = SearchEntry._meta.db_table


@dataclass(frozen=True)
class Hit:
    """A row that was found: its key, the day it is listed by, and whether by its identifiers (0) or words (1)."""

    part: int
    dated: date
    key: str


def counts(query: Query, revision: int, as_at: date) -> list[tuple[str, bool, int]]:
    """For each kind, how many rows take effect by a date at the earliest, and how many later: one SQL query."""
    hits, values = _hits(query, revision)
    return [
        (kind, bool(later), number)
        for kind, later, number in _rows(
            f"WITH hits AS ({hits}) SELECT kind, begins > %s AS later, count(*) FROM hits "
            "GROUP BY kind, later ORDER BY kind",
            [*values, as_at.isoformat()],
        )
    ]


def page(query: Query, revision: int, as_at: date, *, kinds: Sequence[str], after: Hit | None, size: int) -> list[Hit]:
    """The rows after a hit: by identifiers first, then the newest; one SQL query, as fast on every page."""
    binary = index.dialect(_connection()).BINARY
    hits, values = _hits(query, revision)
    where, limits = "begins <= %s", [as_at.isoformat()]
    if kinds:
        where += f" AND kind IN ({', '.join(['%s'] * len(kinds))})"
        limits += kinds
    if after:
        where += f" AND (part > %s OR part = %s AND (dated < %s OR dated = %s AND key {binary} > %s))"
        limits += [after.part, after.part, after.dated.isoformat(), after.dated.isoformat(), after.key]
    found = _rows(
        f"WITH hits AS ({hits}) SELECT part, dated, key FROM hits WHERE {where} "
        f"ORDER BY part, dated DESC, key {binary} LIMIT %s",
        [*values, *limits, size],
    )
    return [Hit(part, _day(dated), key) for part, dated, key in found]


def _hits(query: Query, revision: int) -> tuple[str, list[Any]]:
    """Every row found at a revision, once."""
    dialect = index.dialect(_connection())
    wanted = dialect.expression([*query.words, *((form,) for form in query.exact)])
    return (
        f"SELECT key, kind, begins, dated, min(part) AS part FROM {ENTRIES} "
        f"WHERE {dialect.MATCHES} AND known_from <= %s AND known_to > %s GROUP BY key, kind, begins, dated"
    ), [wanted, revision, revision]


def _rows(statement: str, values: list[Any]) -> list[tuple[Any, ...]]:
    with _connection().cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def _connection() -> Any:
    return connections[router.db_for_read(SearchEntry)]


def _day(value: date | str) -> date:
    """SQLite keeps days as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)
