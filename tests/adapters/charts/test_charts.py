"""Charts measured as drawn: lengths in proportion, unknown dashed, names apart, no colours left."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from lxml import etree

from quicksilver.adapters import charts
from quicksilver.adapters.charts import measure
from quicksilver.core.reports.outline import Bar, Chart, Document, Moment

Sample = Callable[[str], Document]
LOOKS = re.compile(r"#[0-9a-f]{3,6}\b|style=|<style|fill=|stroke=|font-|rgb\(", re.IGNORECASE)


def chart_of(document: Document, kind: str) -> Chart:
    blocks = [block for part in document.parts for block in part.blocks]
    return next(block for block in blocks if isinstance(block, Chart) and block.kind == kind)


def drawn(chart: Chart, language: str = "en", width: int = 792) -> etree._Element:
    return etree.fromstring(charts.svg(chart, language, width))


def classed(svg: etree._Element, name: str) -> list[etree._Element]:
    return [found for found in svg.iter() if name in (found.get("class") or "").split()]


def number(found: etree._Element, name: str) -> float:
    return float(found.get(name) or 0)


@pytest.mark.parametrize("width", [792, 350])
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
@pytest.mark.parametrize("kind", ["bars", "timeline"])
def test_no_colour_font_or_style_is_left(sample: Sample, kind: str, language: str, width: int) -> None:
    assert not LOOKS.search(charts.svg(chart_of(sample(language), kind), language, width))


@pytest.mark.parametrize("width", [792, 350])
def test_bars_are_as_long_as_their_values(sample: Sample, width: int) -> None:
    whole, quarter = (number(bar, "width") for bar in classed(drawn(chart_of(sample("en"), "bars"), width=width), "c1"))

    assert quarter == pytest.approx(whole / 4, abs=0.01)


def test_unknown_is_a_dashed_outline_with_its_words(sample: Sample) -> None:
    svg = drawn(chart_of(sample("en"), "bars"))
    (outline,) = classed(svg, "dash")

    assert outline.get("class") == "ax dash"
    assert "not on record" in [found.text for found in classed(svg, "q")]


def test_zero_is_a_number_and_no_bar() -> None:
    svg = drawn(Chart("z", "bars", "None", "", bars=(Bar("Received", Decimal(0), "US$0"), Bar("Pledged", 5, "US$5"))))

    assert len(classed(svg, "c1")) == 1
    assert not classed(svg, "dash")
    assert "US$0" in [found.text for found in svg.iter("{*}text")]


def test_happened_is_filled_and_planned_is_hollow(sample: Sample) -> None:
    svg = drawn(chart_of(sample("en"), "timeline"))

    assert (len(classed(svg, "solid")), len(classed(svg, "void"))) == (3, 2)


def test_the_date_of_the_chart_stands_between_past_and_plan(sample: Sample) -> None:
    svg = drawn(chart_of(sample("en"), "timeline"))
    (label,) = [found for found in svg.iter("{*}text") if found.text == "30 August 2007"]
    past, ahead = classed(svg, "solid"), classed(svg, "void")

    assert max(number(p, "cx") for p in past) < number(label, "x") < min(number(p, "cx") for p in ahead)


def test_arabic_is_mirrored_and_keeps_its_anchors(sample: Sample) -> None:
    chart = chart_of(sample("ar"), "timeline")
    there, here = drawn(chart, "ar"), drawn(chart, "en")

    assert [792 - number(p, "cx") for p in classed(there, "solid")] == pytest.approx(
        [number(p, "cx") for p in classed(here, "solid")], abs=0.02
    )
    assert [t.get("text-anchor") for t in there.iter("{*}text")] == [t.get("text-anchor") for t in here.iter("{*}text")]


def boxes(svg: etree._Element) -> list[tuple[float, float, float, float]]:
    found = []
    for text in svg.iter("{*}text"):
        wide = measure.width(text.text or "")
        start = {"end": wide, "middle": wide / 2}.get(text.get("text-anchor") or "", 0.0)
        left = number(text, "x") - start
        found.append((left, left + wide, number(text, "y") - 12, number(text, "y") + 3))
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("moments", [5, 20])
def test_no_two_names_touch(sample: Sample, language: str, moments: int) -> None:
    chart = chart_of(sample(language), "timeline")
    first = date(2007, 1, 1)
    crowd = tuple(
        Moment(f"Meeting number {n}", first + timedelta(days=9 * n), f"day {n}", True) for n in range(moments)
    )
    found = boxes(drawn(replace(chart, moments=crowd) if moments > 5 else chart, language))

    for n, (left, right, top, bottom) in enumerate(found):
        for other in found[n + 1 :]:
            assert right <= other[0] or other[1] <= left or bottom <= other[2] or other[3] <= top


def test_the_title_is_the_accessible_name_and_is_escaped(sample: Sample) -> None:
    chart = replace(chart_of(sample("en"), "bars"), title='Less < more & "so"')
    svg = drawn(chart)

    assert (svg.get("role"), svg.get("aria-label")) == ("img", 'Less < more & "so"')


@pytest.mark.parametrize("kind", ["bars", "timeline"])
def test_nothing_to_draw_is_an_empty_drawing(kind: str) -> None:
    svg = drawn(Chart("none", kind, "Nothing yet", ""))

    assert not list(svg.iter("{*}text"))


def test_a_picture_for_word_is_a_png(sample: Sample) -> None:
    assert charts.png(chart_of(sample("ar"), "bars"), "ar").startswith(b"\x89PNG")
