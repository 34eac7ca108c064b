from datetime import date, timedelta

import edtf as edtf_package
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.strategies import DAYS, edtf, known_dates

from quicksilver.core.dates import Form, KnownDate, Occurrence, occurred, parse
from quicksilver.core.errors import Refused

ORDER = [Occurrence.NO, Occurrence.POSSIBLY, Occurrence.YES]


@pytest.mark.parametrize(
    ("written", "form", "earliest", "latest"),
    [
        ("2007-03-26", Form.DAY, date(2007, 3, 26), date(2007, 3, 26)),
        ("2007-06", Form.MONTH, date(2007, 6, 1), date(2007, 6, 30)),
        ("2008-02", Form.MONTH, date(2008, 2, 1), date(2008, 2, 29)),
        ("2005", Form.YEAR, date(2005, 1, 1), date(2005, 12, 31)),
        ("2007-06-25/2007-06-26", Form.SPAN, date(2007, 6, 25), date(2007, 6, 26)),
        ("2005/2006", Form.SPAN, date(2005, 1, 1), date(2006, 12, 31)),
        ("[2007-03-27..2007-08-30]", Form.BETWEEN, date(2007, 3, 27), date(2007, 8, 30)),
        ("[2007-06..2007-08]", Form.BETWEEN, date(2007, 6, 1), date(2007, 8, 31)),
        ("[..2007-08-30]", Form.BETWEEN, date.min, date(2007, 8, 30)),
        ("2007-08-30/..", Form.SPAN, date(2007, 8, 30), date.max),
    ],
)
def test_parse_each_form_gives_its_first_and_last_day(written, form, earliest, latest):
    assert parse(written) == KnownDate(written, earliest, latest, form)


@pytest.mark.parametrize(
    "written", ["2005", "2008", "2007-02", "2008-02", "2007-12", "2007-03-26", "2005/2006", "2007-06/2007-08-30"]
)
def test_parse_agrees_with_the_edtf_package(written):
    known, theirs = parse(written), edtf_package.parse_edtf(written)
    bounds = [date(*bound[:3]) for bound in (theirs.lower_strict(), theirs.upper_strict())]
    assert [known.earliest, known.latest] == bounds


@pytest.mark.parametrize(
    "written",
    [
        "", "  ", "..", "/", "[..]", "2007-02-30", "2007-13", "2007-00-10", "0000", "26 March 2007", "2007-3-26",
        "2007-03-26T10:00", "2007-06-26/2007-06-25", "[2007-08-30..2007-03-27]", "2007-²", "-2007", "2007-03-26/",
        "/2007-03-26", "2007~", "20070326", "９９９９", "1" * 5000, "2007-03-26/2007-03-27/2007-03-28",
    ],
)  # fmt: skip
def test_parse_what_is_no_date_is_refused_with_the_words_found(written):
    with pytest.raises(Refused) as refusal:
        parse(written)
    assert [problem.values["date"] for problem in refusal.value.problems] == [written.strip()]


def test_parse_an_impossible_day_says_how_many_days_the_month_has():
    with pytest.raises(Refused, match=r"“2007-02-30”\. That month has 28 days"):
        parse("2007-02-30")


@given(st.text(alphabet="0123456789-./[] ²Aé", max_size=24))
def test_parse_any_words_give_a_date_or_one_problem(words):
    try:
        parse(words)
        problems = 1
    except Refused as refusal:
        problems = len(refusal.problems)
    assert problems == 1


@given(known_dates())
def test_parse_the_first_day_is_never_after_the_last(known):
    assert known.earliest <= known.latest


@given(known_dates())
def test_parse_what_a_date_prints_gives_the_same_date(known):
    assert parse(str(known)) == known


@given(known_dates(), DAYS, DAYS)
def test_occurred_once_it_has_come_about_it_stays_so(known, one, other):
    earlier, later = sorted((one, other))
    assert ORDER.index(occurred(known, earlier)) <= ORDER.index(occurred(known, later))


@given(known_dates("day", "month", "year", "span", "between"))
def test_occurred_is_no_before_the_first_day_and_yes_on_the_last(known):
    assert occurred(known, known.earliest - timedelta(1)) is Occurrence.NO
    assert occurred(known, known.latest) is Occurrence.YES


@given(DAYS, DAYS)
def test_occurred_between_two_days_is_possible_until_the_last(one, other):
    known = parse(edtf("between", one, other))
    on_first = Occurrence.YES if one == other else Occurrence.POSSIBLY
    assert occurred(known, known.earliest) is on_first


def test_occurred_with_an_open_beginning_is_never_no_and_with_an_open_end_never_yes():
    assert occurred(parse("[..2007-08-30]"), date(1000, 1, 1)) is Occurrence.POSSIBLY
    assert occurred(parse("2007-08-30/.."), date(3000, 1, 1)) is Occurrence.POSSIBLY


@given(st.lists(known_dates(), max_size=6))
def test_order_sorts_by_the_day_by_which_it_is_certain(found):
    ordered = sorted(found)
    assert [known.latest for known in ordered] == sorted(known.latest for known in found)


@given(known_dates(), known_dates())
def test_order_of_two_dates_never_goes_both_ways(one, other):
    assert not (one < other < one)
