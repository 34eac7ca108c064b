"""Reading the record: as it is known now, or as it was known at a moment."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import models

from quicksilver.core.dates import KnownDate
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry, Snapshot, SourceRef
from quicksilver.records.history import revisions, views
from quicksilver.records.models import RECORD_MODELS

KINDS: dict[str, type[models.Model]] = {model.KIND: model for model in RECORD_MODELS}

# Columns that every row has and that an entry holds by name, not among its fields.
_COMMON = {
    "key",
    "source",
    "locator",
    "more_sources",
    "remark",
    "effective",
    "effective_from",
    "effective_by",
    "supersedes",
}


def snapshot(known_at: datetime | None = None) -> Snapshot:
    """The record as known now, or at a moment; cached, because a sealed revision never changes.

    One SQL query finds the revision; each kind of row then costs one query the first time it is read.
    """
    revision = revisions.revision_at(known_at)
    return at_revision(*revision) if revision else Snapshot(lambda kind: ())


def at_revision(number: int, digest: str) -> Snapshot:
    """The record as of a revision, whatever is entered while it is being read."""
    return _sealed(number, digest) if digest else Snapshot(lambda kind: load(kind, number))


@lru_cache(maxsize=8)
def _sealed(number: int, digest: str) -> Snapshot:
    """The digest is part of the key: a number alone could be another database's."""
    return Snapshot(lambda kind: load(kind, number))


def load(kind: str, revision: int | None) -> Iterable[Entry]:
    """All entries of a kind at a revision, in the order of their keys: one SQL query."""
    model = KINDS.get(kind)
    if model is None:
        return []
    return [entry(model, row) for row in views.rows(model, revision).order_by("key")]


def entry(model: type[models.Model], row: Any) -> Entry:
    """A row of a table, or of its version table, as plain data; foreign keys are the keys they point to."""
    fields = {
        column.name: getattr(row, column.attname)
        for column in model._meta.concrete_fields
        if column.name not in _COMMON
    }
    return Entry(
        key=row.key,
        fields=fields,
        effective=getattr(row, "effective", None),
        supersedes_key=getattr(row, "supersedes_id", None) or "",
        sources=_sources(row),
        remark=getattr(row, "remark", Texts(())),
    )


def _sources(row: Any) -> tuple[SourceRef, ...]:
    """The principal source and the further ones; a source itself has none."""
    if not hasattr(row, "source_id"):
        return ()
    more = [SourceRef(key, place) for key, place in row.more_sources]
    return (SourceRef(row.source_id, row.locator), *more)


@lru_cache(maxsize=8)
def dates_of(record: Snapshot) -> tuple[tuple[date, Entry], ...]:
    """Every day on which something is dated, with the entry, in order; an open beginning is left out.

    Cached by the snapshot itself, which never changes: every page asks for them several times.
    """
    found = []
    for kind in KINDS:
        for row in record.of(kind):
            if isinstance(row.effective, KnownDate) and row.effective.latest != date.max:
                found.append((row.effective.latest, row))
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1].key)))


def require_as_at(record: Snapshot, as_at: date, today: date) -> None:
    """Refuse a date on which nothing can be said: before the first dated row, or in the future.

    Raises
    ------
    Refused
        With the one problem, and what would be right.
    """
    days = dates_of(record)
    if not days:
        empty = "The record is empty, so nothing can be said as at {date}. Load data first: quicksilver load FOLDER."
        raise Refused([Problem("record-empty", empty, {"date": as_at.isoformat()}, "docs/operators.md")])
    first = days[0][0]
    found = {"date": as_at.isoformat(), "first": first.isoformat(), "today": today.isoformat()}
    if as_at < first:
        before = "The date {date} is before the first record, {first}. Choose a date from {first} to {today}."
        raise Refused([Problem("as-at-before-record", before, found, "docs/operators.md")])
    if as_at > today:
        future = "The date {date} is in the future. Choose a date from {first} to {today}."
        raise Refused([Problem("as-at-in-future", future, found, "docs/operators.md")])
