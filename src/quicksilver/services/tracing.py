"""Where a row stands among the others: which rows point to it, and what was known of it when."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quicksilver.core.record import Entry, Snapshot, kind_of
from quicksilver.records.history import views
from quicksilver.services import record as reading


@dataclass(frozen=True)
class Pointer:
    """A row that points to another, and the field in which it does."""

    row: Entry
    field: str


@dataclass(frozen=True)
class State:
    """One state of a row in the second clock: the row, and when it was known.

    Parameters
    ----------
    known_from, known_until : datetime
        When it was entered and when it was changed; ``known_until`` is None for what is known now.
    revision : int
        Number of the deed that made it so.
    """

    row: Entry
    known_from: datetime
    known_until: datetime | None
    actor: str
    reason: str
    revision: int


def pointing_to(record: Snapshot, key: str) -> tuple[Pointer, ...]:
    """Every row that points to a key, by foreign key, by list of keys or as its source."""
    return tuple(
        Pointer(row, field)
        for kind in reading.KINDS
        for row in record.of(kind)
        if row.key != key and (field := _field_naming(row, key))
    )


def _field_naming(row: Entry, key: str) -> str:
    """The field in which a row names a key; ``source`` for its sources; empty if it does not."""
    if row.supersedes_key == key:
        return "supersedes"
    for name, value in row.fields.items():
        if value == key or (isinstance(value, list) and key in value):
            return name
    return "source" if any(ref.source == key for ref in row.sources) else ""


def resting_on_sources(record: Snapshot) -> dict[str, int]:
    """How many rows rest on each source."""
    cited = (ref for kind in reading.KINDS for row in record.of(kind) for ref in {ref.source for ref in row.sources})
    return Counter(cited)


def places_in_source(record: Snapshot, source: str) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """The places of a source that rows cite, each with its rows, in the order of a reader: c.1, a.2, a.10."""
    places: dict[str, dict[str, Entry]] = {}
    for kind in reading.KINDS:
        for row in record.of(kind):
            for ref in row.sources:
                if ref.source == source:
                    places.setdefault(ref.locator, {})[row.key] = row
    return tuple((place, tuple(places[place].values())) for place in sorted(places, key=natural))


def natural(place: str) -> list[tuple[bool, int, str]]:
    """A sort key by which a.2 comes before a.10."""
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", place)]


def history(key: str) -> tuple[State, ...]:
    """Every state of a row, oldest first; empty if there never was such a row: two SQL queries."""
    model = reading.KINDS.get(kind_of(key))
    if model is None:
        return ()
    return tuple(
        State(
            row=reading.entry(model, past.row),
            known_from=past.opened.at,
            known_until=past.closed.at if past.closed else None,
            actor=past.opened.actor,
            reason=past.opened.reason,
            revision=past.opened.number,
        )
        for past in views.history_of(model, key)
    )


def changed_fields(earlier: Entry, later: Entry) -> dict[str, tuple[Any, Any]]:
    """The fields in which two states of a row differ, with both values."""
    names = [name for name in later.fields if earlier.fields.get(name) != later.fields[name]]
    return {name: (earlier.fields.get(name), later.fields[name]) for name in names}
