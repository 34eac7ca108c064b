"""Two people at one row: whoever comes second is told what the first did, and nothing is lost in silence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.record import kind_of
from quicksilver.records.history import versions, views
from quicksilver.services import values
from quicksilver.services.checking_rows import KINDS
from quicksilver.services.drafts import RULE, Model


@dataclass(frozen=True)
class Change:
    """One change of a row: who, when, why."""

    revision: int
    actor: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class Difference:
    """A field that somebody changed: as it was when the form was opened, as it is now, as the form would have it.

    The three are plain values, None where the field says nothing.
    """

    field: str
    opened: Any
    theirs: Any
    yours: Any

    @property
    def by_them(self) -> bool:
        """Whether the others changed it."""
        return bool(self.theirs != self.opened)

    @property
    def by_you(self) -> bool:
        """Whether the form changes it."""
        return bool(self.yours != self.opened)


class Conflict(Refused):
    """A row changed while a form on it lay open; carries both wordings of every field that anybody changed."""

    def __init__(self, key: str, seen: int, changes: tuple[Change, ...], differences: tuple[Difference, ...]) -> None:
        self.key, self.seen, self.changes, self.differences = key, seen, changes, differences
        last = changes[-1]
        message = msg("“{key}” was changed since you opened it, by {actor} on {date}. Your change was not written.")
        found = {"key": key, "actor": last.actor, "date": last.at.date().isoformat()}
        super().__init__([Problem("changed-since", message, found, RULE)])


def opened(key: str) -> int | None:
    """The revision a row stands at, for a form to carry; None if there is no such row: one SQL query."""
    model = KINDS.get(kind_of(key))
    if model is None:
        return None
    version: Any = versions.of(model)
    held = version.objects.filter(key=key, rev_to=versions.CURRENT)
    found: int | None = held.values_list("rev_from", flat=True).first()
    return found


def require_unchanged(model: Model, key: str, seen: int, given: Mapping[str, Any]) -> None:
    """Refuse if a row is not as it was at the revision ``seen``; to be asked inside the deed, where no one else writes.

    ``given`` are the values of the form; what is not among them is as it was when the form was opened.

    Raises
    ------
    Conflict
        Somebody changed it since.
    Refused
        It is no longer on record.
    """
    now = opened(key)
    if now is None:
        raise Refused([gone(key)])
    if now == seen:
        return
    states = views.history_of(model, key)
    before = next((past.row for past in states if past.row.rev_from == seen), None)
    current = states[-1].row
    later = tuple(
        Change(past.opened.number, past.opened.actor, past.opened.at, past.opened.reason)
        for past in states
        if past.opened.number > seen
    )
    raise Conflict(key, now, later, _differences(model, before or current, current, given))


def gone(key: str) -> Problem:
    """That a row is not on record."""
    return Problem("row-gone", msg("There is no row “{key}” on record; it may have been undone."), {"key": key}, RULE)


def _differences(model: Model, before: Any, current: Any, given: Mapping[str, Any]) -> tuple[Difference, ...]:
    was, theirs = values.of(model, before), values.of(model, current)
    yours = values.canonical(model, {**was, **given})
    names = [name for name in dict.fromkeys([*was, *theirs, *yours]) if name != "supersedes"]
    found = (Difference(name, was.get(name), theirs.get(name), yours.get(name)) for name in names)
    return tuple(each for each in found if each.by_them or each.by_you)
