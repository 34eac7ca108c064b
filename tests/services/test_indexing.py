from datetime import UTC, date, datetime

import pytest
from django.db import connection

from quicksilver.core.policies import secretariat
from quicksilver.records.history import versions
from quicksilver.records.models import Body, SearchEntry, Stakeholder
from quicksilver.services import gate, indexing

ACTOR = secretariat("Test secretariat")
LATER = datetime(2007, 10, 1, 9, 0, tzinfo=UTC)


def change(key, **values):
    with gate.deed(ACTOR, "correct", now=LATER, action="record.correct"):
        row = Stakeholder.objects.get(key=key)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def words(key):
    """Tokens, from which revision until which."""
    found = SearchEntry.objects.filter(key=key, part=SearchEntry.WORDS).order_by("known_from")
    return [(entry.tokens, entry.known_from, entry.known_to) for entry in found]


def test_every_row_of_a_load_is_indexed(small):
    assert set(SearchEntry.objects.values_list("key", flat=True)) == {
        "source/seed", "stakeholder/unep", "stakeholder/usa", "body/gc", "decision/24-3", "appeal/2007",
        "pledge/usa-2007",
    }  # fmt: skip
    assert set(SearchEntry.objects.values_list("known_from", "known_to")) == {(1, versions.CURRENT)}


def test_a_change_of_words_closes_the_entry_and_opens_another(small):
    change("stakeholder/usa", names={"en": "Ruritania"})
    (before, *of_before), (after, *of_after) = words("stakeholder/usa")
    assert ("america" in before, of_before) == (True, [1, 2])
    assert ("ruritania" in after, of_after) == (True, [2, versions.CURRENT])


def test_a_change_of_nothing_that_is_searched_leaves_the_entry(small):
    change("stakeholder/usa", locator="a.99")
    assert [stretch for _, *stretch in words("stakeholder/usa")] == [[1, versions.CURRENT]]
    change("stakeholder/usa", names={"en": "Ruritania"})
    assert [stretch for _, *stretch in words("stakeholder/usa")] == [[1, 3], [3, versions.CURRENT]]


def test_a_row_taken_away_is_found_only_in_the_past(small):
    with gate.deed(ACTOR, "undo", now=LATER, action="record.undo"):
        Body.objects.create(key="body/new", names={"en": "Newly"}, short_names={"en": "New"}, source_id="source/seed")
    with gate.deed(ACTOR, "undo", now=LATER, action="record.undo"):
        Body.objects.get(key="body/new").delete()
    assert [stretch for _, *stretch in words("body/new")] == [[2, 3]]


def test_what_sql_changed_is_indexed_with_the_next_deed(small):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_stakeholder SET country = 'UNE', names = %s WHERE key = %s",
                       ['{"en": {"text": "Elsewhere", "status": "draft"}}', "stakeholder/unep"])  # fmt: skip
    assert len(words("stakeholder/unep")) == 1
    change("stakeholder/usa", names={"en": "Ruritania"})
    assert [stretch for _, *stretch in words("stakeholder/unep")] == [[1, 2], [2, versions.CURRENT]]


def test_a_deed_that_fails_leaves_the_index_as_it_was(small):
    with pytest.raises(Stakeholder.DoesNotExist):
        change("stakeholder/nobody", names={"en": "Ruritania"})
    assert len(words("stakeholder/usa")) == 1
    assert not words("stakeholder/nobody")


def test_the_index_made_anew_is_the_one_kept_by_deeds(small):
    change("stakeholder/usa", names={"en": "Ruritania"})
    change("stakeholder/usa", names={"en": "United States"})
    change("stakeholder/unep", locator="a.99")
    columns = ("key", "kind", "part", "tokens", "begins", "dated", "known_from", "known_to")
    kept = sorted(SearchEntry.objects.values_list(*columns))
    told = []
    indexing.rebuild(lambda done, total: told.append((done, total)))
    assert sorted(SearchEntry.objects.values_list(*columns)) == kept
    assert told[-1][0] == told[-1][1]


def test_a_row_is_listed_by_the_last_day_it_may_have_taken_effect(small):
    dates = dict(SearchEntry.objects.values_list("key", "dated"))
    assert dates["decision/24-3"] == date(2007, 2, 9)
    assert dates["pledge/usa-2007"] == date(2007, 8, 30)
    assert dates["stakeholder/usa"] == date.min
