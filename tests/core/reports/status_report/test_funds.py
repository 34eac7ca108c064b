from datetime import date
from decimal import Decimal

from tests.core.programme import programme
from tests.core.rows import row
from tests.core.told import find, margin, told

from quicksilver.core.reports.status_report import compose


def test_funding_before_the_appeal_nothing_is_on_record():
    assert told(programme(), "a.8", "2007-03-25") == "As at 25 March 2007, no appeal, pledge or receipt is on record."


def test_funding_without_a_statement_silence_is_not_nothing():
    record = programme(without=("funding-statement/2007",))
    assert told(record, "a.8", "2007-08-30").endswith(
        "As at 30 August 2007, no other appeal, pledge or receipt is on record."
    )


def test_funding_a_pledge_that_followed_no_appeal_is_not_told_as_following():
    unasked = row("pledge/usa-2007", "2007-05-01")
    text = told(programme(unasked), "a.8", "2007-08-30")
    assert "The United States" in text or "the United States pledged" in text
    assert "Subsequently" not in text


def test_funding_a_receipt_is_told_and_the_gap_closed():
    receipt = row("receipt/1", "2007-08-01", pledge="pledge/usa-2007", amount=Decimal("250000.50"))
    paragraph = find(compose(programme(receipt), date(2007, 8, 30), "en"), "a.8")
    assert "US$250,000.50 had been received from the United States" in told(programme(receipt), "a.8", "2007-08-30")
    assert "gap: No receipt is on record: a pledge is not a receipt." not in margin(paragraph)


def test_funding_a_possible_receipt_comes_after_its_doubt():
    receipt = row("receipt/1", "[2007-08-01..2007-12-31]", amount=Decimal("250000.00"))
    text = told(programme(receipt), "a.8", "2007-08-30")
    assert text.index("does not say") < text.index("had been received from")


def test_funding_each_source_is_named_once():
    notes = margin(find(compose(programme(), date(2007, 8, 30), "en"), "a.8"))
    assert [note for note in notes if note.startswith("source:")] == ["source: Source: a.1"]


def test_grants_the_boundary_is_said_as_the_rule_has_it():
    # T18: “below 50,000” may or may not hold 50,000 itself; the rule decides the word.
    wide = row(
        "call-rule/below", "2007", rule="priority_below", amount=Decimal("50000.00"), currency="USD", strict=False
    )
    assert "projects of less than US$50,000" in told(programme(), "a.9", "2007-08-30")
    assert "projects of up to US$50,000" in told(programme(wide), "a.9", "2008-05-01")


def test_grants_a_newer_rule_is_told_from_its_day_on():
    newer = row(
        "call-rule/cap-2", "2008-03-01", edition="2008", amount=Decimal("150000.00"), currency="USD",
        supersedes="call-rule/cap",
    )  # fmt: skip
    assert "per project is US$100,000" in told(programme(newer), "a.9", "2008-02-29")
    assert "per project is US$150,000" in told(programme(newer), "a.9", "2008-03-01")


def test_grants_rules_that_are_not_on_record_are_not_told():
    text = told(programme(), "a.9", "2007-08-30")
    assert "co-financed" not in text
    assert "balance" not in text


def test_needs_without_a_count_the_margin_names_the_gap():
    paragraph = find(compose(programme(), date(2007, 8, 30), "en"), "a.10")
    assert "gap: The number of proposals received is not on record." in margin(paragraph)
