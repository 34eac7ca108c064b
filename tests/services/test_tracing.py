"""Who points to a row, what rests on a source, what was known when."""

from datetime import datetime, timedelta

import pytest
from tests.conftest import ENTERED, SECRETARIAT, SMALL

from quicksilver.services import loading, tracing
from quicksilver.services import record as reading

LATER = ENTERED + timedelta(days=30)


@pytest.fixture
def corrected(small, folder):
    """The small record, with the amount of the pledge entered otherwise a month later."""
    changed = SMALL.replace("1000380.00", "1000390.00")
    loading.load_record(SECRETARIAT, folder(small=changed), now=LATER)


def test_every_row_that_points_to_a_row_is_found_with_the_field_it_does_it_by(small):
    found = tracing.pointing_to(reading.snapshot(), "decision/24-3")
    assert [(pointer.row.key, pointer.field) for pointer in found] == [("appeal/2007", "decision")]


def test_rows_point_to_the_source_they_rest_on(small):
    found = tracing.pointing_to(reading.snapshot(), "source/seed")
    assert {pointer.field for pointer in found} == {"source"}
    assert len(found) == tracing.resting_on_sources(reading.snapshot())["source/seed"] == 6


def test_places_of_a_source_come_in_the_order_of_a_reader(small):
    places = tracing.places_in_source(reading.snapshot(), "source/seed")
    rows = {place: [row.key for row in rows] for place, rows in places}
    assert list(rows) == ["", "a.8", "c.1"]
    assert rows["a.8"] == ["appeal/2007", "pledge/usa-2007"]


def test_numbers_in_names_are_ordered_as_numbers():
    assert sorted(["T10", "T2b", "T2", "a.10", "a.2"], key=tracing.natural) == ["T2", "T2b", "T10", "a.2", "a.10"]


def test_a_row_that_was_never_changed_has_one_state(small):
    (state,) = tracing.history("pledge/usa-2007")
    assert (state.known_from, state.known_until, state.actor) == (ENTERED, None, SECRETARIAT.name)


def test_each_state_of_a_changed_row_is_kept_with_the_time_it_was_known(corrected):
    first, second = tracing.history("pledge/usa-2007")
    assert (first.known_from, first.known_until, second.known_until) == (ENTERED, LATER, None)
    assert isinstance(second.known_from, datetime)
    assert list(tracing.changed_fields(first.row, second.row)) == ["amount"]


@pytest.mark.parametrize("key", ["pledge/nobody", "nothing/at-all"])
def test_a_row_that_never_was_has_no_states(small, key):
    assert tracing.history(key) == ()
