from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.core.strategies import DAYS, known_dates

from quicksilver.core import dated
from quicksilver.core.dates import KnownDate, Occurrence, parse


@dataclass(frozen=True)
class Row:
    key: str
    effective: KnownDate | None
    supersedes_key: str = ""


def row(key, effective="", supersedes=""):
    return Row(key, parse(effective) if effective else None, supersedes)


def keys(rows):
    return [found.key for found in rows]


@st.composite
def histories(draw):
    """Rows of which each may replace an earlier one, and none is replaced twice."""
    rows, replaceable = [], []
    for number in range(draw(st.integers(1, 6))):
        effective = draw(st.none() | known_dates())
        replaced = draw(st.sampled_from(["", *replaceable]))
        if replaced:
            replaceable.remove(replaced)
        rows.append(Row(f"row/{number}", effective, replaced))
        replaceable.append(f"row/{number}")
    return rows


MOVE = [
    row("planned", "[..2007-08-30]"),
    row("held", "2008-04-03", "planned"),
]


def test_in_force_a_row_holds_until_its_successor_takes_effect():
    assert keys(dated.in_force(MOVE, date(2008, 4, 2))) == ["planned"]
    assert keys(dated.in_force(MOVE, date(2008, 4, 3))) == ["held"]


def test_in_force_a_row_without_a_date_always_has_taken_effect():
    assert keys(dated.in_force([row("undated")], date(1000, 1, 1))) == ["undated"]


def test_in_force_a_chain_replaces_the_first_by_the_last_whatever_lies_between():
    # The middle row's own day is not known to have come, the last one's is.
    chain = [row("a", "2007"), row("b", "2008-01/..", "a"), row("c", "2008-04", "b")]
    assert keys(dated.in_force(chain, date(2008, 4, 30))) == ["c"]
    assert keys(dated.possibly(chain, date(2008, 4, 30))) == []


def test_possibly_the_earlier_row_stays_in_force_while_its_successor_is_only_possible():
    rows = [row("planned", "2007-08-30"), row("moved", "[2007-08-31..2008-01-28]", "planned")]
    assert keys(dated.in_force(rows, date(2007, 12, 1))) == ["planned"]
    assert keys(dated.possibly(rows, date(2007, 12, 1))) == ["moved"]


def test_latest_is_the_row_that_became_certain_last():
    rows = [row("late", "[2007-01-01..2007-08-30]"), row("early", "2007-06-01"), row("undated")]
    assert dated.latest(rows, date(2007, 9, 1)).key == "late"
    assert dated.latest(rows, date(2007, 6, 30)).key == "early"
    assert dated.latest(rows, date(2006, 1, 1)).key == "undated"


def test_latest_of_nothing_is_nothing():
    assert dated.latest([], date(2007, 9, 1)) is None


@given(histories(), DAYS)
def test_no_row_is_both_in_force_and_only_possible(rows, as_at):
    assert set(keys(dated.in_force(rows, as_at))).isdisjoint(keys(dated.possibly(rows, as_at)))


@given(histories(), DAYS)
def test_a_replaced_row_is_never_in_force_once_its_successor_is_certain(rows, as_at):
    gone = {found.supersedes_key for found in rows if dated.occurred(found, as_at) is Occurrence.YES}
    assert gone.isdisjoint(keys(dated.in_force(rows, as_at)) + keys(dated.possibly(rows, as_at)))


@given(histories(), DAYS)
def test_a_row_that_nothing_replaces_is_in_force_once_certain(rows, as_at):
    replaced = {found.supersedes_key for found in rows}
    lasting = [found for found in rows if found.key not in replaced]
    certain = [found.key for found in lasting if dated.occurred(found, as_at) is Occurrence.YES]
    assert set(certain) <= set(keys(dated.in_force(rows, as_at)))


@given(histories(), DAYS, st.integers(0, 4000))
def test_a_row_that_went_out_of_force_never_comes_back(rows, as_at, days):
    certain_before = {found.key for found in rows if dated.occurred(found, as_at) is Occurrence.YES}
    gone = certain_before - set(keys(dated.in_force(rows, as_at)))
    later = as_at + timedelta(days)
    assert gone.isdisjoint(keys(dated.in_force(rows, later)))


@given(histories(), DAYS)
def test_latest_is_one_of_those_in_force(rows, as_at):
    held = dated.in_force(rows, as_at)
    assert dated.latest(rows, as_at) in (held or [None])
