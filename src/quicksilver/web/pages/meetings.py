"""Meetings: what is planned, moved, held or overdue; and what one of them was for, considered and decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.core import chronology, formats, meetings
from quicksilver.core.meetings import MeetingAt, MeetingPosition
from quicksilver.core.record import Entry
from quicksilver.services import tracing
from quicksilver.web import choices, naming, sentences
from quicksilver.web.here import Here, page
from quicksilver.web.languages import active


@dataclass(frozen=True)
class Told:
    """One row of a meeting's schedule on both clocks: what it says, and since when the record says it."""

    row: Entry
    known: tracing.State | None


@page
def calendar(request: HttpRequest, here: Here) -> HttpResponse:
    """Meetings as at a date; ``?state=`` narrows the list."""
    state = choices.asked(request, "state", "meeting_state")
    found = meetings.meetings_at(here.record, here.as_at)
    known = {seen.meeting.key for seen in found}
    later = [
        row for row in chronology.after(here.record, "meeting-schedule", here.as_at) if row["meeting"] not in known
    ]
    context = {
        "here": here,
        "answer": _counts(found),
        "meetings": [seen for seen in found if state in ("", seen.state)],
        "total": len(found),
        "filter": choices.of(here, "state", "meeting_state", state, (seen.state for seen in found)),
        "later": {"rows": later, "others": 0},
    }
    return render(request, "meetings/meetings.html", context)


@page
def meeting(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One meeting: its days on both clocks, agenda, invited actions, decisions, drafts, documents."""
    seen = meetings.position_at(here.record, f"meeting/{name}", here.as_at)
    if seen is None:
        raise Http404
    context = {
        "here": here,
        "name": name,
        "meeting": seen.at.meeting,
        "seen": seen,
        "answer": sentences.joined([_days(here, seen), _beside(here, seen.at)]),
        "story": [Told(row, _known(row)) for row in seen.story],
        "actions": sum(len(item.actions) for item in seen.agenda),
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "meetings/meeting.html", context)


def _known(row: Entry) -> tracing.State | None:
    """The first state of a row in the second clock."""
    states = tracing.history(row.key)
    return states[0] if states else None


def _counts(found: tuple[MeetingAt, ...]) -> SafeString:
    if not found:
        return SafeString(_("No meeting is on record by this date."))
    held = sum(seen.state == "held" for seen in found)
    overdue = sum(seen.is_overdue for seen in found)
    ahead = sum(seen.state in ("planned", "moved") and not seen.is_overdue for seen in found)
    told = [
        (held, ngettext("{number} meeting has been held.", "{number} meetings have been held.", held)),
        (ahead, ngettext("{number} lies ahead.", "{number} lie ahead.", ahead)),
        (overdue, ngettext(
            "The days planned for {number} have passed, and nothing shows that it was held.",
            "The days planned for {number} have passed, and nothing shows that they were held.", overdue)),
    ]  # fmt: skip
    return sentences.joined(sentences.said(words, number=sentences.number(count)) for count, words in told if count)


def _days(here: Here, seen: MeetingPosition) -> SafeString:
    """When the meeting was or is to be, and where."""
    row = seen.at.schedule or seen.at.possible
    if row is None:
        return SafeString(_("Nothing is on record of it by this date."))
    if seen.at.schedule is None:
        return _said(here, seen.at.meeting, row, _(
            "It may have been planned by this date: {days}, {place}{source}."))  # fmt: skip
    if seen.at.is_overdue:
        message = _(
            "It was planned for {days}, {place}{source}; those days have passed, and nothing shows that it was held."
        )
        return sentences.joined([_said(here, seen.at.meeting, row, message), _perhaps_moved(here, seen.at)])
    message = {
        "planned": _("It is <b>planned</b> for {days}, {place}{source}."),
        "moved": _("It was <b>moved</b> to {days}, {place}{source}."),
        "held": _("It was <b>held</b>: {days}, {place}{source}."),
        "cancelled": _("It was <b>cancelled</b>; it had been planned for {days}, {place}{source}."),
    }[row["state"]]
    told = _said(here, seen.at.meeting, row, message)
    return sentences.joined([told, _moved_from(here, seen.at), _perhaps_moved(here, seen.at)])


def _said(here: Here, meeting: Entry, row: Entry, message: str) -> SafeString:
    days = formats.date_known(row["held_on"], active()) if row["held_on"] else _("days not on record")
    place = naming.words(meeting["place"]) if meeting["place"] else _("place not on record")
    return sentences.said(message, days=sentences.bold(days), place=place, source=sentences.sources(here, row))


def _moved_from(here: Here, at: MeetingAt) -> SafeString:
    """The days first planned, where others came in their place."""
    first = at.first_planned
    if first is None or at.schedule is None or not first["held_on"] or first["held_on"] == at.schedule["held_on"]:
        return SafeString("")
    reason = next((row["reason"] for row in _between(here, at) if row["reason"]), None)
    if reason:
        message = _("It had first been planned for {days}{source}. Why it moved: {reason}")
    else:
        message = _("It had first been planned for {days}{source}; why it moved is not on record.")
    parts = {"reason": naming.words(reason)} if reason else {}
    days = formats.date_known(first["held_on"], active())
    return sentences.said(message, days=days, source=sentences.sources(here, first), **parts)


def _perhaps_moved(here: Here, at: MeetingAt) -> SafeString:
    """Other days, of which the record does not say whether they held by the date."""
    row = at.possible
    if row is None or not row["held_on"]:
        return SafeString("")
    message = _("It may by then have been set for {days}{source}; that is dated only {when}.")
    days = formats.date_known(row["held_on"], active())
    return sentences.said(message, days=days, source=sentences.sources(here, row), when=sentences.when(row))


def _between(here: Here, at: MeetingAt) -> Iterable[Entry]:
    """The schedule in force and those it replaced, the latest first."""
    row = at.schedule
    while row is not None:
        yield row
        row = here.record.get(row.supersedes_key)


def _beside(here: Here, at: MeetingAt) -> SafeString:
    """What secondary sources say of the days, next to the official record."""
    told = [
        sentences.said(
            _("Another source gives {days}{source}."),
            days=formats.date_known(row["held_on"], active()),
            source=sentences.sources(here, row),
        )
        for row in at.beside
        if row["held_on"]
    ]
    return sentences.joined(told)
