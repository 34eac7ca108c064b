"""The rows about a thing in the order in which they came about: up to a date, and after it.

What holds on a date is ``Snapshot.in_force``; here is the story, replaced rows included.
"""

from collections.abc import Iterable
from datetime import date

from quicksilver.core.dates import Occurrence
from quicksilver.core.record import Entry, Snapshot


def until(record: Snapshot, kind: str, as_at: date, /, **fields: object) -> tuple[Entry, ...]:
    """Rows that had taken effect by a date, or may have, the oldest first."""
    return in_order(row for row in record.where(kind, **fields) if row.occurred(as_at) is not Occurrence.NO)


def after(record: Snapshot, kind: str, as_at: date, /, **fields: object) -> tuple[Entry, ...]:
    """Rows that certainly took effect after a date, as known now, the oldest first."""
    return in_order(row for row in record.where(kind, **fields) if row.occurred(as_at) is Occurrence.NO)


def in_order(rows: Iterable[Entry]) -> tuple[Entry, ...]:
    """Rows by their dates; those without a date first, as they always held."""
    return tuple(sorted(rows, key=_since))


def _since(row: Entry) -> tuple[date, date, str]:
    return (row.effective.latest, row.effective.earliest, row.key) if row.effective else (date.min, date.min, row.key)
