"""What the chain of revisions is made of: the changes of a revision, written the same way on every database.

A revision's digest covers the digest before it, its own header, and one line for each version row it opened
(with all its values) or closed. Empty values are left out, so that a column added later does not break the
chain; a migration that renames or drops a column must say what becomes of it (docs/adr: two clocks).
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from quicksilver.records.history import tables, versions
from quicksilver.records.models import RECORD_MODELS, Revision

Changes = dict[int, list[str]]


def digest(revision: Revision, previous: str, changes: Iterable[str]) -> str:
    """SHA-256 of a revision, in hexadecimal."""
    header = [
        revision.number,
        revision.at.astimezone(UTC).isoformat(timespec="microseconds"),
        revision.actor,
        revision.deed,
        revision.reason,
    ]
    text = "\n".join([previous, _compact(header), *sorted(changes)])
    return hashlib.sha256(text.encode()).hexdigest()


def changes(connection: BaseDatabaseWrapper, first: int, last: int) -> Changes:
    """The lines of the revisions from one number to another: one SQL query, and one for each table they touched."""
    found: Changes = {}
    with connection.cursor() as cursor:
        for model in touched(cursor, first, last):
            for number, line in _lines(cursor, model, first, last):
                found.setdefault(number, []).append(line)
    return found


def touched_keys(lines: Iterable[str]) -> list[str]:
    """The keys of the rows that a revision's lines speak of."""
    found = {line[2]["key"] if line[0] == "opened" else line[2] for line in map(json.loads, lines)}
    return sorted(found)


def touched(cursor: Any, first: int, last: int) -> list[type[models.Model]]:
    """The models in whose version tables the revisions left anything."""
    queries = [
        f"SELECT {place} WHERE EXISTS (SELECT 1 FROM {tables.of(model).version} WHERE rev_from BETWEEN %s AND %s) "
        f"OR EXISTS (SELECT 1 FROM {tables.of(model).version} WHERE rev_to BETWEEN %s AND %s)"
        for place, model in enumerate(RECORD_MODELS)
    ]
    cursor.execute(" UNION ALL ".join(queries), [first, last, first, last] * len(queries))
    return [RECORD_MODELS[place] for (place,) in cursor.fetchall()]


def _lines(cursor: Any, model: type[models.Model], first: int, last: int) -> Iterator[tuple[int, str]]:
    table = tables.of(model)
    fields = [versions.of(model)._meta.get_field(field.attname) for field in model._meta.concrete_fields]
    cursor.execute(
        f"SELECT rev_from, rev_to, {table.listed()} FROM {table.version} "
        "WHERE rev_from BETWEEN %s AND %s OR rev_to BETWEEN %s AND %s",
        [first, last, first, last],
    )
    key = table.columns.index("key")
    for rev_from, rev_to, *values in cursor.fetchall():
        if first <= rev_from <= last:
            yield rev_from, _compact(["opened", table.kind, _values(fields, values)])
        if first <= rev_to <= last:
            yield rev_to, _compact(["closed", table.kind, values[key], rev_from])


def _values(fields: list[models.Field], values: list[Any]) -> dict[str, Any]:
    """The values of a row by column, those that say something."""
    named = {field.column: canonical(field, value) for field, value in zip(fields, values, strict=True)}
    return {name: value for name, value in named.items() if value not in (None, "", [], {})}


def canonical(field: models.Field, value: Any) -> Any:
    """A value as the database gave it, as plain JSON that is the same for every database.

    The stored value is taken, not the one the programme reads from it: the chain must notice what a
    reader overlooks.
    """
    if value is None:
        return None
    if isinstance(field, models.DecimalField):
        return str(Decimal(str(value)).quantize(Decimal(1).scaleb(-field.decimal_places)))
    if isinstance(field, models.BooleanField):
        return bool(value)
    if isinstance(field, models.JSONField):
        return json.loads(value) if isinstance(value, str) else value
    if isinstance(field, models.DateTimeField | models.DateField):
        return value.isoformat() if isinstance(value, datetime) else str(value)[:10]
    return value


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
