"""The programme at a glance: what is certain, what is possible, what came later."""

from datetime import date

from tests.core.rows import record, row

from quicksilver.core.languages import Texts
from quicksilver.core.reports import glance

NOTHING = Texts(())
ROWS = (
    row("source/seed"),
    row("decision/24-3", effective="2007-02-09"),
    row("provision/27-a", decision="decision/24-3", paragraph="27", item="a"),
    row("provision/27-b", decision="decision/24-3", paragraph="27", item="b"),
    row("provision/27", decision="decision/24-3", paragraph="27"),
    row("implementation/a", provision="provision/27-a", state="planned", effective="[2007-02-10..2007-08-30]"),
    row("area/asgm"),
    row("area-stage/asgm", area="area/asgm", stage="active", effective="[2005-02-26..2006-12-31]"),
    row("appeal/2007", effective="2007-03-26"),
    row("pledge/usa", effective="[2007-03-27..2007-08-30]"),
    row("document/inf-8", effective="2007-10-22"),
)


def at(day):
    return glance.glance(record(*ROWS), date.fromisoformat(day))


def test_the_request_is_there_from_the_day_of_the_decision():
    assert (at("2007-02-08").request, at("2007-02-08").steps) == (None, ())
    assert [step.provision.key for step in at("2007-02-09").steps] == ["provision/27-a", "provision/27-b"]


def test_a_step_tells_what_is_certain_apart_from_what_is_possible():
    possible, none = at("2007-05-01").steps
    assert (possible.state, possible.code, none.code) == (None, "planned", "")
    assert at("2007-08-30").steps[0].state is not None


def test_areas_are_counted_by_stage_only_where_that_is_certain():
    assert at("2006-01-01").stage("active").value is None
    assert at("2007-01-01").stage("active").value == 1
    assert at("2007-01-01").stage("merged") is None


def test_changes_are_listed_from_the_last_to_the_first():
    found = glance.changes(record(*ROWS), date(2007, 2, 9), date(2007, 8, 30))
    assert [entry.key for entry in found] == ["pledge/usa", "appeal/2007"]


def test_what_came_later_begins_with_what_came_first():
    later = glance.came_later(record(*ROWS), date(2007, 3, 1))
    assert [entry.key for entry in later] == ["appeal/2007", "pledge/usa", "document/inf-8"]


def test_what_may_have_come_about_is_neither_a_change_nor_later():
    day = date(2007, 5, 1)
    keys = {
        entry.key for entry in (*glance.came_later(record(*ROWS), day), *glance.changes(record(*ROWS), date.min, day))
    }
    assert "pledge/usa" not in keys


def test_on_one_day_the_decision_comes_before_what_follows_from_it():
    rows = (row("area-stage/x", effective="2007-02-09"), row("decision/24-3", effective="2007-02-09"))
    assert [entry.key for entry in glance.events(record(*rows))] == ["decision/24-3", "area-stage/x"]
