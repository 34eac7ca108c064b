"""The glance is true to its date: what is on it is what the record said by then."""

import re

import pytest


def answer(page):
    found = re.search(r'<p class="answer">(.*?)</p>', page, flags=re.DOTALL)[1]
    return re.sub(r"<a class=.src.*?</a>|<[^>]+>", "", found)


@pytest.mark.parametrize(
    ("as_at", "sentence"),
    [
        ("2007-02-01", "No pledge and no receipt is on record."),
        ("2007-03-26", "No funds or pledges have been received."),
        ("2007-08-30", "US$1,000,380 has been pledged; no receipt is on record."),
        ("2008-05-31", "US$1,000,380 has been pledged; no receipt is on record."),
    ],
)
def test_the_answer_says_what_was_pledged_by_the_date(text, as_at, sentence):
    assert sentence in answer(text(f"/en/?as_at={as_at}"))


def test_a_pledge_that_may_have_been_made_is_said_to_be_possible(text):
    told = answer(text("/en/?as_at=2007-05-01"))
    assert "A pledge of US$1,000,380 is on record, dated only after 26 March 2007 and by 30 August 2007" in told
    assert "has been pledged" not in told


def test_the_answer_counts_areas_as_the_seed_does(text):
    told = answer(text("/en/?as_at=2007-08-30"))
    assert "5 partnership areas are at work. 4 more are under consultation. On 2 information is being gathered." in told


def test_the_items_of_the_request_stand_with_their_state(text):
    page = text("/en/?as_at=2007-08-30")
    assert page.count('<td data-is="State" class="state">') == 4
    assert "asks of the Executive Director" in page


def test_before_the_decision_nothing_is_asked(text):
    assert "No decision asks for strengthening yet" in text("/en/?as_at=2007-02-08")


def test_the_plan_of_the_date_is_kept_and_what_came_later_stands_beside_it(text):
    page = text("/en/?as_at=2007-08-30")
    assert "29–31 January 2008" in page[page.index("What came later") - 6000 : page.index("What came later")]
    assert "22 October 2007" in page[page.index("What came later") :]


def test_how_many_proposals_came_is_said_to_be_unknown(text):
    assert "their number is not on record" in text("/en/?as_at=2007-08-30")


def test_dates_are_listed_with_whether_they_had_come_about(text):
    page = text("/en/dates/?as_at=2007-05-01")
    assert all(state in page for state in ("has come about", "perhaps", "not yet"))
