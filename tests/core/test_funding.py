from datetime import date
from decimal import Decimal

import pytest
from tests.core.rows import record, row

from quicksilver.core.funding import position_at
from quicksilver.core.reports.figures import recomputed

APPEAL = row("appeal/2007", "2007-03-26")
PLEDGE = row("pledge/usa-2007", "[2007-03-27..2007-08-30]", appeal="appeal/2007")
STATEMENT = row("funding-statement/2007-08-30", "2007-08-30", since="appeal/2007")
RECORD = record(APPEAL, PLEDGE, STATEMENT)


def values(figures):
    return {figure.id: figure.value for figure in figures}


def test_before_the_appeal_nothing_is_on_record_and_nothing_is_zero():
    position = position_at(RECORD, date(2007, 3, 25))
    assert (position.appeals, position.pledges, position.possible_pledges, position.covering) == ((), (), (), None)
    assert values((*position.pledged, *position.received, position.number_of_pledges)) == {
        "funding.pledged.usd": None, "funding.received.usd": None, "funding.pledges": None,
    }  # fmt: skip


def test_between_its_bounds_a_pledge_is_possible_and_not_counted():
    position = position_at(RECORD, date(2007, 4, 15))
    assert (position.appeals, position.pledges, position.possible_pledges) == ((APPEAL,), (), (PLEDGE,))
    # The statement covers the time since the appeal: what is not that pledge did not come …
    assert position.covering is STATEMENT
    # … but whether the pledge itself had come is open, and so are the number and the sums.
    assert values((*position.pledged, *position.received, position.number_of_pledges)) == {
        "funding.pledged.usd": None, "funding.received.usd": None, "funding.pledges": None,
    }  # fmt: skip
    assert [found.key for found in position.pledged[0].basis] == [PLEDGE.key]


def test_at_the_cut_off_one_pledge_and_nothing_else():
    # R62, R64: the seed's own case.
    position = position_at(RECORD, date(2007, 8, 30))
    assert values(position.pledged) == {"funding.pledged.usd": Decimal("1000380.00")}
    assert (position.covering, position.number_of_pledges.value) == (STATEMENT, 1)


def test_a_pledge_that_nobody_says_was_paid_is_not_received_and_not_zero():
    # T17: a pledge is not a receipt.
    assert values(position_at(RECORD, date(2007, 8, 30)).received) == {"funding.received.usd": None}


def test_after_the_statement_it_covers_no_longer_but_is_remembered():
    position = position_at(RECORD, date(2008, 5, 1))
    assert (position.covering, position.last_statement) == (None, STATEMENT)


def test_a_statement_about_no_pledge_at_all_makes_zero_a_fact():
    position = position_at(record(APPEAL, STATEMENT), date(2007, 5, 1))
    assert values((*position.pledged, *position.received)) == {"funding.pledged.usd": 0, "funding.received.usd": 0}
    assert position.number_of_pledges.value == 0
    assert [found.key for found in position.pledged[0].basis] == [STATEMENT.key]


def test_currencies_are_summed_apart_and_kind_is_not_cash():
    position = position_at(
        record(
            PLEDGE,
            row("pledge/a", "2007-05-01", amount=Decimal("0.10")),
            row("pledge/b", "2007-05-02", amount=Decimal("250.00"), currency="EUR"),
            row("pledge/c", "2007-05-03", amount=Decimal("999.00"), kind="in_kind"),
        ),
        date(2007, 8, 30),
    )
    assert values(position.pledged) == {
        "funding.pledged.eur": Decimal("250.00"), "funding.pledged.usd": Decimal("1000380.10"),
    }  # fmt: skip


def test_a_corrected_pledge_counts_once():
    corrected = row("pledge/usa-2008", "2008-01-10", supersedes=PLEDGE.key, amount=Decimal("900000.00"))
    position = position_at(record(PLEDGE, corrected), date(2008, 5, 1))
    assert values(position.pledged) == {"funding.pledged.usd": Decimal("900000.00")}


def test_receipts_are_summed_as_they_came():
    receipts = [row(f"receipt/{n}", f"2008-0{n}-01", pledge=PLEDGE.key, amount=Decimal("500.25")) for n in (1, 2)]
    position = position_at(record(PLEDGE, *receipts), date(2008, 5, 1))
    assert values(position.received) == {"funding.received.usd": Decimal("1000.50")}


@pytest.mark.parametrize("day", [date(2006, 6, 30), date(2007, 4, 15), date(2007, 8, 30), date(2009, 12, 31)])
def test_figures_can_be_worked_out_again_from_their_basis(day):
    position = position_at(RECORD, day)
    for figure in (*position.pledged, *position.received, position.number_of_pledges):
        assert recomputed(figure) == figure.value, figure.id
