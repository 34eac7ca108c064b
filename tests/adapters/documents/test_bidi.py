"""Runs of the other direction inside Arabic: each whole, and the words around them untouched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quicksilver.adapters.documents import bidi


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("المقرر 24/3 IV المؤرخ", ["24/3 IV"]),
        ("بمبلغ 1\u00a0000\u00a0380 دولار", ["1\u00a0000\u00a0380"]),
        ("في 30 آب/أغسطس 2007", ["30", "2007"]),
        ("في 25–26 حزيران", ["25–26"]),
        ("وثيقة (UNEP)", ["UNEP"]),
        ("الفقرة 27 (a)", ["27 (a)"]),
        ("فرق −12 نقطة", ["−12"]),
        ("كلمات فقط", []),
    ],
)
def test_latin_words_numbers_and_ranges_are_runs_of_their_own(text: str, foreign: list[str]) -> None:
    assert [run.text for run in bidi.runs(text, "ar") if run.foreign] == foreign


@given(st.text(alphabet="اب() 12-/.Aé汞−\u00a0%"))
def test_no_sign_is_lost_or_moved(text: str) -> None:
    assert "".join(run.text for run in bidi.runs(text, "ar")) == text


def test_left_to_right_text_is_one_run() -> None:
    assert [run.text for run in bidi.runs("decision 24/3 IV", "en")] == ["decision 24/3 IV"]
