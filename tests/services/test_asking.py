"""What a report is asked for: everything wrong with it at once."""

import sys
from datetime import UTC, datetime

import pytest

from quicksilver.core.errors import Refused
from quicksilver.services import asking

pytestmark = pytest.mark.django_db
NOW = datetime(2007, 10, 1, 12, 0, tzinfo=UTC)


def ask(as_at="2007-08-30", known_at="", languages=("en",), formats=("json",)):
    return asking.wanted(as_at=as_at, known_at=known_at, languages_asked=languages, formats_asked=formats, now=NOW)


def codes(**asked) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        ask(**asked)
    return [(problem.place.field, problem.code) for problem in refused.value.problems]


def test_good_request_is_read(small):
    wanted = ask(languages=("zh", "en", "zh"), formats=("pdf",))

    assert (wanted.as_at.isoformat(), wanted.languages, wanted.formats) == ("2007-08-30", ("zh", "en"), ("pdf",))
    assert wanted.revision == 1


def test_everything_wrong_is_said_at_once(small):
    assert codes(as_at="2007-02-30", known_at="2008-01-01", languages=("de", "en"), formats=("odt",)) == [
        ("language", "language-unknown"),
        ("format", "format-unknown"),
        ("known_at", "known-at-in-future"),
        ("as_at", "date-impossible"),
    ]


@pytest.mark.parametrize(
    ("as_at", "code"),
    [
        ("2007-10-02", "as-at-in-future"),
        ("2001-01-01", "as-at-before-record"),
        ("2007-08", "date-not-day"),
        ("yesterday", "date-impossible"),
        ("", "date-impossible"),
    ],
)
def test_date_that_cannot_be_is_refused(small, as_at, code):
    assert codes(as_at=as_at) == [("as_at", code)]


@pytest.mark.parametrize(
    ("known_at", "code"),
    [
        ("2007-08-31", "known-at-before-record"),
        ("2007-09-01T08:59", "known-at-before-record"),
        ("2007-10-01T12:01", "known-at-in-future"),
        ("2007-10-01T25:00", "moment-impossible"),
        ("2007-02-30", "date-impossible"),
    ],
)
def test_state_of_knowledge_that_cannot_be_is_refused(small, known_at, code):
    assert codes(known_at=known_at) == [("known_at", code)]


@pytest.mark.parametrize("known_at", ["2007-09-01", "2007-09-01T09:00", "2007-09-01T11:00+02:00", "2007-10-01"])
def test_state_of_knowledge_is_a_day_or_a_moment(small, known_at):
    assert ask(known_at=known_at).revision == 1


def test_empty_record_is_told(db):
    assert codes() == [("as_at", "record-empty")]


def test_machine_without_the_libraries_for_pages_says_what_to_install(small, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as if Pango could not be loaded

    assert codes(formats=("html", "pdf")) == [("format", "pages-cannot-be-set")]
    assert ask(formats=("html", "docx")).formats == ("html", "docx")
