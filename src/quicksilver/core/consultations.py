"""Input asked for and given, and the framework's drafts, as at a date."""

from dataclasses import dataclass
from datetime import date

from quicksilver.core.record import Entry, Snapshot


@dataclass(frozen=True)
class InvitationAt:
    """An invitation with what had come back by a date; ``certain`` is false where its date is a range."""

    invitation: Entry
    certain: bool
    compilations: tuple[Entry, ...]
    replies: tuple[Entry, ...]


def invitations_at(record: Snapshot, as_at: date, topic: str = "") -> tuple[InvitationAt, ...]:
    """Invitations issued, or possibly issued, by a date, on a topic or on any."""
    certain = record.in_force("invitation", as_at)
    rows = [*certain, *record.possibly("invitation", as_at)]
    return tuple(
        InvitationAt(
            row,
            row in certain,
            _until(record, "compilation", as_at, row.key),
            _until(record, "reply", as_at, row.key),
        )
        for row in rows
        if not topic or topic in row["topics"]
    )


def _until(record: Snapshot, kind: str, as_at: date, invitation: str) -> tuple[Entry, ...]:
    """Rows of an invitation that had come in, or may have, by a date."""
    return (
        *record.in_force(kind, as_at, invitation=invitation),
        *record.possibly(kind, as_at, invitation=invitation),
    )


@dataclass(frozen=True)
class ComponentAt:
    """A component of the framework with the states its draft had entered, and may have entered, by a date."""

    component: Entry
    states: tuple[Entry, ...]
    possible: tuple[Entry, ...]

    def state(self, code: str) -> Entry | None:
        """The row by which the draft entered a state, certainly or possibly."""
        return next((row for row in (*self.states, *self.possible) if row["state"] == code), None)


def components_at(record: Snapshot, as_at: date) -> tuple[ComponentAt, ...]:
    """The framework and its components, in order, with their states."""
    found = []
    for component in sorted(record.of("component"), key=lambda entry: (entry["order"], entry.key)):
        states = sorted(
            (row for row in record.where("draft-state", component=component.key) if row.occurred(as_at).name == "YES"),
            key=lambda row: row.effective or row.key,
        )
        possible = tuple(record.possibly("draft-state", as_at, component=component.key))
        found.append(ComponentAt(component, tuple(states), possible))
    return tuple(found)
