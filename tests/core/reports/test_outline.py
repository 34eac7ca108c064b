import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quicksilver.core.reports import outline as tree
from quicksilver.core.reports.figures import BasisRow, Figure

WORDS = st.text(max_size=8)
DAYS = st.dates(date(1990, 1, 1), date(2035, 1, 1))
VALUES = st.none() | st.integers(-(10**6), 10**6) | st.decimals(-(10**9), 10**9, places=2, allow_nan=False)


def several(element, most=3):
    return st.lists(element, max_size=most).map(tuple)


INLINES = st.one_of(
    st.builds(tree.Text, WORDS, st.sampled_from(["", "zh"])),
    st.builds(tree.Symbol, WORDS, WORDS),
    st.builds(tree.Ref, WORDS, WORDS, st.sampled_from(["", "ar"])),
    st.builds(tree.FigureRef, WORDS, WORDS),
    st.builds(tree.FootnoteRef, WORDS),
)
LINES = several(INLINES)
TABLES = st.builds(tree.Table, WORDS, LINES, several(LINES), several(several(LINES)), several(st.integers(0, 3)))
BASIS = st.builds(BasisRow, WORDS, VALUES, WORDS, WORDS)
FIGURES = st.builds(Figure, WORDS, VALUES, WORDS, DAYS, several(BASIS), st.sampled_from(["count", "sum", "stated"]))
CHARTS = st.builds(
    tree.Chart, WORDS, st.sampled_from(["bars", "timeline"]), WORDS, WORDS,
    bars=several(st.builds(tree.Bar, WORDS, VALUES, WORDS, WORDS)),
    moments=several(st.builds(tree.Moment, WORDS, DAYS, WORDS, st.booleans(), WORDS)),
    as_at=st.none() | DAYS,
    table=st.none() | TABLES,
)  # fmt: skip
PARAGRAPHS = st.builds(
    tree.Paragraph, WORDS, WORDS, LINES, several(st.builds(tree.Item, WORDS, LINES)), LINES,
    several(st.builds(tree.Note, st.sampled_from(["source", "gap"]), LINES)),
)  # fmt: skip
BLOCKS = st.one_of(st.builds(tree.Heading, st.integers(1, 2), WORDS, LINES), PARAGRAPHS, TABLES, CHARTS)
MASTHEADS = st.builds(tree.Masthead, LINES, LINES, LINES, several(LINES), several(LINES), several(LINES), LINES, LINES)
DOCUMENTS = st.builds(
    tree.Document, WORDS, st.sampled_from(["ar", "en"]), DAYS, WORDS, WORDS, MASTHEADS,
    several(st.builds(tree.Part, WORDS, LINES, LINES, several(BLOCKS)), most=2),
    several(st.builds(tree.Footnote, WORDS, LINES)), several(FIGURES),
)  # fmt: skip


@settings(max_examples=25)
@given(DOCUMENTS)
def test_a_tree_written_as_json_text_and_read_again_is_the_same(document):
    assert tree.from_json(json.loads(json.dumps(tree.to_json(document)))) == document


@settings(max_examples=25)
@given(DOCUMENTS)
def test_reading_gives_the_same_kinds_of_value(document):
    again = tree.from_json(tree.to_json(document))
    assert [type(figure.value) for figure in again.figures] == [type(figure.value) for figure in document.figures]


def test_to_json_keeps_cents():
    assert tree.to_json(Decimal("1000380.00")) == {"decimal": "1000380.00"}


def test_from_json_a_node_of_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError, match="Picture"):
        tree.from_json({"node": "Picture", "text": "x"})


def test_plain_gives_the_words_and_the_marks():
    line = (tree.Text("Item 5"), tree.FootnoteRef("*"), tree.Ref(" of ", "x"), tree.FigureRef("10", "y"))
    assert tree.plain(line) == "Item 5* of 10"
