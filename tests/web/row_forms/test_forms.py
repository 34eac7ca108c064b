"""Forms from models: every column can be entered, and what is written comes back as it was written."""

import pytest
from django.http import QueryDict

from quicksilver.records.models import Document, Invitation, Pledge, Source
from quicksilver.services.drafts import COLLECTIONS
from quicksilver.web.row_forms import fields, given, sides


def post(text):
    return QueryDict(text)


def test_every_column_of_every_kind_has_a_label_in_words():
    unnamed = [
        (model.KIND, column.name)
        for model in COLLECTIONS.values()
        for column in fields.fields_of(model)
        if fields.label(model.KIND, column.name) == column.name
    ]
    assert unnamed == []


def test_texts_are_read_by_language_and_a_status_alone_is_nothing():
    sent = post("row.purpose.en=Travel&row.purpose.fr.status=reviewed&row.purpose.zh=%E6%97%85%E8%B4%B9"
                "&row.purpose.zh.status=official")  # fmt: skip
    values, found = given.row(sent, Pledge)
    assert (values, found) == (
        {"purpose": {"en": {"text": "Travel"}, "zh": {"text": "旅费", "status": "official"}}}, [],
    )  # fmt: skip


def test_ticks_are_a_list_and_none_of_them_an_empty_one():
    sent = post("row.topics.ticks=1&row.topics=priorities&row.topics=resources&row.addressees.ticks=1")
    values, _ = given.row(sent, Invitation)
    assert values == {"topics": ["priorities", "resources"], "addressees": []}


def test_further_sources_are_read_line_by_line():
    values, _ = given.row(post("row.more_sources=source/s2+page+4%0D%0A%0D%0Asource/s3"), Document)
    assert values == {"more_sources": [["source/s2", "page 4"], ["source/s3", ""]]}


def test_columns_that_the_form_does_not_have_are_not_given():
    assert given.row(post("row.locator=a.8"), Document)[0] == {"locator": "a.8"}


def test_new_source_needs_more_than_what_a_list_always_sends():
    assert "source" not in given.row(post("source.kind=letter&source.standing=official"), Document)[0]
    assert given.row(post("source.kind=letter"), Source)[0] == {}


@pytest.mark.parametrize(
    ("column", "value", "form"),
    [
        ("purpose", {"en": {"text": "Travel"}}, "texts"),
        ("purpose", {"xx": 1}, "plain"),
        ("effective", "2007-03", "date"),
        ("effective", "in spring", "plain"),
        ("donor", "stakeholder/usa", "row"),
        ("source", {"title": {"en": "Letter"}}, "plain"),
        ("amount", "2.00", "plain"),
        ("more_sources", [["source/s2", "4"]], "plain"),
    ],
)
def test_values_are_shown_side_by_side_even_where_they_do_not_hold(column, value, form):
    assert sides.shown(Pledge, column, value).form == form


def test_what_says_nothing_is_shown_as_nothing():
    assert sides.shown(Pledge, "locator", "") is None
