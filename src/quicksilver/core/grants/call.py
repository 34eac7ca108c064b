"""A call for proposals as at a date: the rules in force, and what the proposals received ask for."""

from dataclasses import dataclass
from datetime import date

from quicksilver.core import chronology, documents
from quicksilver.core.money import Money
from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.reports.figures import Figure, counted, stated

# The dated rows that tell a call's story.
TOLD = ("call-rule", "need-stressed", "proposal")


@dataclass(frozen=True)
class CallAt:
    """A call with its rules in force by name, and the needs that proposals stress."""

    call: Entry
    certain: bool
    rules: dict[str, Entry]
    needs: tuple[Entry, ...]
    proposals: tuple[Entry, ...]
    as_at: date

    def limit(self, rule: str) -> Money | None:
        """The amount of a rule, if the rule is in force and has one."""
        row = self.rules.get(rule)
        return Money(row["amount"], row["currency"]) if row and row["amount"] is not None else None

    def figures(self) -> tuple[Figure, ...]:
        """The call's limits as figures, and the number of proposals, unknown unless they are on record."""
        limits = [
            stated(f"grants.{rule}", row, row["amount"], row["currency"], self.as_at)
            for rule, row in self.rules.items()
            if row["amount"] is not None
        ]
        return (*limits, self.number_of_proposals())

    def number_of_proposals(self) -> Figure:
        """How many proposals came: counted where registered, else as stated, else unknown."""
        if self.proposals:
            return counted("grants.proposals", self.proposals, "proposals", self.as_at)
        if self.needs:
            return stated("grants.proposals", self.needs[0], self.needs[0]["proposals"], "proposals", self.as_at)
        return Figure("grants.proposals", None, "proposals", self.as_at, (), "stated")


def calls_at(record: Snapshot, as_at: date) -> tuple[CallAt, ...]:
    """The calls that were open, or possibly open, by a date."""
    certain = record.in_force("call", as_at)
    return tuple(
        CallAt(
            call=call,
            certain=call in certain,
            rules={row["rule"]: row for row in _until(record, "call-rule", as_at, call.key)},
            needs=tuple(sorted(_until(record, "need-stressed", as_at, call.key), key=lambda row: row["order"])),
            proposals=tuple(record.in_force("proposal", as_at, call=call.key)),
            as_at=as_at,
        )
        for call in (*certain, *record.possibly("call", as_at))
    )


def _until(record: Snapshot, kind: str, as_at: date, call: str) -> tuple[Entry, ...]:
    """Rows of a call that are in force by a date, or may be; what is certain comes last and wins."""
    return (*record.possibly(kind, as_at, call=call), *record.in_force(kind, as_at, call=call))


@dataclass(frozen=True)
class CallPosition:
    """What the record says of one call by a date; ``at`` is None if the call had not been opened.

    Parameters
    ----------
    errata : tuple of Entry
        Faults of the source that touch the call, its rules or the needs.
    later : tuple of Entry
        Rules, needs and proposals that came after the date.
    """

    call: Entry
    at: CallAt | None
    errata: tuple[Entry, ...]
    later: tuple[Entry, ...]


def position_at(record: Snapshot, key: str, as_at: date) -> CallPosition | None:
    """One call as at a date, or None if the record has no such call."""
    row = record.get(key)
    if row is None:
        return None
    seen = next((found for found in calls_at(record, as_at) if found.call.key == key), None)
    later = (found for kind in TOLD for found in chronology.after(record, kind, as_at, call=key))
    return CallPosition(row, seen, _errata(record, key), chronology.in_order(later))


def _errata(record: Snapshot, key: str) -> tuple[Entry, ...]:
    about = (row.key for kind in ("call-rule", "need-stressed") for row in record.where(kind, call=key))
    return documents.errata_about(record, key, *about)
