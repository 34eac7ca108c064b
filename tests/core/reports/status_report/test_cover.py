from datetime import date

from tests.core.programme import programme
from tests.core.rows import row
from tests.core.told import find, margin, told

from quicksilver.core.reports.outline import plain
from quicksilver.core.reports.status_report import compose


def test_mandate_a_later_decision_that_builds_on_it_is_told_once_adopted():
    later = row("decision/25-5", "2009-02-20", number="25/5", part="III", builds_on="decision/24-3")
    assert "25/5" not in told(programme(later), "c.1", "2009-02-19")
    assert told(programme(later), "a.2", "2009-02-20").endswith(
        "The Governing Council built on that decision in its decision 25/5 III, adopted on 20 February 2009."
    )


def test_annexed_in_doubt_whether_the_meeting_had_been_planned_the_margin_says_so():
    planned = row("meeting-schedule/oewg-1", "[2007-02-10..2007-08-30]", meeting="meeting/oewg-1", held_on="2007-11-12")
    paragraph = find(compose(programme(planned), date(2007, 3, 25), "en"), "c.2")
    assert margin(paragraph)[-1].endswith("it does not say whether the meeting had been planned by 25 March 2007.")


def test_actions_after_the_meeting_their_outcome_is_told_where_it_is_on_record():
    outcome = row("outcome/a", "2007-11-16", invited_action="invited-action/a", outcome="taken_up")
    assert told(programme(outcome), "c.4", "2007-11-16").endswith("Item a: taken up.")
    assert told(programme(), "c.4", "2007-11-16").endswith("is not on record.")


def test_actions_end_as_one_sentence_ends():
    paragraph = find(compose(programme(), date(2007, 8, 30), "en"), "c.4")
    assert [plain(item.text) for item in paragraph.items] == ["to take note;", "to identify further action."]


def test_actions_of_a_meeting_whose_days_are_not_known():
    held = row(
        "meeting-schedule/oewg-1-held", "2007-11-16", meeting="meeting/oewg-1", state="held",
        supersedes="meeting-schedule/oewg-1",
    )  # fmt: skip
    assert "at an unknown date" in told(programme(held), "c.4", "2007-12-01")


def test_masthead_names_the_occasion_and_the_agenda():
    masthead = compose(programme(), date(2007, 8, 30), "en").masthead
    assert [plain(line) for line in masthead.occasion] == [
        "Working Group on Mercury", "First meeting", "Bangkok, 12–16 November 2007",
    ]  # fmt: skip
    assert [plain(line) for line in masthead.agenda] == ["Item 5 of the provisional agenda*", "Activities"]


def test_masthead_without_an_agenda_on_record_has_no_mark_and_no_footnote():
    document = compose(programme(without=("document/agenda",)), date(2007, 8, 30), "en")
    assert plain(document.masthead.agenda[0]) == "Item 5 of the provisional agenda"
    assert document.footnotes == ()
