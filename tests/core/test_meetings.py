from datetime import date

import pytest
from tests.core.rows import record, row

from quicksilver.core.meetings import meeting_at, meetings_at, position_at

KEY = "meeting/partners-2008"
MEETING = row(KEY, kind="partners")
PLANNED = row("meeting-schedule/planned", "[..2007-08-30]", held_on="2008-01-29/2008-01-31")
HELD = row("meeting-schedule/held", "2008-04-03", state="held", held_on="2008-04-01/2008-04-03", supersedes=PLANNED.key)
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


def test_position_at_tells_the_story_of_its_days_and_what_came_later():
    position = position_at(record(MEETING, PLANNED, MOVED, HELD), KEY, date(2007, 8, 30))
    assert (position.story, position.later) == ((PLANNED,), (MOVED, HELD))


def test_position_at_an_action_without_an_outcome_is_unanswered():
    item = row("agenda-item/partners-5", meeting=KEY)
    first = row("invited-action/a", agenda_item=item.key, letter="a")
    second = row("invited-action/b", agenda_item=item.key, letter="b")
    outcome = row("outcome/a", "2008-04-03", invited_action=first.key)
    position = position_at(record(MEETING, item, first, second, outcome), KEY, date(2008, 5, 1))
    assert [action.action for action in position.unanswered] == [second]
    assert [action.outcomes for action in position.agenda[0].actions] == [(outcome,), ()]


def test_position_at_holds_documents_decisions_and_drafts_of_the_meeting():
    paper = row("document/draft", "2008-04-03", meeting=KEY)
    later = row("document/report", "2008-06-01", meeting=KEY)
    draft = row("draft-state/considered", "2008-04-03", meeting=KEY, state="considered")
    position = position_at(record(MEETING, HELD, paper, later, draft), KEY, date(2008, 5, 1))
    assert (position.documents, position.drafts, position.decisions) == ((paper,), (draft,), ())
    assert position.later == (later,)


def test_position_at_an_erratum_on_its_days_is_an_erratum_on_the_meeting():
    fault = row("erratum/t28", number="T28", subject=PLANNED.key)
    assert position_at(record(MEETING, PLANNED, fault), KEY, date(2008, 5, 1)).errata == (fault,)


def test_position_at_an_unknown_meeting_is_none():
    assert position_at(record(), KEY, date(2008, 5, 1)) is None
