from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quicksilver.core.errors import Refused
from quicksilver.core.money import CurrenciesDiffer, Money, check

CURRENCIES = ("USD", "EUR", "JPY", "KWD")
AMOUNTS = st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False)
DOLLARS = st.builds(Money, AMOUNTS, st.just("USD"))


@given(DOLLARS, DOLLARS)
def test_add_then_subtract_gives_the_first_amount_again(one, other):
    assert one + other - other == one


@given(DOLLARS, DOLLARS, DOLLARS)
def test_add_takes_no_account_of_order(a, b, c):
    assert (a + b) + c == c + (b + a)


@given(DOLLARS)
def test_an_amount_and_its_opposite_are_nothing(amount):
    assert (amount + -amount).amount == 0


@given(st.lists(st.integers(-(10**9), 10**9), max_size=50))
def test_add_is_exact_to_the_cent(cents):
    total = sum((Money(Decimal(number).scaleb(-2), "USD") for number in cents), start=Money(Decimal(0), "USD"))
    assert total.amount * 100 == sum(cents)


def test_add_ten_dimes_are_a_dollar():
    # As binary fractions they would not be.
    assert sum([Money(Decimal("0.10"), "USD")] * 10, start=Money(Decimal(0), "USD")) == Money(Decimal("1.00"), "USD")


@pytest.mark.parametrize("deed", [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a < b, lambda a, b: a <= b])
@given(one=st.sampled_from(CURRENCIES), other=st.sampled_from(CURRENCIES))
def test_different_currencies_never_mix(deed, one, other):
    first, second = Money(Decimal(1), one), Money(Decimal(1), other)
    if one == other:
        deed(first, second)
        return
    with pytest.raises(CurrenciesDiffer) as error:
        deed(first, second)
    assert (error.value.one, error.value.other) == (first, second)


def test_equal_figures_in_different_currencies_are_not_equal():
    assert Money(Decimal(1), "USD") != Money(Decimal(1), "EUR")


@given(DOLLARS, DOLLARS)
def test_order_is_that_of_the_amounts(one, other):
    assert (one < other, one <= other) == (one.amount < other.amount, one.amount <= other.amount)


@pytest.mark.parametrize(
    ("amount", "currency", "codes"),
    [
        (Decimal("1000380.00"), "USD", []),
        ("1000380", "USD", []),
        (Decimal(1), "", ["currency-missing"]),
        (Decimal(1), "US$", ["currency-unknown"]),
        (Decimal(1), "usd", ["currency-unknown"]),
        (Decimal(1), "ДОЛ", ["currency-unknown"]),
        (1.5, "USD", ["amount-not-number"]),
        (Decimal("NaN"), "USD", ["amount-not-number"]),
        (Decimal("Infinity"), "USD", ["amount-not-number"]),
        ("1,000,380", "USD", ["amount-not-number"]),
        ("much", "dollars", ["currency-unknown", "amount-not-number"]),
    ],
)
def test_check_finds_everything_wrong_at_once(amount, currency, codes):
    assert [problem.code for problem in check(amount, currency)] == codes


def test_an_amount_without_currency_cannot_be_made():
    with pytest.raises(Refused, match="The amount 1000380 has no currency"):
        Money(Decimal(1000380), "")
