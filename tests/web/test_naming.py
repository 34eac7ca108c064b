"""Rows are named in the reader's language; what is missing in it is marked, never silently another."""

import pytest
from django.utils import translation

from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry
from quicksilver.services import record as reading
from quicksilver.web import naming


def named(key, language="en"):
    record = reading.snapshot()
    with translation.override({"zh": "zh-hans"}.get(language, language)):
        return naming.plain_name(record, record.get(key))


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("decision/24-3", "Decision 24/3 IV"),
        ("pledge/usa-2007", "United States of America pledges US$1,000,380"),
        ("area/asgm", "Mercury management in artisanal and small-scale gold mining"),
        ("erratum/t4", "T4"),
    ],
)
def test_a_row_is_named_in_words(record, db, key, name):
    assert named(key) == name


def test_names_are_in_the_readers_language(record, db):
    assert named("area/asgm", "zh") == "手工和小规模采金方面的汞管理"


def test_every_row_of_the_real_record_has_a_name(record, db):
    snapshot = reading.snapshot()
    nameless = [
        row.key for kind in reading.KINDS for row in snapshot.of(kind) if not naming.plain_name(snapshot, row).strip()
    ]
    assert nameless == []


def test_words_missing_in_the_readers_language_are_marked_with_their_own():
    with translation.override("ar"):
        shown = naming.words(Texts.parse({"en": "mercury & fate"}))
    assert shown == '<span class="foreign" lang="en" dir="ltr">mercury &amp; fate</span>'


def test_words_in_the_readers_language_are_not_marked():
    with translation.override("zh-hans"):
        assert naming.words(Texts.parse({"en": "mercury", "zh": "汞"})) == "汞"


def test_a_symbol_is_one_run_that_may_break_after_its_slashes():
    assert naming.symbol("UNEP(DTIE)/Hg/1") == '<bdi class="sym" dir="ltr">UNEP(DTIE)/<wbr>Hg/<wbr>1</bdi>'


def test_a_row_without_words_goes_by_its_key():
    bare = Entry("thing/one")
    assert naming.plain_name(reading.Snapshot(lambda kind: ()), bare) == "thing/one"
