from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quicksilver.core import search
from quicksilver.core.errors import Refused
from quicksilver.core.policies import PUBLIC, secretariat
from quicksilver.records.models import SearchEntry, Stakeholder
from quicksilver.services import gate, loading, searching
from quicksilver.services import record as reading

EXAMPLE = Path(__file__).parents[2] / "examples" / "unep-2007"
ENTERED = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
LATER = datetime(2024, 5, 8, 9, 0, tzinfo=UTC)
TODAY = date(2026, 1, 1)
ACTOR = secretariat("Test secretariat")


@pytest.fixture(scope="module")
def example(django_db_setup, django_db_blocker):
    outermost = transaction.atomic()
    outermost._from_testcase = True  # as Django's own test cases do, so that deeds may be durable within it
    with django_db_blocker.unblock(), outermost:
        loading.load_record(ACTOR, EXAMPLE, now=ENTERED)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def find(example, db):
    def finder(query, language="en", **how):
        return searching.find(reading.snapshot(), query, language=language, as_at=TODAY, **how)

    return finder


# The first row found, and how many: counted by hand where few; the same on either database.
@pytest.mark.parametrize(
    ("query", "first", "number"),
    [
        ("UNEP(DTIE)/Hg/OEWG.1/INF/8", "document/oewg-1-inf-8", None),
        ("unep (dtie) / hg / oewg.1 / inf / 8", "document/oewg-1-inf-8", None),
        ("UNEP/(DTIE)/Hg/OEWG.1/INF/8", "document/oewg-1-inf-8", None),
        ("OEWG.1/INF/8", "document/oewg-1-inf-8", None),
        ("24/3", "decision/24-3", None),
        ("24-3", "decision/24-3", None),
        ("pledge/usa-2007", "pledge/usa-2007", 1),
        ("1,000,380", "pledge/usa-2007", 2),
        ("1 000 380", "pledge/usa-2007", 2),
        ("1\u202f000\u202f380,00", "pledge/usa-2007", 2),
        ("1000380 USD", "pledge/usa-2007", 1),
        ("T17", "erratum/t17", None),
        ("赠款", "call/small-grants", 1),
        ("认捐", "funding-statement/2007-08-30", 4),
        ("chlor-alkali", "area/chlor", None),
        ("100万", "", 0),
        ("zzzzz", "", 0),
    ],
)
def test_what_is_looked_for_comes_first(find, query, first, number):
    found = find(query)
    assert (found.rows[0].row.key if found.rows else "") == first
    assert number in (None, found.total)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("partnership", "partnerships", "PARTNERSHIP")),
        ("fr", ("énergie", "energie", "l’énergie")),
        ("fr", ("réduction", "reduction", "réductions")),
        ("es", ("minería", "mineria", "MINERÍA")),
        ("ru", ("ртуть", "ртути", "Ртутью")),
        ("ru", ("партнерство", "партнёрства", "партнерствам")),
        ("ar", ("زئبق", "الزئبق", "بالزئبق")),
        ("ar", ("شراكة", "الشراكة", "الشراكه")),
        ("zh", ("汞",)),
        ("zh", ("伙伴关系",)),
    ],
)
def test_every_form_of_a_word_finds_the_same_rows(find, language, forms):
    counted = {form: find(form, language).by_kind for form in forms}
    assert all(counts == counted[forms[0]] for counts in counted.values())


@pytest.mark.parametrize("word", ["汞", "赠款", "认捐", "伙伴关系", "实施", "方案", "采金"])
def test_no_chinese_word_is_missed_and_none_invented(find, word):
    """Recall and precision against reading every text."""
    record, expected = reading.snapshot(), set()
    for kind in reading.KINDS:
        for row in record.of(kind):
            if any(word in line.text for line in searching.searchable.lines(row)):
                expected.add(row.key)
    assert expected
    assert {hit.row.key for hit in _all(find, word)} == expected


def _all(find, query):
    found, rows = find(query), []
    while True:
        rows.extend(found.rows)
        if not found.after:
            return rows
        found = find(query, after=found.after)


def test_pages_follow_one_another_without_gap_or_repetition(find):
    rows = _all(find, "mercury")
    keys = [hit.row.key for hit in rows]
    assert len(keys) == len(set(keys)) == find("mercury").total > 2 * searching.PAGE
    second = find("mercury", after=find("mercury").after)
    assert second.first == searching.PAGE + 1


def test_the_newest_comes_first_after_what_is_exact(find):
    rows = _all(find, "24/3")
    assert [hit.exact for hit in rows] == sorted((hit.exact for hit in rows), reverse=True)
    dated = [hit.row.effective.latest for hit in rows if not hit.exact and hit.row.effective]
    assert dated == sorted(dated, reverse=True)


def test_every_row_shows_where_it_was_found(find):
    for query in ("mercury", "24/3", "汞", "الزئبق", "1,000,380"):
        for hit in _all(find, query):
            assert hit.spans, (query, hit.row.key)


def test_the_line_is_in_the_readers_language_where_that_was_found(find):
    assert {hit.line.language for hit in find("ртуть", "ru").rows} == {"ru"}
    assert {hit.line.language for hit in find("ртуть", "fr").rows} == {"ru"}


def test_kinds_narrow_the_list_and_are_counted(find):
    whole, narrow = find("mercury"), find("mercury", kinds=["provision", "area"])
    assert narrow.by_kind == whole.by_kind
    assert narrow.total == whole.by_kind["provision"] + whole.by_kind["area"]
    assert {hit.row.kind for hit in narrow.rows} <= {"provision", "area"}


def test_what_is_wrong_in_the_address_is_refused_all_at_once(find):
    with pytest.raises(Refused) as refusal:
        find("mercury", kinds=["novel"], after="20.x")
    assert [problem.code for problem in refusal.value.problems] == ["kind-unknown", "list-place"]


def test_rows_of_later_dates_are_counted_apart(example, db):
    early = date(2007, 3, 1)
    found = searching.find(reading.snapshot(), "mercury", language="en", as_at=early)
    whole = searching.find(reading.snapshot(), "mercury", language="en", as_at=TODAY)
    assert found.later > 0
    assert found.total + found.later == whole.total
    assert all(hit.row.effective is None or hit.row.effective.earliest <= early for hit in found.rows)


def test_as_known_then_finds_what_was_known_then(example, db):
    key = "stakeholder/usa"
    with gate.deed(ACTOR, "correct", now=LATER, action="record.correct"):
        usa = Stakeholder.objects.get(key=key)
        usa.names, usa.short_names, usa.remark = {"en": "Ruritania"}, {}, {}
        usa.save()

    def found(query, moment=None):
        record = reading.snapshot(moment)
        rows = searching.find(record, query, language="en", as_at=TODAY, moment=moment).rows
        return key in [hit.row.key for hit in rows]

    before, long_before = datetime(2024, 5, 7, tzinfo=UTC), datetime(2007, 1, 1, tzinfo=UTC)
    assert (found("Ruritania"), found("Ruritania", before), found("Ruritania", long_before)) == (True, False, False)
    assert (found("States of America"), found("States of America", before)) == (False, True)


def test_a_search_costs_two_queries(example, db):
    record = reading.snapshot()
    searching.find(record, "states", language="en", as_at=TODAY)
    with CaptureQueriesContext(connection) as queries:
        searching.find(record, "states", language="en", as_at=TODAY)
    assert len(queries) == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=40))
def test_no_query_breaks_the_database(example, db, text):
    query = search.read(text)
    if "\x00" not in text:
        assert searching.find(reading.snapshot(), text, language="en", as_at=TODAY).query == query


def test_only_who_may_load_may_make_the_index_anew(example, db):
    with pytest.raises(gate.NotPermitted):
        searching.rebuild(PUBLIC)
    before = _entries()
    assert searching.rebuild(ACTOR) == len(before)
    assert _entries() == before


def _entries():
    columns = ("key", "kind", "part", "tokens", "begins", "dated", "known_from", "known_to")
    return sorted(SearchEntry.objects.values_list(*columns))
