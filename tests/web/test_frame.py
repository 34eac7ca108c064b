"""The date line leads to the dates on which anything changed, and says what did."""

import re


def steps(page):
    found = re.findall(r'<a rel="(prev|next)" href="([^"]*)">(.*?)</a>', page, flags=re.DOTALL)
    return {rel: (href, re.sub(r"<[^>]+>", "", words)) for rel, href, words in found}


def test_the_steps_lead_to_the_nearest_dates_of_change(text):
    found = steps(text("/en/?as_at=2007-08-30"))
    assert {rel: href for rel, (href, _) in found.items()} == {
        "prev": "/en/?as_at=2007-07-17",
        "next": "/en/?as_at=2007-10-22",
    }


def test_a_step_says_what_changed_the_decision_first(text):
    assert "Decision 24/3 IV" in steps(text("/en/?as_at=2007-02-01"))["next"][1]


def test_nothing_lies_before_the_first_date_and_nothing_after_the_last(text):
    assert (list(steps(text("/en/?as_at=2003-02-07"))), list(steps(text("/en/")))) == (["next"], ["prev"])


def test_the_line_says_what_was_known_when_it_is_not_today(text):
    assert "as known on <b>6 May 2024</b>" in text("/en/?known_at=2024-05-06")


def test_the_topic_that_one_is_in_is_marked(text):
    assert 'aria-current="true">Reports</a>' in text("/en/reports/status/")
    assert 'aria-current="true">Reports</a>' not in text("/en/")


def test_the_language_that_one_reads_is_marked(text):
    assert re.findall(r'hreflang="([^"]+)"[^>]*aria-current', text("/zh/")) == ["zh-Hans"]
