"""Charts of pages, made from the record; each is drawn for wide and for narrow screens and has its table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.adapters import charts
from quicksilver.core import formats
from quicksilver.core.meetings import MeetingAt
from quicksilver.core.record import Entry
from quicksilver.core.reports.glance import Glance
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.outline import Chart, Moment
from quicksilver.core.reports.status_report import basis
from quicksilver.core.reports.status_report.subjects import Subjects
from quicksilver.web import naming
from quicksilver.web.here import Here

WIDE, NARROW = 792, 350  # units of the view box
BEFORE, AHEAD = 4, 3  # moments shown on either side of the date


@dataclass(frozen=True)
class Drawn:
    """A chart with its two drawings."""

    chart: Chart
    wide: SafeString
    narrow: SafeString


@dataclass(frozen=True)
class Point:
    """A moment of the timeline with the row it opens."""

    moment: Moment
    row: Entry
    state: str


def drawn(here: Here, chart: Chart) -> Drawn:
    """A chart as two pictures: classes only, words as text."""
    wide, narrow = (SafeString(charts.svg(chart, here.code, width)) for width in (WIDE, NARROW))
    return Drawn(chart, wide, narrow)


def money(here: Here) -> Drawn:
    """Pledged against received; what is not on record is an outline, not a zero."""
    tell = Narrator(here.record, here.as_at, here.code)
    return drawn(here, basis.money_chart(tell, Subjects.of(here.record, here.as_at)))


@dataclass(frozen=True)
class Timeline:
    """The timeline with its points, which are also its table."""

    drawn: Drawn
    points: tuple[Point, ...]


def timeline(here: Here, seen: Glance) -> Timeline:
    """Decisions, letters and meetings around the date, as they were planned then."""
    points = sorted((*_decisions(seen, here), *_appeals(seen, here), *_meetings(seen, here)), key=_on)
    past = [point for point in points if point.moment.on <= here.as_at][-BEFORE:]
    ahead = [point for point in points if point.moment.on > here.as_at][:AHEAD]
    chart = Chart(
        id="timeline",
        kind="timeline",
        title=_finding(seen),
        subtitle=_("Filled: has happened. Hollow: planned on {date}.").format(date=formats.day(here.as_at, here.code)),
        moments=tuple(point.moment for point in (*past, *ahead)),
        as_at=here.as_at,
        as_at_printed=formats.day(here.as_at, here.code),
    )
    return Timeline(drawn(here, chart), (*past, *ahead))


def _finding(seen: Glance) -> str:
    ahead = len(seen.ahead)
    if not ahead:
        return _("No meeting ahead is on record")
    return ngettext("{number} meeting lies ahead", "{number} meetings lie ahead", ahead).format(number=ahead)


def _on(point: Point) -> tuple[date, str]:
    return (point.moment.on, point.row.key)


def _decisions(seen: Glance, here: Here) -> list[Point]:
    return _points(here, seen.decisions)


def _appeals(seen: Glance, here: Here) -> list[Point]:
    return _points(here, seen.funding.appeals)


def _points(here: Here, rows: Iterable[Entry]) -> list[Point]:
    """Rows that happened, at their dates."""
    return [
        Point(Moment(label, dated.earliest, formats.date_known(dated, here.code), True, row.key), row, "done")
        for row in rows
        if (dated := row.effective) and (label := naming.plain_name(here.record, row))
    ]


def _meetings(seen: Glance, here: Here) -> list[Point]:
    """Meetings by their days; a session that is there by its decision is not told twice."""
    told = {decision["meeting"] for decision in seen.decisions}
    rest = [meeting for meeting in seen.meetings if meeting.meeting.key not in told]
    return [point for meeting in rest if (point := _meeting(meeting, here))]


def _meeting(meeting: MeetingAt, here: Here) -> Point | None:
    """A meeting at the days known on the date; one without days has no place on a line of time."""
    row = meeting.schedule or meeting.possible
    days = row["held_on"] if row else None
    if row is None or days is None or meeting.state == "cancelled":
        return None
    place = meeting.meeting["place"].best(here.code).text
    kind = naming.first_up(naming.label("meeting_kind", meeting.meeting["kind"]))
    label = _("{meeting}, {place}").format(meeting=kind, place=place) if place else kind
    moment = Moment(
        label, days.earliest, formats.date_known(days, here.code), meeting.state == "held", meeting.meeting.key
    )
    return Point(moment, meeting.meeting, meeting.state)
