from datetime import date
from decimal import Decimal

from tests.core.rows import record, row

from quicksilver.core.grants.call import calls_at, position_at
from quicksilver.core.money import Money

CALL = row("call/sgp", "[..2007-08-30]")
CAP = row("call-rule/cap", "[..2007-08-30]", rule="cap", amount=Decimal("100000.00"), currency="USD")
BELOW = row(
    "call-rule/below", "[..2007-08-30]", rule="priority_below", amount=Decimal("50000.00"), currency="USD", strict=True
)
BALANCE = row("call-rule/balance", "[..2007-08-30]", rule="balance", members=["geographic", "sectoral"])
NEEDS = [
    row("need-stressed/b", "[..2007-08-30]", need="training", order=2),
    row("need-stressed/a", "[..2007-08-30]", need="inventories", order=1),
]
RECORD = record(CALL, CAP, BELOW, BALANCE, *NEEDS)


def one(day, snapshot=RECORD):
    (found,) = calls_at(snapshot, day)
    return found


def test_calls_at_before_it_is_certain_a_call_is_only_possible():
    assert not one(date(2007, 3, 25)).certain
    assert one(date(2007, 8, 30)).certain


def test_limit_gives_the_amount_of_a_rule_or_nothing():
    found = one(date(2007, 8, 30))
    assert found.limit("cap") == Money(Decimal(100000), "USD")
    assert found.limit("balance") is None
    assert found.limit("unheard-of") is None


def test_rules_a_certain_edition_comes_before_a_possible_one():
    newer = row(
        "call-rule/cap-2008", "2008", rule="cap", edition="2008", amount=Decimal("150000.00"), currency="USD",
        supersedes=CAP.key,
    )  # fmt: skip
    snapshot = record(CALL, CAP, newer)
    assert one(date(2008, 5, 1), snapshot).limit("cap") == Money(Decimal(100000), "USD")
    assert one(date(2008, 12, 31), snapshot).limit("cap") == Money(Decimal(150000), "USD")


def test_needs_are_in_the_order_of_the_source():
    assert [row["need"] for row in one(date(2007, 8, 30)).needs] == ["inventories", "training"]


def test_the_number_of_proposals_is_unknown_where_nobody_counted():
    assert one(date(2007, 8, 30)).number_of_proposals().value is None
    assert one(date(2007, 8, 30), record(CALL)).number_of_proposals().value is None


def test_the_number_of_proposals_is_counted_where_they_are_registered():
    proposals = [row(f"proposal/{n}", f"2007-05-0{n}") for n in (1, 2, 3)]
    figure = one(date(2007, 5, 2), record(CALL, *proposals)).number_of_proposals()
    assert (figure.value, figure.method, len(figure.basis)) == (2, "count", 2)


def test_figures_are_the_limits_and_the_number():
    figures = {figure.id: figure.value for figure in one(date(2007, 8, 30)).figures()}
    assert figures == {
        "grants.cap": Decimal("100000.00"), "grants.priority_below": Decimal("50000.00"), "grants.proposals": None,
    }  # fmt: skip


def test_position_at_a_call_not_yet_opened_has_only_what_came_later():
    opened = row("call/sgp", "2007-02-10")
    cap = row("call-rule/cap", "2007-02-10", amount=Decimal(100_000), currency="USD")
    before, after = (position_at(record(opened, cap), opened.key, day) for day in (date(2007, 1, 1), date(2007, 8, 30)))
    assert (before.at, before.later) == (None, (cap,))
    assert (after.at.call, after.later) == (opened, ())


def test_position_at_holds_the_faults_of_rules_and_needs():
    rule, need = row("call-rule/cap", "2007"), row("need-stressed/inventories", "2007")
    faults = [row("erratum/t18", number="T18", subject=rule.key), row("erratum/t22", number="T22", subject=need.key)]
    position = position_at(record(row("call/sgp", "2007"), rule, need, *faults), "call/sgp", date(2008, 1, 1))
    assert position.errata == tuple(faults)


def test_position_at_an_unknown_call_is_none():
    assert position_at(record(), "call/none", date(2008, 1, 1)) is None
