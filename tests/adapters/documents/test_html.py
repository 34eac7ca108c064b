"""The web page of a document: anchors, links, margin, other directions, and nothing the content policy forbids."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from lxml import etree
from lxml import html as markup

from quicksilver.adapters.documents import html
from quicksilver.core.reports.outline import Document

Sample = Callable[[str], Document]


def to_site(kind: str, target: str) -> str | None:
    return f"/{kind}/{target}"


def article(document: Document) -> etree._Element:
    return markup.fromstring(html.fragment(document, to_site))


def test_paragraphs_have_the_anchor_of_part_and_number(sample: Sample) -> None:
    ids = [found.get("id") for found in article(sample("en")).find_class("para")]

    assert ids == ["c1", "c2", "a1", "a2"]


def test_records_and_figures_open_what_the_page_says(sample: Sample) -> None:
    links = {found.get("href") for found in article(sample("en")).iter("a")}

    assert {"/record/decision/24-3", "/record/document/inf-8", "/figure/pledge.usa-2007"} <= links


def test_a_target_without_address_is_plain_words(sample: Sample) -> None:
    page = markup.fromstring(html.fragment(sample("en"), lambda kind, target: None))

    assert [link.get("href") for link in page.iter("a")] == ["#fn", "#fn-1-call"]


def test_a_figure_carries_the_place_it_rests_on(sample: Sample) -> None:
    figure = article(sample("en")).find_class("fig")[0]

    assert figure.text_content() == "US$1,000,380⟨a.8⟩"


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_a_symbol_is_one_left_to_right_piece_breaking_after_slashes(sample: Sample, language: str) -> None:
    symbol = article(sample(language)).find_class("sym")[0]

    assert (symbol.get("dir"), symbol.text_content()) == ("ltr", "UNEP(DTIE)/Hg/OEWG.1/INF/8")
    assert len(list(symbol.iter("wbr"))) == symbol.text_content().count("/")


def test_the_margin_holds_the_notes_of_its_paragraph(sample: Sample) -> None:
    note = article(sample("en")).find(".//div[@id='c1']/aside")

    assert [found.get("class") for found in note.findall("p")] == ["source", "correction"]
    assert note.text_content().startswith("c.1 Source: seed c.1")


def test_words_missing_in_the_language_are_marked_as_another(sample: Sample) -> None:
    (marked,) = article(sample("ar")).iter("mark")

    assert (marked[0].get("lang"), marked[0].get("dir"), marked.text_content()) == ("fr", "ltr", "Décision à traduire")


def test_numbers_and_ranges_in_arabic_are_isolated(sample: Sample) -> None:
    body = article(sample("ar")).find(".//div[@id='a2']/div[@class='body']")

    assert [found.text for found in body.iter("bdi")] == [
        "26",
        "2007",
        "1\u00a0000\u00a0380",
        "a.8",
        "100\u00a0000",
        "5 %",
    ]


def test_what_looks_like_markup_is_words(sample: Sample) -> None:
    assert "support &lt;soon&gt;." in html.page(sample("en"))


@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_no_style_attribute_and_no_script(sample: Sample, language: str) -> None:
    page = markup.fromstring(html.page(sample(language)))

    assert page.xpath("//@style | //script") == []


@pytest.mark.parametrize(
    ("language", "tag", "direction"), [("en", "en", "ltr"), ("zh", "zh-Hans", "ltr"), ("ar", "ar", "rtl")]
)
def test_the_page_says_its_language_and_direction(sample: Sample, language: str, tag: str, direction: str) -> None:
    page = markup.fromstring(html.page(sample(language)))

    assert (page.get("lang"), page.get("dir")) == (tag, direction)


def test_a_standing_alone_page_opens_figures_in_its_own_annex(sample: Sample) -> None:
    page = markup.fromstring(html.page(sample("en")))
    ids = set(page.xpath("//@id"))
    targets = {href[1:] for href in page.xpath("//a/@href")}

    assert targets <= ids
    assert page.xpath("//tr[@id='figure-pledge.usa-2007']")


def test_every_id_stands_once(sample: Sample) -> None:
    ids = markup.fromstring(html.page(sample("en"))).xpath("//@id")

    assert len(ids) == len(set(ids))


def test_headings_step_down_one_level_at_a_time(sample: Sample) -> None:
    levels = [int(found.tag[1]) for found in article(sample("en")).iter("h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))
