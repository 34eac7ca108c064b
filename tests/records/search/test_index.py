from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection

from quicksilver.core import search
from quicksilver.records.history import versions
from quicksilver.records.models import SearchEntry
from quicksilver.records.search import finding, index

NOW = versions.CURRENT - 1
DAY = date(2007, 8, 30)


def enter(key, tokens, *, part=SearchEntry.WORDS, known_from=1, known_to=versions.CURRENT, dated=DAY):
    return SearchEntry.objects.create(
        key=key, kind=key.partition("/")[0], part=part, tokens=tokens, begins=dated, dated=dated,
        known_from=known_from, known_to=known_to,
    )  # fmt: skip


def found(text, revision=NOW, **how):
    asked = {"kinds": (), "after": None, "size": 50, **how}
    return [hit.key for hit in finding.page(search.read(text), revision, DAY, **asked)]


def test_all_tokens_must_be_there(db):
    enter("area/a", "mercuri gold")
    enter("area/b", "mercuri")
    assert found("mercury gold") == ["area/a"]
    assert found("mercury") == ["area/a", "area/b"]


def test_a_token_is_whole_and_never_read_as_a_word_of_a_query_language(db):
    enter("area/a", "1e5 or not near 汞 认捐 زيبق")
    assert found("1e5") == found("汞") == found("认捐") == found("or not near") == found("الزئبق") == ["area/a"]
    assert found("1e") == found("捐") == []


def test_an_entry_taken_away_or_changed_is_not_found(db):
    entry = enter("area/a", "mercuri")
    entry.tokens = "gold"
    entry.save()
    assert (found("mercury"), found("gold")) == ([], ["area/a"])
    entry.delete()
    assert found("gold") == []


def test_an_entry_is_found_while_it_was_known(db):
    enter("area/a", "mercuri", known_from=3, known_to=5)
    assert [found("mercury", revision) for revision in (2, 3, 4, 5)] == [[], ["area/a"], ["area/a"], []]


def test_identifiers_come_first_then_the_newest_then_by_key(db):
    enter("area/b", "24 3", dated=date(2006, 1, 1))
    enter("area/a", "24 3", dated=date(2006, 1, 1))
    enter("area/Z", "24 3", dated=date(2006, 1, 1))
    enter("area/new", "24 3")
    enter("decision/24-3", "24x3", part=SearchEntry.IDENTIFIERS, dated=date(2005, 1, 1))
    enter("decision/24-3", "24 3", dated=date(2005, 1, 1))
    in_order = ["decision/24-3", "area/new", "area/Z", "area/a", "area/b"]
    assert found("24/3") == in_order
    pages, after = [], None
    while hits := finding.page(search.read("24/3"), NOW, DAY, kinds=(), after=after, size=2):
        after = hits[-1]
        pages.extend(hit.key for hit in hits)
    assert pages == in_order


def test_rows_are_counted_once_by_kind_and_by_date(db):
    enter("area/a", "24x3", part=SearchEntry.IDENTIFIERS)
    enter("area/a", "24 3")
    enter("area/b", "24 3", dated=date(2008, 1, 1))
    enter("call/c", "24 3")
    assert sorted(finding.counts(search.read("24/3"), NOW, DAY)) == [
        ("area", False, 1), ("area", True, 1), ("call", False, 1),
    ]  # fmt: skip


def test_the_index_survives_another_migrate(db):
    enter("area/a", "mercuri")
    index.install(using="default")
    call_command("migrate", verbosity=0)
    enter("area/b", "mercuri")
    assert found("mercury") == ["area/a", "area/b"]


def test_the_index_is_used(db):
    dialect = index.dialect(connection)
    statement = f"SELECT id FROM {SearchEntry._meta.db_table} WHERE {dialect.MATCHES}"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
        cursor.execute(f"{explain} {statement}", [dialect.expression([["mercuri"]])])
        assert dialect.INDEX in str(cursor.fetchall())


def test_an_entry_ends_after_it_begins(db):
    with pytest.raises(IntegrityError):
        enter("area/a", "mercuri", known_from=5, known_to=5)
