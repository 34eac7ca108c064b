from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.rows import row

from quicksilver.core.reports.figures import BasisRow, Figure, basis_row, counted, recomputed, stated

AS_AT = date(2007, 8, 30)
PLEDGE = row("pledge/usa-2007", "2007-08-30")
AMOUNTS = st.lists(st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False), min_size=1, max_size=9)


def test_basis_row_cites_the_principal_source():
    assert basis_row(PLEDGE, Decimal(5)) == BasisRow("pledge/usa-2007", Decimal(5), "source/seed", "a.1")


def test_basis_row_of_a_row_without_source_says_so():
    assert basis_row(row("area/asgm", source="")) == BasisRow("area/asgm", None, "", "")


@given(AMOUNTS)
def test_recomputed_sum_is_exact(amounts):
    basis = tuple(BasisRow(f"pledge/{n}", amount, "source/seed") for n, amount in enumerate(amounts))
    assert recomputed(Figure("x", None, "USD", AS_AT, basis, "sum")) == sum(amounts)


def test_recomputed_count_is_the_number_of_rows():
    assert recomputed(counted("x", [PLEDGE, PLEDGE], "pledges", AS_AT)) == 2
    assert recomputed(counted("x", [], "pledges", AS_AT)) == 0


def test_recomputed_stated_value_is_that_of_the_row():
    assert recomputed(stated("x", PLEDGE, 18, "replies", AS_AT)) == 18


def test_stated_value_is_no_more_certain_than_its_row():
    pledge = row("pledge/usa-2007", "[2007-03-27..2007-08-30]")
    assert stated("x", pledge, 1, "USD", date(2007, 8, 30)).certain
    assert not stated("x", pledge, 1, "USD", date(2007, 4, 15)).certain


@pytest.mark.parametrize("method", ["sum", "stated"])
@pytest.mark.parametrize("basis", [(), (BasisRow("pledge/a", None, "source/seed"),)])
def test_recomputed_without_contributions_is_unknown_not_zero(method, basis):
    assert recomputed(Figure("x", Decimal(0), "USD", AS_AT, basis, method)) is None
