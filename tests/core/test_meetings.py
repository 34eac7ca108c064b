from datetime import date

import pytest

from quicksilver.core.meetings import meeting_at, meetings_at
from tests.core.rows import record, row

KEY = "meeting/partners-2008"
MEETING = row(KEY, kind="partners")
PLANNED = row("meeting-schedule/planned", "[..2007-08-30]", held_on="2008-01-29/2008-01-31")
HELD = row(
    "meeting-schedule/held", "2008-04-03", state="held", held_on="2008-04-01/2008-04-03", supersedes=PLANNED.key
)
MOVED = row(
    "meeting-schedule/moved", "[2007-08-31..2008-04-02]", state="moved", held_on="2008-04-01/2008-04-03",
    supersedes=PLANNED.key,
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "state", "is_overdue"),
    [
        (date(2007, 8, 30), "planned", False),
        (date(2008, 1, 31), "planned", False),  # the last planned day is not yet past
        (date(2008, 2, 1), "planned", True),
        (date(2008, 4, 2), "planned", True),
        (date(2008, 4, 3), "held", False),
    ],
)
def test_meeting_at_a_plan_whose_days_have_passed_is_overdue_until_it_is_held(day, state, is_overdue):
    found = meeting_at(record(MEETING, PLANNED, HELD), KEY, day)
    assert (found.state, found.is_overdue) == (state, is_overdue)


def test_meeting_at_a_held_meeting_remembers_its_first_plan():
    assert meeting_at(record(MEETING, PLANNED, HELD), KEY, date(2008, 5, 1)).first_planned is PLANNED


def test_meeting_at_a_move_that_may_have_happened_is_told_beside_the_plan():
    found = meeting_at(record(MEETING, PLANNED, MOVED), KEY, date(2008, 2, 15))
    assert (found.schedule, found.possible, found.state) == (PLANNED, MOVED, "planned")


def test_meeting_at_before_it_is_certainly_known_its_plan_is_only_possible():
    found = meeting_at(record(MEETING, PLANNED), KEY, date(2007, 3, 25))
    assert (found.schedule, found.possible, found.state, found.is_overdue) == (None, PLANNED, "planned", False)


def test_meeting_at_official_days_come_before_those_of_a_secondary_source():
    official = row("meeting-schedule/a", "2007-06", state="held", held_on="2007-06")
    secondary = row(
        "meeting-schedule/b", "2007-06-26", state="held", held_on="2007-06-25/2007-06-26", source="source/ngo"
    )
    found = meeting_at(record(MEETING, official, secondary), KEY, date(2007, 8, 30))
    assert (found.schedule, found.beside) == (official, (secondary,))


def test_meeting_at_with_only_a_secondary_source_that_one_speaks():
    secondary = row("meeting-schedule/b", "2007-06-26", state="held", source="source/ngo")
    found = meeting_at(record(MEETING, secondary), KEY, date(2007, 8, 30))
    assert (found.schedule, found.beside) == (secondary, ())


def test_meeting_at_an_unknown_meeting_is_none():
    assert meeting_at(record(), KEY, date(2007, 8, 30)) is None


def test_meetings_at_are_in_the_order_of_their_days_and_only_those_known():
    rows = [
        row("meeting/later"), row("meeting/sooner"), row("meeting/unheard-of"),
        row("meeting-schedule/l", "2007", meeting="meeting/later", held_on="2008-10"),
        row("meeting-schedule/s", "2007", meeting="meeting/sooner", held_on="2008-04-01"),
        row("meeting-schedule/u", "2009", meeting="meeting/unheard-of", held_on="2008-01-01"),
    ]  # fmt: skip
    found = meetings_at(record(*rows), date(2008, 1, 1))
    assert [meeting.meeting.key for meeting in found] == ["meeting/sooner", "meeting/later"]
