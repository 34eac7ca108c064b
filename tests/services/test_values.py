"""Rows as plain values: what a row gives back makes the same row again."""

import pytest
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.records.models import RECORD_MODELS, Call, Pledge
from quicksilver.services import checking, loading, values


def test_values_of_every_real_row_make_that_row_again(db):
    from tests.web.conftest import EXAMPLE

    loading.load_record(SECRETARIAT, EXAMPLE, now=ENTERED)
    problems = []
    for model in RECORD_MODELS:
        for row in model.objects.all():
            (again,) = checking.check([values.draft(model, values.of(model, row))], problems)
            assert values.same(model, row, again), row.key
    assert problems == []


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_empty_values_are_not_given(empty):
    assert values.draft(Pledge, {"locator": empty, "currency": "USD"}).values.keys() == {"currency"}


def test_values_stand_at_the_field_of_their_name_in_their_part_of_the_form():
    draft = values.draft(Pledge, {"purpose": {"en": "Travel"}}, form="source")
    place = draft.values["purpose"].value["en"].place
    assert (place.file, place.field) == ("source", "purpose")


def test_like_is_compared_with_like():
    given = {"amount": "1000380", "currency": "USD", "effective": "2007-13", "purpose": {"en": "Travel"}, "locator": ""}
    assert values.canonical(Pledge, given) == {
        "amount": "1000380.00", "currency": "USD", "effective": "2007-13",
        "purpose": {"en": {"text": "Travel", "status": "draft"}},
    }  # fmt: skip


def test_truths_and_numbers_are_words():
    assert values.of(Call, Call(key="call/x", standing=True))["standing"] == "true"
    assert values.plain(12) == "12"
