"""Meetings as at a date: planned, moved, held, or planned for days that have passed without a word.

Official records come before others: days that only a secondary source gives are shown beside, not instead.
"""

from dataclasses import dataclass
from datetime import date

from quicksilver.core import chronology, documents
from quicksilver.core.dates import Occurrence
from quicksilver.core.documents import Mention
from quicksilver.core.record import Entry, Snapshot

# The dated rows that tell a meeting's story.
TOLD = ("meeting-schedule", "decision", "draft-state", "document")


@dataclass(frozen=True)
class MeetingAt:
    """A meeting with what the record says of it by a date.

    Parameters
    ----------
    schedule : Entry or None
        The schedule row in force.
    possible : Entry or None
        A later row of which the record does not say whether it held by then, such as a move.
    first_planned : Entry or None
        The plan that the row in force replaced, if any.
    beside : tuple of Entry
        Rows in force from secondary sources, when an official one is there.
    """

    meeting: Entry
    schedule: Entry | None
    possible: Entry | None
    first_planned: Entry | None
    beside: tuple[Entry, ...]
    as_at: date

    @property
    def state(self) -> str:
        """``planned``, ``moved``, ``held``, ``cancelled``, or empty if nothing is known yet."""
        row = self.schedule or self.possible
        return str(row["state"]) if row else ""

    @property
    def is_overdue(self) -> bool:
        """The planned days have passed and nothing shows that the meeting was held."""
        row = self.schedule
        days = row["held_on"] if row else None
        return (
            row is not None and days is not None and row["state"] in ("planned", "moved") and days.latest < self.as_at
        )


@dataclass(frozen=True)
class ActionAt:
    """An action that a body was invited to take, with what became of it by a date; no outcome is unknown, not none."""

    action: Entry
    outcomes: tuple[Entry, ...]


@dataclass(frozen=True)
class ItemAt:
    """An item of the agenda with the actions invited under it."""

    item: Entry
    actions: tuple[ActionAt, ...]


@dataclass(frozen=True)
class MeetingPosition:
    """What the record says of one meeting by a date.

    Parameters
    ----------
    story : tuple of Entry
        Its schedule rows up to the date, replaced ones included, the oldest first.
    documents : tuple of Entry
        Documents written for it, out by the date, perhaps out, or already spoken of.
    outcomes : tuple of Mention
        Documents that speak of it or cite it.
    decisions : tuple of Entry
        Decisions it adopted.
    drafts : tuple of Entry
        States that drafts entered there.
    later : tuple of Entry
        What came after the date.
    """

    at: MeetingAt
    story: tuple[Entry, ...]
    agenda: tuple[ItemAt, ...]
    documents: tuple[Entry, ...]
    mentions: tuple[Mention, ...]
    decisions: tuple[Entry, ...]
    drafts: tuple[Entry, ...]
    errata: tuple[Entry, ...]
    later: tuple[Entry, ...]

    @property
    def unanswered(self) -> tuple[ActionAt, ...]:
        """Invited actions of which no outcome is on record."""
        return tuple(action for item in self.agenda for action in item.actions if not action.outcomes)


def position_at(record: Snapshot, key: str, as_at: date) -> MeetingPosition | None:
    """One meeting with all that belongs to it, or None if the record has no such meeting."""
    at = meeting_at(record, key, as_at)
    if at is None:
        return None
    story = chronology.until(record, "meeting-schedule", as_at, meeting=key)
    spoken_of = {row["document"] for row in chronology.until(record, "document-role", as_at)}
    papers = record.where("document", meeting=key)
    subjects = (key, *(row.key for row in record.where("meeting-schedule", meeting=key)))
    later = (row for kind in TOLD for row in chronology.after(record, kind, as_at, meeting=key))
    return MeetingPosition(
        at=at,
        story=story,
        agenda=_agenda(record, key, as_at),
        documents=tuple(row for row in papers if row.occurred(as_at) is not Occurrence.NO or row.key in spoken_of),
        mentions=documents.mentions(record, key, as_at),
        decisions=chronology.until(record, "decision", as_at, meeting=key),
        drafts=chronology.until(record, "draft-state", as_at, meeting=key),
        errata=documents.errata_about(record, *subjects),
        later=chronology.in_order(later),
    )


def _agenda(record: Snapshot, key: str, as_at: date) -> tuple[ItemAt, ...]:
    items = sorted(record.where("agenda-item", meeting=key), key=lambda row: documents.natural(row["number"]))
    return tuple(ItemAt(item, _actions(record, item.key, as_at)) for item in items)


def _actions(record: Snapshot, item: str, as_at: date) -> tuple[ActionAt, ...]:
    rows = sorted(record.where("invited-action", agenda_item=item), key=lambda row: str(row["letter"]))
    return tuple(ActionAt(row, chronology.until(record, "outcome", as_at, invited_action=row.key)) for row in rows)


def meeting_at(record: Snapshot, key: str, as_at: date) -> MeetingAt | None:
    """One meeting as at a date, or None if the record has no such meeting."""
    meeting = record.get(key)
    if meeting is None:
        return None
    rows = record.in_force("meeting-schedule", as_at, meeting=key)
    official = [row for row in rows if _is_official(record, row)]
    schedule = max(official or rows, key=_since, default=None)
    possible = record.possibly("meeting-schedule", as_at, meeting=key)
    beside = tuple(row for row in rows if official and row not in official)
    first = _first_planned(record, schedule or (possible[0] if possible else None))
    return MeetingAt(meeting, schedule, possible[0] if possible else None, first, beside, as_at)


def meetings_at(record: Snapshot, as_at: date) -> tuple[MeetingAt, ...]:
    """All meetings that the record knew of by a date, by their days."""
    found = [meeting_at(record, entry.key, as_at) for entry in record.of("meeting")]
    known = [meeting for meeting in found if meeting and (meeting.schedule or meeting.possible)]
    return tuple(sorted(known, key=lambda meeting: (_days(meeting), meeting.meeting.key)))


def _days(meeting: MeetingAt) -> tuple[date, date]:
    row = meeting.schedule or meeting.possible
    days = row["held_on"] if row else None
    return (days.earliest, days.latest) if days else (date.max, date.max)


def _since(row: Entry) -> tuple[date, date]:
    return (row.effective.earliest, row.effective.latest) if row.effective else (date.min, date.min)


def _is_official(record: Snapshot, row: Entry) -> bool:
    source = record.get(row.sources[0].source) if row.sources else None
    return source is not None and source["standing"] == "official"


def _first_planned(record: Snapshot, row: Entry | None) -> Entry | None:
    """The first plan in the chain of rows that a row replaced; None if it replaced none."""
    first = None
    earlier = record.get(row.supersedes_key) if row else None
    while earlier is not None:
        first = earlier
        earlier = record.get(earlier.supersedes_key)
    return first
