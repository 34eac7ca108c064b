"""The Word file read back: styles, numbering, footnotes, direction, languages."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from quicksilver.adapters.documents import docx as word
from quicksilver.core.reports.outline import Document

Sample = Callable[[str], Document]


@pytest.fixture(scope="module")
def files(sample: Sample) -> Callable[[str], bytes]:
    made = {language: word.render(sample(language)) for language in ("en", "zh", "ar")}
    return made.__getitem__


def reread(file: bytes) -> Any:
    return docx.Document(BytesIO(file))


def part(file: bytes, name: str) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(file)).read(f"word/{name}.xml"))


def test_each_kind_of_text_has_its_style(files: Callable[[str], bytes]) -> None:
    styles = [paragraph.style.name for paragraph in reread(files("en")).paragraphs]

    assert styles[:9] == [
        "Masthead", "Masthead End", "Occasion", "Occasion", "Occasion", "Title", "Author",
        "Numbered Paragraph", "Numbered Paragraph",
    ]  # fmt: skip
    assert {"Annex", "Annex Title", "Heading 1", "Heading 2", "Lettered Item", "Continued Paragraph"} <= set(styles)


def test_numbering_restarts_in_each_part(files: Callable[[str], bytes]) -> None:
    body, numbering = part(files("en"), "document"), part(files("en"), "numbering")
    lists = [found.get(qn("w:val")) for found in body.iter(qn("w:numId"))]
    starts = {
        num.get(qn("w:numId")): num.find(".//" + qn("w:startOverride")).get(qn("w:val"))  # type: ignore[union-attr]
        for num in numbering.iter(qn("w:num"))
    }

    assert lists == ["1"] * 5 + ["2"] * 4
    assert (starts["1"], starts["2"]) == ("1", "1")


@pytest.mark.parametrize(
    ("language", "levels"),
    [
        ("en", [("decimal", "%1."), ("lowerLetter", "(%2)")]),
        ("zh", [("decimal", "%1."), ("lowerLetter", "(%2)")]),
        ("ar", [("decimal", "%1 -"), ("arabicAbjad", "(%2)")]),
    ],
)
def test_labels_are_those_of_the_language(
    files: Callable[[str], bytes], language: str, levels: list[tuple[str, str]]
) -> None:
    found = part(files(language), "numbering").iter(qn("w:lvl"))

    assert [
        (level.find(qn("w:numFmt")).get(qn("w:val")), level.find(qn("w:lvlText")).get(qn("w:val")))  # type: ignore[union-attr]
        for level in found
    ] == levels


def test_the_footnote_is_words_own_with_its_own_mark(files: Callable[[str], bytes]) -> None:
    (call,) = part(files("en"), "document").iter(qn("w:footnoteReference"))
    notes = {note.get(qn("w:id")): "".join(note.itertext()) for note in part(files("en"), "footnotes")}

    assert call.get(qn("w:customMarkFollows")) == "1"
    assert call.getnext().text == "*"  # type: ignore[union-attr]
    assert notes[call.get(qn("w:id"))] == "* UNEP(DTIE)/Hg/OEWG.1/1."


def test_arabic_paragraphs_runs_and_tables_run_from_right_to_left(files: Callable[[str], bytes]) -> None:
    body = part(files("ar"), "document")

    assert all(found.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for found in body.iter(qn("w:p")))
    assert all(found.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None for found in body.iter(qn("w:tbl")))
    arabic = re.compile(r"[\u0600-\u06ff]")
    for run in body.iter(qn("w:r")):
        rtl = run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
        said = "".join(words.text or "" for words in run.iter(qn("w:t")))
        assert not arabic.search(said) or rtl
        assert not re.search(r"[A-Za-z0-9]", said) or not rtl


def test_amounts_and_symbols_are_whole_runs_in_arabic(files: Callable[[str], bytes]) -> None:
    said = [words.text for words in part(files("ar"), "document").iter(qn("w:t"))]

    assert {"1\u00a0000\u00a0380", "UNEP(DTIE)/Hg/OEWG.1/INF/8", "24/3 IV"} <= set(said)


@pytest.mark.parametrize(
    ("language", "slots"),
    [("en", "en-GB zh-CN ar-SA"), ("zh", "en-GB zh-CN ar-SA"), ("ar", "en-GB zh-CN ar-SA")],
)
def test_faces_and_languages_of_all_scripts_are_set(files: Callable[[str], bytes], language: str, slots: str) -> None:
    defaults = part(files(language), "styles").find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    tags, faces = defaults.find(qn("w:lang")), defaults.find(qn("w:rFonts"))

    assert " ".join(tags.get(qn(f"w:{name}")) for name in ("val", "eastAsia", "bidi")) == slots
    assert all(faces.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia", "cs"))


def test_words_in_another_language_say_so(files: Callable[[str], bytes]) -> None:
    (run,) = [run for run in part(files("zh"), "document").iter(qn("w:r")) if "traduire" in "".join(run.itertext())]

    assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) == "fr-FR"  # type: ignore[union-attr]


def test_table_heads_repeat_on_each_page(files: Callable[[str], bytes]) -> None:
    for table in part(files("en"), "document").iter(qn("w:tbl")):
        heads = [row for row in table.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        assert heads == [next(table.iter(qn("w:tr")))]


def test_a_figure_opens_its_row_in_the_annex(files: Callable[[str], bytes]) -> None:
    body = part(files("en"), "document")
    places = {found.get(qn("w:name")) for found in body.iter(qn("w:bookmarkStart"))}
    targets = {found.get(qn("w:anchor")) for found in body.iter(qn("w:hyperlink"))}

    assert targets == places == {"figure_pledge_usa_2007"}


def test_charts_have_words_for_those_who_cannot_see_them(files: Callable[[str], bytes]) -> None:
    shapes = reread(files("en")).inline_shapes

    assert [shape._inline.docPr.get("descr") for shape in shapes] == [
        "One pledge, and nothing yet recorded as received",
        "Two meetings lie ahead",
    ]


def test_page_numbers_are_fields_and_the_title_runs_from_the_second_page(files: Callable[[str], bytes]) -> None:
    section = reread(files("en")).sections[0]

    assert section.different_first_page_header_footer
    assert (section.first_page_header.paragraphs[0].text, section.header.paragraphs[0].text) == (
        "",
        "Status report on partnerships under the UNEP mercury programme",
    )
    assert " PAGE " in [found.text for found in section.footer._element.iter(qn("w:instrText"))]


def test_every_style_used_is_defined(files: Callable[[str], bytes]) -> None:
    defined = {style.get(qn("w:styleId")) for style in part(files("en"), "styles").iter(qn("w:style"))}
    used = {
        found.get(qn("w:val"))
        for name in ("document", "footnotes", "header1", "footer1", "numbering")
        for found in part(files("en"), name).iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }

    assert used <= defined
