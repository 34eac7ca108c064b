"""The record as plain data: entries, where each comes from, and how they point to one another.

Rules and composers read the record through ``Snapshot`` and never see a database. A snapshot is the record
as it was known at one revision; it does not change.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quicksilver.core import dated, dates
from quicksilver.core.languages import Texts

# How many pairs of kind and date a snapshot remembers; a report asks for about twenty kinds at one date.
_DATES_KEPT = 64


@dataclass(frozen=True)
class SourceRef:
    """A place in a source: ``SourceRef("source/seed", "a.8")``."""

    source: str
    locator: str = ""


@dataclass(frozen=True)
class Entry:
    """One row of the record.

    Parameters
    ----------
    key : str
        ``kind/name``, such as ``pledge/usa-2007``.
    fields : mapping
        The row's own columns: texts, dates, decimals, codes; a foreign key is the key it points to.
    effective : KnownDate or None
        When it takes effect; None where the row has no date of its own.
    supersedes_key : str
        Key of the row this one replaces, or empty.
    sources : tuple of SourceRef
        Where it comes from, the principal source first.
    remark : Texts
        What a reader must know about the source or the reading.
    """

    key: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    effective: dates.KnownDate | None = None
    supersedes_key: str = ""
    sources: tuple[SourceRef, ...] = ()
    remark: Texts = Texts(())

    @property
    def kind(self) -> str:
        """The kind of row, such as ``pledge``."""
        return kind_of(self.key)

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]

    def occurred(self, as_at: date) -> dates.Occurrence:
        """Whether the row had taken effect by a date; a row without a date always has."""
        return dates.occurred(self.effective, as_at) if self.effective else dates.Occurrence.YES


def kind_of(key: str) -> str:
    """The kind in a key: ``area`` of ``area/asgm``."""
    return key.partition("/")[0]


class Snapshot:
    """The record at one revision, read kind by kind when first asked for.

    Parameters
    ----------
    load : callable
        Gives all entries of a kind. With a database behind it, each kind costs one SQL query, once.
    """

    def __init__(self, load: Callable[[str], Iterable[Entry]]) -> None:
        self._load = load
        self._kinds: dict[str, dict[str, Entry]] = {}
        self._held: dict[tuple[str, date], tuple[tuple[Entry, ...], tuple[Entry, ...]]] = {}

    def _kind(self, kind: str) -> dict[str, Entry]:
        if kind not in self._kinds:
            self._kinds[kind] = {entry.key: entry for entry in self._load(kind)}
        return self._kinds[kind]

    def of(self, kind: str) -> Sequence[Entry]:
        """All entries of a kind, in the order of their keys."""
        return tuple(self._kind(kind).values())

    def get(self, key: str | None) -> Entry | None:
        """The entry with a key, or None."""
        return self._kind(kind_of(key)).get(key) if key else None

    def where(self, kind: str, /, **fields: Any) -> Sequence[Entry]:
        """Entries of a kind whose columns have the given values."""
        return _with(self.of(kind), fields)

    def in_force(self, kind: str, as_at: date, /, **fields: Any) -> Sequence[Entry]:
        """Entries that have certainly taken effect by a date and are not superseded by then."""
        return _with(self._at(kind, as_at)[0], fields)

    def possibly(self, kind: str, as_at: date, /, **fields: Any) -> Sequence[Entry]:
        """Entries of which the record does not say whether they had taken effect by a date."""
        return _with(self._at(kind, as_at)[1], fields)

    def latest(self, kind: str, as_at: date, /, **fields: Any) -> Entry | None:
        """The entry in force that took effect last."""
        return dated.latest(self.in_force(kind, as_at, **fields), as_at)

    def _at(self, kind: str, as_at: date) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """What is in force, and what may be, of a whole kind: a row may be replaced by one with other values."""
        held = self._held.get((kind, as_at))
        if held is None:
            rows = self.of(kind)
            held = (tuple(dated.in_force(rows, as_at)), tuple(dated.possibly(rows, as_at)))
            if len(self._held) >= _DATES_KEPT:
                self._held.clear()
            self._held[kind, as_at] = held
        return held


def _with(rows: Iterable[Entry], fields: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The entries whose columns have the given values."""
    return tuple(entry for entry in rows if all(entry[name] == value for name, value in fields.items()))


def from_entries(entries: Iterable[Entry]) -> Snapshot:
    """A snapshot of entries at hand, for tests and for imports not yet stored."""
    rows = sorted(entries, key=lambda entry: entry.key)
    return Snapshot(lambda kind: [row for row in rows if row.kind == kind])
