from datetime import date

import pytest
from tests.core.programme import programme

from quicksilver.core.reports.status_report.subjects import Subjects


def at(day, **changes):
    return Subjects.of(programme(**changes), date.fromisoformat(day))


def test_a_decision_is_there_from_the_day_of_its_adoption():
    assert at("2007-02-08").strengthened_by is None
    assert at("2007-02-09").strengthened_by.key == "decision/24-3"


def test_provisions_are_found_by_place_once_the_decision_is_adopted():
    assert at("2007-02-09").provision("27", "a").key == "provision/27-a"
    assert at("2007-02-09").provision("28") is None
    assert at("2007-02-08").provision("27", "a") is None


@pytest.mark.parametrize(("day", "known"), [("2007-08-29", False), ("2007-08-30", True)])
def test_the_occasion_is_there_once_the_meeting_was_planned(day, known):
    assert (at(day).occasion is not None, at(day).agenda_item is not None, at(day).agenda_document is not None) == (
        known, known, known,
    )  # fmt: skip


def test_a_record_without_invited_actions_has_no_occasion():
    subjects = at("2007-08-30", without=("invited-action/a", "invited-action/b"))
    assert (subjects.agenda_item, subjects.occasion) == (None, None)
