"""Which of several dated rows hold on a date, given that later ones may supersede earlier ones."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from quicksilver.core import dates


class Dated(Protocol):
    """A row with a date of effect and, if it replaces another, that row's key."""

    @property
    def key(self) -> str:
        """Key of the row."""

    @property
    def effective(self) -> dates.KnownDate | None:
        """From when it counts; None if it always did."""

    @property
    def supersedes_key(self) -> str:
        """Key of the row it replaces, or empty."""


Row = TypeVar("Row", bound=Dated)


def occurred(row: Dated, as_at: date) -> dates.Occurrence:
    """Whether a row had taken effect by a date; a row without a date always has."""
    return dates.occurred(row.effective, as_at) if row.effective else dates.Occurrence.YES


def in_force(rows: Iterable[Row], as_at: date) -> list[Row]:
    """Rows that have certainly taken effect and that no row certainly in effect replaces."""
    known = list(rows)
    certain = [row for row in known if occurred(row, as_at) is dates.Occurrence.YES]
    return _not_superseded(certain, certain, known)


def possibly(rows: Iterable[Row], as_at: date) -> list[Row]:
    """Rows of which it is not known whether they had taken effect, unless a certain one replaces them."""
    known = list(rows)
    certain = [row for row in known if occurred(row, as_at) is dates.Occurrence.YES]
    open_ones = [row for row in known if occurred(row, as_at) is dates.Occurrence.POSSIBLY]
    return _not_superseded(open_ones, certain, known)


def latest(rows: Iterable[Row], as_at: date) -> Row | None:
    """The row in force that took effect last."""
    held = in_force(rows, as_at)
    return max(held, key=lambda row: (_since(row), row.key), default=None)


def _not_superseded(rows: Sequence[Row], by: Sequence[Row], known: Sequence[Row]) -> list[Row]:
    """Rows that none of the others replaces, be it through a chain, whose links need not be certain."""
    previous = {row.key: row.supersedes_key for row in known}
    gone: set[str] = set()
    for row in by:
        key = row.supersedes_key
        while key and key not in gone:
            gone.add(key)
            key = previous.get(key, "")
    return [row for row in rows if row.key not in gone]


def _since(row: Dated) -> tuple[date, date]:
    return (row.effective.latest, row.effective.earliest) if row.effective else (date.min, date.min)
