"""A call for proposals as at a date: the rules in force, and what the proposals received ask for."""

from dataclasses import dataclass
from datetime import date

from quicksilver.core.money import Money
from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.reports.figures import Figure, counted, stated


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
