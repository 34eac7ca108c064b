import json
from datetime import date

import pytest
from tests.core.programme import programme

from quicksilver.core.languages import CODES
from quicksilver.core.record import from_entries
from quicksilver.core.reports import outline
from quicksilver.core.reports.figures import recomputed
from quicksilver.core.reports.outline import Heading, Paragraph, plain
from quicksilver.core.reports.status_report import compose, figures_at

AS_AT = date(2007, 8, 30)
EACH = pytest.mark.parametrize("language", CODES)


def blocks(document, kind):
    return [block for part in document.parts for block in part.blocks if isinstance(block, kind)]


def test_the_outline_is_that_of_the_report_of_2007():
    headings = [(heading.number, plain(heading.text)) for heading in blocks(compose(programme(), AS_AT, "en"), Heading)]
    assert headings == [
        ("", "Background"),
        ("I", "Strengthening support for the UNEP mercury programme partnerships"),
        ("II", "Strengthening the mercury programme partnerships"),
        ("A", "Developing an overarching framework"),
        ("B", "Expanding the number and scope of partnerships"),
        ("C", "Enhancing the artisanal and small-scale gold mining partnership"),
        ("D", "Endeavouring to secure adequate funds"),
    ]


@EACH
def test_paragraph_numbers_begin_again_in_the_annex(language):
    numbers = [(block.id, block.number) for block in blocks(compose(programme(), AS_AT, language), Paragraph)]
    assert numbers == [
        *((f"c.{n}", str(n)) for n in range(1, 5)), *((f"a.{n}", str(n)) for n in range(1, 11)),
    ]  # fmt: skip


@EACH
def test_an_empty_record_still_gives_every_paragraph(language):
    document = compose(from_entries([]), AS_AT, language)
    assert len(blocks(document, Paragraph)) == 14
    assert all(plain(block.text) for block in blocks(document, Paragraph))


@EACH
def test_composing_twice_gives_the_same_document(language):
    assert compose(programme(), AS_AT, language) == compose(programme(), AS_AT, language)


@EACH
def test_the_document_survives_being_written_as_json(language):
    document = compose(programme(), AS_AT, language)
    assert outline.from_json(json.loads(json.dumps(outline.to_json(document)))) == document


@EACH
def test_every_figure_that_is_printed_is_listed(language):
    document = compose(programme(), AS_AT, language)
    listed = {figure.id for figure in document.figures}
    lines = [line for block in blocks(document, Paragraph) for line in (block.text, *(i.text for i in block.items))]
    printed = {part.figure for line in lines for part in line if isinstance(part, outline.FigureRef)}
    assert printed
    assert printed <= listed


def test_figures_are_the_same_in_every_language_and_can_be_worked_out_again():
    figures = figures_at(programme(), AS_AT)
    assert all(compose(programme(), AS_AT, language).figures == figures for language in CODES)
    assert [figure.id for figure in figures if recomputed(figure) != figure.value] == []


def test_the_footnote_is_the_symbol_of_the_agenda():
    (footnote,) = compose(programme(), AS_AT, "en").footnotes
    assert (footnote.mark, plain(footnote.text)) == ("*", "UNEP(DTIE)/Hg/OEWG.1/1.")
