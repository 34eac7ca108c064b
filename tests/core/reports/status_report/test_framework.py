from datetime import date

import pytest
from tests.core.programme import programme
from tests.core.rows import row
from tests.core.told import find, margin, told

from quicksilver.core.reports.status_report import compose

PLANNED = "meeting-schedule/planned"
CANCELLED = row("meeting-schedule/cancelled", "2007-12-01", state="cancelled", supersedes=PLANNED)
HELD = row("meeting-schedule/held", "2008-04-03", state="held", held_on="2008-04-01/2008-04-03", supersedes=PLANNED)


def moved(effective, **fields):
    return row(
        "meeting-schedule/moved",
        effective,
        state="moved",
        held_on="2008-04-01/2008-04-03",
        supersedes=PLANNED,
        **fields,
    )


def test_a_plan_is_told_as_a_plan():
    assert told(programme(HELD), "a.5", "2007-08-30").startswith(
        "A meeting of partners and other stakeholders is planned to be held in Geneva from 29 to 31 January 2008."
    )


def test_days_that_have_passed_without_a_word_are_told_as_past():
    text = told(programme(HELD), "a.5", "2008-02-01")
    assert "had been planned to be held in Geneva from 29 to 31 January 2008. Those dates have passed" in text
    assert "is planned" not in text


def test_a_move_that_is_only_possible_comes_after_its_doubt():
    text = told(programme(moved("[2007-08-31..2008-03-31]")), "a.5", "2007-11-20")
    assert text.endswith(
        "it does not say whether it had come about by 20 November 2007. The meeting was moved and is to be held from"
        " 1 to 3 April 2008."
    )


def test_a_certain_move_remembers_the_first_days_and_that_no_reason_is_on_record():
    text = told(programme(moved("2007-12-15")), "a.5", "2007-12-15")
    assert (
        "moved from its first dates, is to be held in Geneva from 1 to 3 April 2008. It had first been planned" in text
    )
    assert "The reason for the change of dates is not on record." in text


def test_a_reason_that_is_on_record_is_not_said_to_be_missing():
    assert "reason" not in told(programme(moved("2007-12-15", reason="The hall was closed")), "a.5", "2007-12-15")


def test_a_cancelled_meeting_will_consider_nothing():
    text = told(programme(CANCELLED), "a.5", "2007-12-01")
    assert "was cancelled" in text
    assert "The purpose of the meeting was" in text
    assert "will be submitted" not in text


def test_a_meeting_whose_days_are_not_known_is_told_without_them():
    unknown = row(PLANNED, "2007-05-01")
    assert "in Geneva at an unknown date" in told(programme(unknown), "a.5", "2007-08-30")


def test_a_held_meeting_is_told_as_past_and_so_is_the_drafting():
    text = told(programme(HELD), "a.5", "2008-05-01")
    assert "was held in Geneva from 1 to 3 April 2008" in text
    assert "Before the meeting, drafting of the following had begun" in text


@pytest.mark.parametrize(("day", "told_later"), [("2007-08-30", True), ("2008-04-03", False)])
def test_what_came_later_is_told_in_the_margin_until_it_came(day, told_later):
    notes = margin(find(compose(programme(HELD), date.fromisoformat(day), "en"), "a.5"))
    assert ("later: What came later: the meeting was held from 1 to 3 April 2008." in notes) is told_later


def test_the_framework_goes_on_from_state_to_state():
    states = [
        row("draft-state/1", "2008-04-03", state="considered"),
        row("draft-state/2", "[2008-04-04..2009-02-20]", state="submitted", meeting="meeting/partners-2008"),
        row("draft-state/3", "2009-06", state="published"),
    ]
    record = programme(HELD, *states)
    assert "The meeting considered the draft of the framework." in told(record, "a.5", "2008-05-01")
    assert "by 1 May 2008. The framework was submitted" in told(record, "a.5", "2008-05-01")
    assert told(record, "a.5", "2009-12-31").endswith("The framework was published in June 2009.")
