"""The worked cases: what each paragraph of the status report says, and does not say, at which date.

Each file of tests/cases is one paragraph. A case is a date and a language; ``says`` and ``says_not`` are looked for in
the paragraph with its items, ``margin`` and ``margin_not`` in the notes beside it.
"""

from collections import Counter
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.conftest import SECRETARIAT

from quicksilver.core.reports import status_report
from quicksilver.core.reports.figures import recomputed
from quicksilver.core.reports.outline import Paragraph, plain
from quicksilver.services import loading, record

ROOT = Path(__file__).parents[2]
LOADED_AT = datetime(2009, 12, 31, 12, 0, tzinfo=UTC)
PARAGRAPHS = {f"c.{number}" for number in range(1, 5)} | {f"a.{number}" for number in range(1, 11)}
DATES = [date(2007, 3, 25), date(2007, 8, 30), date(2008, 5, 1)]


def read(file):
    """The cases of a file, each with the paragraph and, if it gives none of its own, the source of the file."""
    page = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [{"paragraph": page["paragraph"], "source": page["source"], **case} for case in page["cases"]]


CASES = [case for file in sorted((ROOT / "tests" / "cases").glob("[ac]-*.yaml")) for case in read(file)]


@cache
def real_record():
    """The real record, loaded in the first test that asks, which then takes it back, and read whole before that."""
    loading.load_record(SECRETARIAT, ROOT / "examples" / "unep-2007", now=LOADED_AT)
    snapshot = record.snapshot()
    for kind in record.KINDS:
        snapshot.of(kind)
    return snapshot


@pytest.fixture
def programme(db):
    return real_record()


@cache
def composed_once(as_at, language):
    return status_report.compose(real_record(), as_at, language)


@pytest.fixture
def composed(programme):
    """The report as at a date in a language."""
    return composed_once


def paragraph(document, id):
    blocks = [block for part in document.parts for block in part.blocks if isinstance(block, Paragraph)]
    return next(block for block in blocks if block.id == id)


def told(found):
    items = " ".join(f"{item.label} {plain(item.text)}" for item in found.items)
    return f"{plain(found.text)} {items} {plain(found.closing)}"


@pytest.mark.parametrize("case", CASES, ids=[f"{case['paragraph']}: {case['name']}" for case in CASES])
def test_paragraph_says_what_its_date_allows(composed, case):
    found = paragraph(composed(case["as_at"], case["language"]), case["paragraph"])
    text, margin = told(found), "\n".join(plain(note.text) for note in found.notes)
    assert {
        "missing": [words for words in case.get("says", []) if words not in text],
        "too much": [words for words in case.get("says_not", []) if words in text],
        "missing in the margin": [words for words in case.get("margin", []) if words not in margin],
        "too much in the margin": [words for words in case.get("margin_not", []) if words in margin],
    } == {"missing": [], "too much": [], "missing in the margin": [], "too much in the margin": []}, text


def test_every_paragraph_has_cases_in_english_and_chinese_at_three_dates():
    wanted = {(id, language, as_at) for id in PARAGRAPHS for language in ("en", "zh") for as_at in DATES}
    assert wanted - {(case["paragraph"], case["language"], case["as_at"]) for case in CASES} == set()


def test_no_case_has_a_name_twice_or_a_field_unknown():
    names = Counter((case["paragraph"], case["name"]) for case in CASES)
    assert [name for name, number in names.items() if number > 1] == []
    known = {"paragraph", "source", "name", "as_at", "language", "says", "says_not", "margin", "margin_not"}
    assert [case["name"] for case in CASES if case.keys() - known] == []


def test_every_word_looked_for_is_quoted_where_yaml_would_read_a_number_or_a_date():
    fields = ("says", "says_not", "margin", "margin_not")
    found = [(case["name"], words) for case in CASES for field in fields for words in case.get(field, [])]
    assert [(name, words) for name, words in found if not isinstance(words, str)] == []


EVERY_DATE = [date(2003, 3, 1), date(2006, 6, 30), *DATES, date(2007, 4, 15), date(2007, 6, 15), date(2007, 11, 20),
              date(2008, 2, 15), date(2009, 12, 31)]  # fmt: skip


@pytest.mark.parametrize("as_at", EVERY_DATE, ids=str)
def test_every_figure_can_be_worked_out_again_and_says_what_it_rests_on(programme, as_at):
    figures = status_report.figures_at(programme, as_at)
    assert [figure.id for figure in figures if recomputed(figure) != figure.value] == []
    rows = {row.key: row for figure in figures for row in figure.basis}
    assert [key for key, row in rows.items() if programme.get(key) is None or programme.get(row.source) is None] == []
    assert [
        figure.id for figure in figures if figure.unit == "USD" and figure.value is not None and not figure.basis
    ] == []


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
@pytest.mark.parametrize("as_at", EVERY_DATE, ids=str)
def test_every_language_has_the_same_outline_and_the_same_figures(composed, language, as_at):
    here, english = composed(as_at, language), composed(as_at, "en")
    assert here.figures == english.figures
    assert [part.id for part in here.parts] == ["c", "a", "f"]
    assert [
        (block.id, len(block.items), len(block.notes)) for part in here.parts for block in part.blocks
        if isinstance(block, Paragraph)
    ] == [
        (block.id, len(block.items), len(block.notes)) for part in english.parts for block in part.blocks
        if isinstance(block, Paragraph)
    ]  # fmt: skip


@pytest.mark.parametrize("as_at", EVERY_DATE, ids=str)
def test_every_paragraph_is_there_at_every_date_and_says_something(composed, as_at):
    document = composed(as_at, "en")
    blocks = [block for part in document.parts for block in part.blocks if isinstance(block, Paragraph)]
    assert {block.id for block in blocks} == PARAGRAPHS
    assert [block.id for block in blocks if not plain(block.text).strip()] == []


@pytest.mark.parametrize("as_at", EVERY_DATE, ids=str)
def test_nothing_certain_becomes_open_again(programme, as_at):
    """An amount that is certain on a date is certain on every later one."""
    certain = {
        figure.id for figure in status_report.figures_at(programme, as_at) if figure.certain and "usa" in figure.id
    }
    for later in (day for day in EVERY_DATE if day > as_at):
        assert certain <= {figure.id for figure in status_report.figures_at(programme, later) if figure.certain}
