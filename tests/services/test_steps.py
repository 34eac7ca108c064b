"""Steps of a lifecycle, checked between the rows before and after, whichever way those are known."""

import pytest

from quicksilver.core.dates import parse
from quicksilver.records.models import Area, AreaStage, Meeting, MeetingSchedule
from quicksilver.services import steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def area(small):
    return Area.objects.create(key="area/asgm", code="asgm", order=1, source_id="source/seed")


def stage(name, date, supersedes=None, **more):
    return AreaStage(
        key=f"area-stage/asgm-{name}", area_id="area/asgm", stage=name, effective=parse(date), source_id="source/seed",
        supersedes=supersedes, **more,
    )  # fmt: skip


def told(row, before=None):
    return [(problem.place.field, problem.code) for problem in steps.check(type(row), row, before)]


OUT_OF_ORDER = [("stage", "state-out-of-order")]


def test_first_state_is_one_that_a_thing_may_begin_in(area):
    assert told(stage("proposed", "2005")) == []
    assert told(stage("merged", "2005")) == OUT_OF_ORDER


def test_state_follows_the_one_before_it_by_date(area):
    stage("proposed", "2005").save()
    assert told(stage("consultation", "2006")) == []
    assert told(stage("merged", "2006")) == OUT_OF_ORDER


def test_state_put_in_between_must_also_lead_to_the_next(area):
    stage("proposed", "2005").save()
    stage("consultation", "2007").save()
    assert told(stage("not_taken_up", "2006")) == OUT_OF_ORDER


def test_row_replaced_comes_before_whatever_its_date(area):
    first = stage("consultation", "2008")
    stage("proposed", "2005").save()
    first.save()
    assert told(stage("active", "2008", supersedes=first)) == []
    assert told(stage("proposed", "2008", supersedes=first)) == OUT_OF_ORDER


def test_correction_of_something_else_is_not_asked_about_the_step(area):
    row = stage("merged", "2005")
    row.save()
    assert told(stage("merged", "2005", locator="a.9"), before=row) == []
    assert told(stage("merged", "2006"), before=row) == OUT_OF_ORDER


def test_held_meeting_is_not_planned_again(small):
    Meeting.objects.create(key="meeting/x", kind="session", source_id="source/seed")
    common = {"meeting_id": "meeting/x", "source_id": "source/seed"}
    MeetingSchedule.objects.create(key="meeting-schedule/1", state="held", effective=parse("2007-05"), **common)
    row = MeetingSchedule(key="meeting-schedule/2", state="planned", effective=parse("2007-06"), **common)
    assert told(row) == [("state", "state-out-of-order")]


def test_rows_without_lifecycle_or_without_state_are_let_be(area):
    assert told(area) == []
    assert told(AreaStage(key="area-stage/x", area_id="area/asgm")) == []
