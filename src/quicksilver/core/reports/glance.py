"""The programme at a glance as at a date: areas, mandate, money, meetings, proposals, what changed, what came later."""

from dataclasses import dataclass
from datetime import date

from quicksilver.core import areas, funding, meetings
from quicksilver.core.areas import AreaAt
from quicksilver.core.dates import Occurrence
from quicksilver.core.funding import FundingPosition
from quicksilver.core.grants import call
from quicksilver.core.grants.call import CallAt
from quicksilver.core.meetings import MeetingAt
from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.status_report.subjects import STRENGTHENED_BY

# The request that the programme answers: decision 24/3, part IV, paragraph 27, items (a) to (d) [seed a.4].
REQUEST_PARAGRAPH = "27"
# Kinds of rows that are events of the programme; the others only say more about these.
EVENTS = (
    "decision", "meeting-schedule", "invitation", "reply", "compilation", "document", "area-stage", "draft-state",
    "appeal", "pledge", "receipt", "call", "proposal", "outcome",
)  # fmt: skip


@dataclass(frozen=True)
class StepAt:
    """An item of the request with the state it had certainly reached, and one it may have reached."""

    provision: Entry
    state: Entry | None
    possible: Entry | None

    @property
    def row(self) -> Entry | None:
        """The state in force, or the possible one."""
        return self.state or self.possible

    @property
    def code(self) -> str:
        """Code of that state; empty if the record says nothing."""
        return str(self.row["state"]) if self.row else ""


@dataclass(frozen=True)
class Glance:
    """What a reader sees first, as at a date."""

    as_at: date
    areas: tuple[AreaAt, ...]
    stages: tuple[Figure, ...]
    request: Entry | None
    steps: tuple[StepAt, ...]
    funding: FundingPosition
    decisions: tuple[Entry, ...]
    meetings: tuple[MeetingAt, ...]
    calls: tuple[CallAt, ...]

    def stage(self, code: str) -> Figure | None:
        """The number of areas in a stage."""
        return next((figure for figure in self.stages if figure.id == f"areas.{code}"), None)

    @property
    def overdue(self) -> tuple[MeetingAt, ...]:
        """Meetings whose planned days have passed without a word."""
        return tuple(meeting for meeting in self.meetings if meeting.is_overdue)

    @property
    def ahead(self) -> tuple[MeetingAt, ...]:
        """Meetings that lay ahead on the date."""
        return tuple(
            meeting for meeting in self.meetings if meeting.state in ("planned", "moved") and not meeting.is_overdue
        )


def glance(record: Snapshot, as_at: date) -> Glance:
    """The programme as at a date, from the record alone."""
    request, steps = _steps(record, as_at)
    return Glance(
        as_at=as_at,
        areas=areas.areas_at(record, as_at),
        stages=areas.stage_figures(record, as_at),
        request=request,
        steps=steps,
        funding=funding.position_at(record, as_at),
        decisions=tuple(sorted(record.in_force("decision", as_at), key=_since)),
        meetings=meetings.meetings_at(record, as_at),
        calls=call.calls_at(record, as_at),
    )


def _steps(record: Snapshot, as_at: date) -> tuple[Entry | None, tuple[StepAt, ...]]:
    """The decision that asks, and the items of its request, once it was adopted."""
    decision = record.get(STRENGTHENED_BY)
    if decision is None or decision.occurred(as_at) is not Occurrence.YES:
        return None, ()
    items = [
        row for row in record.where("provision", decision=decision.key, paragraph=REQUEST_PARAGRAPH) if row["item"]
    ]
    found = []
    for item in sorted(items, key=lambda row: str(row["item"])):
        possible = record.possibly("implementation", as_at, provision=item.key)
        state = record.latest("implementation", as_at, provision=item.key)
        found.append(StepAt(item, state, possible[0] if possible else None))
    return decision, tuple(found)


def changes(record: Snapshot, after: date, until: date) -> tuple[Entry, ...]:
    """The events dated after one day and up to another, the latest first.

    An event of which only bounds are known counts on the last day on which it may have come about.
    """
    rows = [row for row in events(record) if row.effective and after < row.effective.latest <= until]
    # Two sorts, because the days run backwards and the rows of a day do not.
    return tuple(sorted(sorted(rows, key=telling), key=_since, reverse=True))


def came_later(record: Snapshot, as_at: date) -> tuple[Entry, ...]:
    """The events that certainly came after a date but are known now, the first of them first."""
    return tuple(row for row in events(record) if row.effective and row.effective.earliest > as_at)


def events(record: Snapshot) -> tuple[Entry, ...]:
    """All events of the programme by date; on one day, the decision before what follows from it."""
    rows = [row for kind in EVENTS for row in record.of(kind) if row.effective and row.effective.latest != date.max]
    return tuple(sorted(rows, key=lambda row: (_since(row), telling(row))))


def telling(row: Entry) -> tuple[int, str]:
    """A sort key: events before rows that only say more about them, in the order of ``EVENTS``."""
    return (EVENTS.index(row.kind) if row.kind in EVENTS else len(EVENTS), row.key)


def _since(row: Entry) -> tuple[date, date]:
    return (row.effective.latest, row.effective.earliest) if row.effective else (date.min, date.min)
