"""The way of money from promise to use, and single appeals, pledges and receipts as at a date.

Pledged, confirmed, received, granted, spent: the record has rows for pledges and receipts only. The other stages are
silent, which is not zero.
"""

from dataclasses import dataclass
from datetime import date

from quicksilver.core import chronology, documents
from quicksilver.core.dates import Occurrence
from quicksilver.core.funding import FundingPosition
from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.reports.figures import Figure

STAGES = ("pledged", "confirmed", "received", "granted", "spent")


@dataclass(frozen=True)
class PipeStage:
    """One stage of the way of money, with its totals currency by currency; none where nothing is on record."""

    code: str
    totals: tuple[Figure, ...]

    @property
    def is_on_record(self) -> bool:
        """Whether the record says how much, be it zero."""
        return bool(self.totals)

    @property
    def has_money(self) -> bool:
        """Whether any money had come so far."""
        return any(total.value for total in self.totals)


def pipe(position: FundingPosition) -> tuple[PipeStage, ...]:
    """The five stages as at the date of a funding position."""
    known = {"pledged": position.pledged, "received": position.received}
    return tuple(
        PipeStage(code, tuple(total for total in known.get(code, ()) if total.value is not None)) for code in STAGES
    )


@dataclass(frozen=True)
class Age:
    """How long ago a pledge was made: its day may be known only between bounds. [days]"""

    least: int
    most: int


@dataclass(frozen=True)
class PledgeAt:
    """A pledge or receipt as at a date.

    Parameters
    ----------
    made : Occurrence
        Whether it had been made by the date.
    age : Age or None
        Its age; None if it had certainly not been made, or has no date.
    receipts : tuple of Entry
        What had been received on it by the date, or may have been.
    shows : tuple of Entry
        Implementations of provisions that it is evidence of.
    """

    pledge: Entry
    made: Occurrence
    age: Age | None
    appeal: Entry | None
    receipts: tuple[Entry, ...]
    shows: tuple[Entry, ...]
    errata: tuple[Entry, ...]
    later: tuple[Entry, ...]


@dataclass(frozen=True)
class AppealAt:
    """An appeal as at a date, with those it was sent to and the pledges that followed it.

    Parameters
    ----------
    groups : tuple of Entry
        Recipients of which only the group is on record, not its members.
    named : tuple of Entry
        Recipients by name.
    answered : frozenset of str
        Keys of stakeholders that pledged after it.
    """

    appeal: Entry
    sent: Occurrence
    named: tuple[Entry, ...]
    groups: tuple[Entry, ...]
    pledges: tuple[Entry, ...]
    answered: frozenset[str]
    shows: tuple[Entry, ...]
    errata: tuple[Entry, ...]
    later: tuple[Entry, ...]


def pledge_at(record: Snapshot, key: str, as_at: date) -> PledgeAt | None:
    """One pledge as at a date, or None if the record has no such pledge."""
    pledge = record.get(key)
    if pledge is None:
        return None
    return PledgeAt(
        pledge=pledge,
        made=pledge.occurred(as_at),
        age=age(pledge, as_at),
        appeal=record.get(pledge["appeal"]),
        receipts=chronology.until(record, "receipt", as_at, pledge=key),
        shows=chronology.until(record, "implementation", as_at, evidence=key),
        errata=documents.errata_about(record, key),
        later=chronology.after(record, "receipt", as_at, pledge=key),
    )


def appeal_at(record: Snapshot, key: str, as_at: date) -> AppealAt | None:
    """One appeal as at a date, or None if the record has no such appeal."""
    appeal = record.get(key)
    if appeal is None:
        return None
    recipients = record.where("appeal-recipient", appeal=key)
    pledges = chronology.until(record, "pledge", as_at, appeal=key)
    return AppealAt(
        appeal=appeal,
        sent=appeal.occurred(as_at),
        named=tuple(row for row in recipients if row["stakeholder"]),
        groups=tuple(row for row in recipients if not row["stakeholder"]),
        pledges=pledges,
        answered=frozenset(row["donor"] for row in pledges),
        shows=chronology.until(record, "implementation", as_at, evidence=key),
        errata=documents.errata_about(record, key, *(row.key for row in recipients)),
        later=chronology.after(record, "pledge", as_at, appeal=key),
    )


def age(pledge: Entry, as_at: date) -> Age | None:
    """The least and the greatest age of a pledge on a date; None if it has no date or came later."""
    made = pledge.effective
    if made is None or made.earliest > as_at or made.earliest == date.min:
        return None
    return Age(max(0, (as_at - made.latest).days), (as_at - made.earliest).days)
