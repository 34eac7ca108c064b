from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quicksilver.core.languages import CODES
from quicksilver.core.reports.outline import FigureRef, Ref, Symbol, Text, plain
from quicksilver.core.reports.words import Words, catalogue, filled, merged

PARTS = st.lists(
    st.builds(Text, st.text(max_size=5), st.sampled_from(["", "zh"]))
    | st.builds(Symbol, st.just("UNEP(DTIE)/Hg/OEWG.1/1")),
    max_size=8,
).map(tuple)


def test_say_fills_placeholders_with_words_and_links():
    figure = FigureRef("US$1,000,380", "pledge.usa-2007")
    line = Words("en").say(
        "{donor} pledged {amount}.", donor=Ref("United States of America", "stakeholder/usa"), amount=figure
    )
    assert line == (
        Ref("United States of America", "stakeholder/usa"), Text(" pledged "), figure, Text("."),
    )  # fmt: skip


def test_say_fills_a_placeholder_with_a_whole_line():
    line = Words("en").say("See {symbol}.", symbol=(Text("document "), Symbol("UNEP(DTIE)/Hg/OEWG.1/1")))
    assert plain(line) == "See document UNEP(DTIE)/Hg/OEWG.1/1."


def test_say_refuses_a_placeholder_that_nothing_fills():
    with pytest.raises(KeyError, match="amount"):
        Words("en").say("{amount} was pledged.")


def test_count_chooses_the_form_by_number():
    one, many = "{n} country had replied.", "{n} countries had replied."
    assert plain(Words("en").count(one, many, 1, n="1")) == "1 country had replied."
    assert plain(Words("en").count(one, many, 18, n="18")) == "18 countries had replied."


def test_words_without_values_keeps_braces():
    assert Words("en").words("A {brace}") == "A {brace}"


@pytest.mark.parametrize("language", CODES)
def test_catalogue_of_each_language_is_there(language):
    assert catalogue(language).gettext("") is not None


def test_filled_neighbouring_words_become_one():
    assert filled("a {b} c", {"b": "b"}) == (Text("a b c"),)


@given(PARTS)
def test_merged_says_the_same_words(parts):
    assert plain(merged(parts)) == plain(parts)


@given(PARTS)
def test_merged_leaves_no_two_texts_of_one_language_side_by_side(parts):
    line = merged(parts)
    neighbours = pairwise(line)
    assert not any(isinstance(a, Text) and isinstance(b, Text) and a.language == b.language for a, b in neighbours)
    assert merged(line) == line
