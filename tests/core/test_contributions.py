from datetime import date
from decimal import Decimal

import pytest
from tests.core.rows import record, row

from quicksilver.core import contributions, funding
from quicksilver.core.contributions import Age
from quicksilver.core.dates import Occurrence

APPEAL = row("appeal/letter", "2007-03-26")
PLEDGE = row("pledge/usa", "[2007-03-27..2007-08-30]", appeal=APPEAL.key)
STATEMENT = row("funding-statement/august", "2007-08-30", since=APPEAL.key)
RECEIPT = row("receipt/usa", "2008-01-15", pledge=PLEDGE.key)
AUGUST = date(2007, 8, 30)


def stages(known, as_at):
    return {stage.code: stage for stage in contributions.pipe(funding.position_at(known, as_at))}


def test_pipe_the_seed_has_one_stage_on_record_and_four_that_are_silent():
    found = stages(record(APPEAL, PLEDGE, STATEMENT), AUGUST)
    assert list(found) == ["pledged", "confirmed", "received", "granted", "spent"]
    assert [code for code, stage in found.items() if stage.is_on_record] == ["pledged"]
    assert [total.value for total in found["pledged"].totals] == [Decimal("1000380.00")]


def test_pipe_a_zero_that_is_stated_is_on_record_but_no_money():
    pledged = stages(record(APPEAL, STATEMENT), date(2007, 5, 1))["pledged"]
    assert (pledged.is_on_record, pledged.has_money) == (True, False)


def test_pipe_a_receipt_fills_its_stage():
    received = stages(record(APPEAL, PLEDGE, RECEIPT), date(2008, 2, 1))["received"]
    assert [(total.value, total.unit) for total in received.totals] == [(Decimal("500.25"), "USD")]


@pytest.mark.parametrize(
    ("effective", "as_at", "expected"),
    [
        ("[2007-03-27..2007-08-30]", AUGUST, Age(0, 156)),  # 27 March to 30 August
        ("[2007-03-27..2007-08-30]", date(2007, 9, 30), Age(31, 187)),
        ("[2007-03-27..2007-08-30]", date(2007, 5, 1), Age(0, 35)),
        ("2007-08-30", AUGUST, Age(0, 0)),
        ("2007-06", AUGUST, Age(61, 90)),
        ("2007-09-01", AUGUST, None),
        ("[..2007-08-30]", AUGUST, None),
        ("", AUGUST, None),
    ],
)
def test_age_lies_between_the_bounds_that_the_date_allows(effective, as_at, expected):
    assert contributions.age(row("pledge/x", effective), as_at) == expected


def test_pledge_at_keeps_what_was_paid_later_apart():
    seen = contributions.pledge_at(record(APPEAL, PLEDGE, RECEIPT), PLEDGE.key, AUGUST)
    assert (seen.made, seen.appeal, seen.receipts, seen.later) == (Occurrence.YES, APPEAL, (), (RECEIPT,))


def test_pledge_at_may_have_been_made():
    assert contributions.pledge_at(record(PLEDGE), PLEDGE.key, date(2007, 5, 1)).made is Occurrence.POSSIBLY


def test_appeal_at_parts_named_recipients_from_groups_and_sees_who_answered():
    group = row("appeal-recipient/focal-points")
    named = row("appeal-recipient/usa", stakeholder="stakeholder/usa")
    other = row("appeal-recipient/japan", stakeholder="stakeholder/japan")
    seen = contributions.appeal_at(record(APPEAL, PLEDGE, group, named, other), APPEAL.key, AUGUST)
    assert (seen.groups, seen.named) == ((group,), (other, named))
    assert (seen.pledges, seen.answered) == ((PLEDGE,), {"stakeholder/usa"})


def test_appeal_at_shows_which_provisions_it_answers():
    deed = row("implementation/appeal", "2007-03-26", evidence=APPEAL.key)
    assert contributions.appeal_at(record(APPEAL, deed), APPEAL.key, AUGUST).shows == (deed,)


def test_an_unknown_key_is_none():
    assert contributions.pledge_at(record(), "pledge/none", AUGUST) is None
    assert contributions.appeal_at(record(), "appeal/none", AUGUST) is None
