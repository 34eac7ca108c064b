import re

import pytest

PLEDGES = """\
sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]
stakeholders: [{key: stakeholder/usa, names: {en: United States}, kind: government, source: source/seed}]
pledges:
"""
PLEDGE = """\
  - key: pledge/{n}
    donor: stakeholder/usa
    amount: "{n}00.00"
    currency: USD
    effective: 2007-02-09
    source: source/seed
"""
STAGE = re.compile(r'<div class="pipe([^"]*)">(.*?)</div>')


def pledges(count):
    return PLEDGES + "".join(PLEDGE.format(n=n) for n in range(1, count + 1))


def test_the_list_costs_the_same_for_one_row_and_for_three(cost):
    one, three = (cost("/en/funding/?as_at=2007-08-30", pledges(count)) for count in (1, 3))
    assert one == three <= 10


def test_the_pipe_is_full_where_money_is_on_record_and_dashed_where_the_record_is_silent(text):
    found = STAGE.findall(text("/en/funding/?as_at=2007-08-30"))
    assert found[0] == (" full", "<bdi>US$1,000,380</bdi>")
    assert found[1:] == [("", "no record")] * 4


def test_the_seeds_statement_closes_the_list_of_donors(text):
    page = text("/en/funding/?as_at=2007-08-30")
    assert "<b>1</b> donor pledged" in page
    assert "No other funds or pledges had been received" in page
    assert "All others" in page


@pytest.mark.parametrize(
    ("as_at", "told"),
    [
        ("2007-02-09", "No pledge is on record by this date."),
        ("2007-05-01", "it may or may not have been made by this date."),
        ("2008-05-01", "The last statement that nothing else came was made on 30 August 2007"),
    ],
)
def test_silence_is_told_as_silence(text, as_at, told):
    assert told in text(f"/en/funding/?as_at={as_at}")


def test_before_the_letter_there_is_no_appeal(text):
    assert "No appeal for funds is on record" in text("/en/funding/?as_at=2007-03-25")
    assert "1 appeal for funds is on record" in text("/en/funding/?as_at=2007-03-26")


def test_the_age_of_a_pledge_is_as_exact_as_its_date(text):
    assert "it is <b>156</b> days old at most." in text("/en/funding/?as_at=2007-08-30")
    page = text("/en/funding/pledges/usa-2007/?as_at=2007-09-30")
    assert "it is between <b>31</b> and <b>187</b> days old." in page


def test_no_shortfall_is_worked_out_without_a_need(text):
    assert "The amount needed is not on record" in text("/en/funding/?as_at=2007-08-30")


def test_an_appeal_to_a_group_says_that_its_members_are_not_on_record(text):
    page = text("/en/funding/appeals/executive-director-2007/?as_at=2007-08-30")
    assert "To whom it was sent is known only as a group" in page
    assert "official focal points of UNEP" in page
    assert "<b>1</b> pledge followed it." in page
    assert "正式联络点</mark>" in page  # T16


def test_a_pledge_is_not_a_receipt(text):
    page = text("/en/funding/pledges/usa-2007/?as_at=2007-08-30")
    assert "No receipt on it is on record: a pledge is not a receipt." in page
    assert "Nothing yet recorded as received" in page


def test_a_pledge_of_later_is_told_as_of_later(text):
    assert "was pledged only later" in text("/en/funding/pledges/usa-2007/?as_at=2007-03-01")


def test_what_is_not_on_record_has_no_page(get):
    assert get("/en/funding/pledges/none/?as_at=2007-08-30").status_code == 404
    assert get("/en/funding/appeals/none/?as_at=2007-08-30").status_code == 404
