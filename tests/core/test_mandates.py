from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.rows import record, row

from quicksilver.core.errors import Refused
from quicksilver.core.mandates import (
    Citation,
    decision_at,
    decisions_at,
    local_number,
    local_place,
    parse,
    provision_at,
)


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


@pytest.mark.parametrize(
    "written", ["", "INF/8", "24", "24/3 IV (a)", "24/3 four", "第24/3号决定", "24/3 IV 27 (a) (b)"]
)
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
    [
        ("en", "24/3 IV"),
        ("fr", "24/3 IV"),
        ("es", "24/3 IV"),
        ("zh", "24/3 IV"),
        ("ru", "24/3 IV"),
        ("ar", "24/3 رابعاً"),
    ],
)
def test_local_number_cites_the_part_as_the_language_does(language, cited):
    assert local_number("24/3", "IV", language) == cited


def test_local_number_without_a_part_is_the_number():
    assert local_number("24/3", "", "ar") == "24/3"


@pytest.mark.parametrize(
    ("language", "cited"),
    [("en", "27 (a)"), ("zh", "27(a)"), ("fr", "27 a)"), ("es", "27 a)"), ("ru", "27 a)"), ("ar", "27 (أ)")],
)
def test_local_place_labels_the_item_as_the_language_does(language, cited):
    assert local_place("27", "a", language) == cited


def test_local_place_without_an_item_is_the_paragraph():
    assert local_place("27", "", "fr") == "27"


DECISION = row("decision/24-3", "2007-02-09")
PARAGRAPH = row("provision/27", paragraph="27", verb="requests")
ITEM_A = row("provision/27-a", paragraph="27", item="a", verb="requests")
ITEM_B = row("provision/27-b", paragraph="27", item="b", verb="requests")
STATING = row("provision/16", paragraph="16", verb="recognizes")
NINE = row("provision/9", paragraph="9", verb="urges")
PLANNED = row(
    "implementation/planned", "[2007-02-10..2007-08-30]", provision=ITEM_A.key, evidence="meeting-schedule/planned"
)
HELD = row("implementation/held", "2008-04-03", provision=ITEM_A.key, state="ongoing", supersedes=PLANNED.key)
PROVISIONS = (PARAGRAPH, ITEM_A, ITEM_B, STATING, NINE)
AUGUST = date(2007, 8, 30)


def test_decision_at_orders_paragraphs_as_a_reader_counts_and_sets_items_under_theirs():
    seen = decision_at(record(DECISION, *PROVISIONS), DECISION.key, AUGUST)
    assert [told.provision for told in seen.paragraphs] == [NINE, STATING, PARAGRAPH]
    assert [item.provision for item in seen.paragraphs[-1].items] == [ITEM_A, ITEM_B]


def test_decision_at_counts_what_it_asks_and_on_what_nothing_was_done():
    seen = decision_at(record(DECISION, *PROVISIONS, PLANNED), DECISION.key, AUGUST)
    assert [told.provision for told in seen.asking] == [NINE, ITEM_A, ITEM_B]
    assert [told.provision for told in seen.answered] == [ITEM_A]
    assert [told.provision for told in seen.gaps] == [NINE, ITEM_B]


def test_decision_at_items_without_a_paragraph_of_their_own_are_kept():
    seen = decision_at(record(DECISION, ITEM_A, ITEM_B), DECISION.key, AUGUST)
    assert [told.provision for told in seen.paragraphs] == [ITEM_A, ITEM_B]


def test_provision_at_a_deed_that_was_replaced_is_told_as_earlier():
    known = record(DECISION, *PROVISIONS, PLANNED, HELD)
    now, then = (provision_at(known, ITEM_A.key, day) for day in (date(2008, 5, 1), AUGUST))
    assert (now.deeds, now.earlier) == ((HELD,), (PLANNED,))
    assert (then.deeds, then.earlier) == ((PLANNED,), ())


def test_provision_at_an_invitation_answers_it_unless_a_deed_shows_it_already():
    invitation = row("invitation/areas", "2007-06-01", provision=ITEM_B.key)
    deed = row("implementation/asked", "2007-06-01", provision=ITEM_B.key, evidence=invitation.key)
    alone = provision_at(record(ITEM_B, invitation), ITEM_B.key, AUGUST)
    shown = provision_at(record(ITEM_B, invitation, deed), ITEM_B.key, AUGUST)
    assert (alone.invitations, alone.is_answered) == ((invitation,), True)
    assert (shown.invitations, shown.deeds) == ((), (deed,))


@pytest.mark.parametrize(
    ("verb", "addressees", "asks"),
    [
        ("urges", ["governments"], True),
        ("requests", [], True),
        ("recognizes", [], False),
        ("establishes", [], False),
        ("", ["negotiating_committee"], True),
        ("", [], False),
    ],
)
def test_provision_at_asks_unless_it_states(verb, addressees, asks):
    known = record(row("provision/x", verb=verb, addressees=addressees))
    assert provision_at(known, "provision/x", AUGUST).asks is asks


def test_decisions_at_puts_the_latest_first_and_links_what_builds_on_what():
    earlier = row("decision/23-9", "2005-02-25", number="23/9")
    later = row("decision/25-5", "2009-02-20", number="25/5", builds_on=DECISION.key)
    middle = row("decision/24-3", "2007-02-09", builds_on=earlier.key)
    found = decisions_at(record(earlier, middle, later), AUGUST)
    assert [seen.decision for seen in found] == [middle, earlier]
    assert (found[0].continued_by, found[0].later, found[1].continued_by) == ((), (later,), (middle,))


def test_an_unknown_decision_or_provision_is_none():
    assert decision_at(record(), "decision/none", AUGUST) is None
    assert provision_at(record(), "provision/none", AUGUST) is None
