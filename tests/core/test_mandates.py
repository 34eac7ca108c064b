import pytest
from hypothesis import given
from hypothesis import strategies as st

from quicksilver.core.errors import Refused
from quicksilver.core.mandates import Citation, local_number, local_place, parse


@st.composite
def citations(draw):
    paragraph = draw(st.just("") | st.integers(1, 99).map(str))
    return Citation(
        f"{draw(st.integers(1, 30))}/{draw(st.integers(1, 20))}",
        draw(st.sampled_from(["", "I", "IV", "VI", "IX"])),
        paragraph,
        draw(st.sampled_from(["", "a", "d"])) if paragraph else "",
    )


@given(citations())
def test_parse_what_a_citation_prints_gives_it_again(citation):
    assert parse(str(citation)) == citation


@pytest.mark.parametrize(
    ("written", "citation"),
    [
        ("24/3", Citation("24/3")),
        ("24/3 IV", Citation("24/3", "IV")),
        ("24/3 IV 27", Citation("24/3", "IV", "27")),
        ("24/3 IV 27 (a)", Citation("24/3", "IV", "27", "a")),
        ("24/3 IV, paragraph 27 (a)", Citation("24/3", "IV", "27", "a")),
        ("24/3 IV, para. 27(a)", Citation("24/3", "IV", "27", "a")),
        ("24/3 paragraph 26", Citation("24/3", "", "26")),
    ],
)
def test_parse_reads_the_ways_of_citing(written, citation):
    assert parse(written) == citation


@pytest.mark.parametrize("written", ["", "INF/8", "24", "24/3 IV (a)", "24/3 four", "第24/3号决定", "24/3 IV 27 (a) (b)"])
def test_parse_what_cites_no_decision_is_refused(written):
    with pytest.raises(Refused, match="does not cite a decision"):
        parse(written)


@given(citations(), citations())
def test_covers_each_way_only_when_equal(one, other):
    assert one.covers(one)
    assert not (one.covers(other) and other.covers(one)) or one == other


def test_covers_a_paragraph_holds_its_items():
    paragraph = Citation("24/3", "IV", "27")
    assert paragraph.covers(Citation("24/3", "IV", "27", "c"))
    assert not paragraph.covers(Citation("24/3", "IV", "26"))


@pytest.mark.parametrize(
    ("language", "cited"),
    [("en", "24/3 IV"), ("fr", "24/3 IV"), ("es", "24/3 IV"), ("zh", "24/3 IV"), ("ru", "24/3 IV"), ("ar", "24/3 رابعا")],
)
def test_local_number_cites_the_part_as_the_language_does(language, cited):
    assert local_number("24/3", "IV", language) == cited


def test_local_number_without_a_part_is_the_number():
    assert local_number("24/3", "", "ar") == "24/3"


@pytest.mark.parametrize(
    ("language", "cited"),
    [("en", "27 (a)"), ("zh", "27 (a)"), ("fr", "27 a)"), ("es", "27 a)"), ("ru", "27 a)"), ("ar", "27 (أ)")],
)
def test_local_place_labels_the_item_as_the_language_does(language, cited):
    assert local_place("27", "a", language) == cited


def test_local_place_without_an_item_is_the_paragraph():
    assert local_place("27", "", "fr") == "27"
