"""The PDF read back: words in their right order by pdftotext, tags and metadata by pypdf."""

import re
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdf
import pytest

from quicksilver.adapters.documents import pdf
from quicksilver.core.reports.outline import Document

Sample = Callable[[str], Document]
CONTROL_SIGNS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")


@pytest.fixture(scope="module")
def printed(sample: Sample) -> Callable[[str], bytes]:
    made = {language: pdf.render(sample(language)) for language in ("en", "zh", "ar")}
    return made.__getitem__


def words(file: bytes) -> str:
    found = subprocess.run(["pdftotext", "-", "-"], input=file, capture_output=True, check=True).stdout.decode()
    return CONTROL_SIGNS.sub("", found)


@needs_pdftotext
@pytest.mark.parametrize(
    ("language", "amount", "day"),
    [
        ("en", "US$1,000,380", "As at 30 August 2007"),
        ("zh", "1,000,380美元", "截至2007年8月30日"),
        ("ar", "1 000 380 دولار", "حتى 30 آب/أغسطس 2007"),
    ],
)
def test_amounts_and_dates_read_in_order(printed: Callable[[str], bytes], language: str, amount: str, day: str) -> None:
    # Between Arabic words and numbers pdftotext puts the space on the wrong side, whatever is in the file.
    found = re.sub(r"\s", "", words(printed(language)))

    assert amount.replace(" ", "") in found
    assert day.replace(" ", "") in found


@needs_pdftotext
def test_groups_of_digits_keep_their_order_in_arabic(printed: Callable[[str], bytes]) -> None:
    assert "1 000 380" in words(printed("ar")).replace("\u00a0", " ")


@needs_pdftotext
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_symbols_read_in_order(printed: Callable[[str], bytes], language: str) -> None:
    found = re.sub(r"\s", "", words(printed(language)))

    assert "UNEP(DTIE)/Hg/OEWG.1/INF/8" in found


@needs_pdftotext
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_the_footnote_stands_at_the_foot_of_the_first_page(printed: Callable[[str], bytes], language: str) -> None:
    first = words(printed(language)).split("\f")[0]

    assert "OEWG.1/1" in first
    assert first.index("OEWG.1/1") > first.index("INF/8")


@needs_pdftotext
def test_margin_notes_are_not_printed(printed: Callable[[str], bytes]) -> None:
    assert "Source: seed" not in words(printed("en"))


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh", "zh-Hans"), ("ar", "ar")])
def test_the_file_is_tagged_and_says_its_language_and_title(
    printed: Callable[[str], bytes], sample: Sample, language: str, tag: str
) -> None:
    reader = pypdf.PdfReader(BytesIO(printed(language)))
    root: Any = reader.trailer["/Root"]

    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert "/StructTreeRoot" in root
    assert (str(root["/Lang"]), reader.metadata.title) == (tag, sample(language).title)  # type: ignore[union-attr]
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_charts_have_words_for_those_who_cannot_see_them(printed: Callable[[str], bytes], sample: Sample) -> None:
    root: Any = pypdf.PdfReader(BytesIO(printed("en"))).trailer["/Root"]

    assert [node["/Alt"] for node in tagged(root["/StructTreeRoot"], "/Figure")] == [
        "One pledge, and nothing yet recorded as received",
        "Two meetings lie ahead",
    ]


def tagged(node: Any, name: str) -> list[Any]:
    node = node.get_object()
    if isinstance(node, list):
        return [found for child in node for found in tagged(child, name)]
    if not isinstance(node, dict):
        return []
    here = [node] if node.get("/S") == name else []
    return [*here, *(tagged(node["/K"], name) if "/K" in node else [])]


def test_the_only_date_in_the_file_is_that_of_the_report(printed: Callable[[str], bytes]) -> None:
    metadata = pypdf.PdfReader(BytesIO(printed("en"))).metadata

    assert metadata is not None
    assert metadata.creation_date_raw == "D:20070830"
