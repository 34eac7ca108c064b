"""What was asked for, promised and received by a date, and what the record can say about the rest.

A pledge is not a receipt (T17), cash is never summed with means in kind, and silence of the record is not
zero: only a dated statement that nothing else came makes it so (R66).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quicksilver.core.dates import Occurrence
from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.reports.figures import Figure, basis_row, counted

REPORTING_CURRENCY = "USD"


@dataclass(frozen=True)
class FundingPosition:
    """Appeals, pledges and receipts as at a date.

    Parameters
    ----------
    covering : Entry or None
        The statement that nothing else came, if one speaks for this date.
    last_statement : Entry or None
        The latest such statement made before this date.
    """

    as_at: date
    appeals: tuple[Entry, ...]
    possible_appeals: tuple[Entry, ...]
    pledges: tuple[Entry, ...]
    possible_pledges: tuple[Entry, ...]
    receipts: tuple[Entry, ...]
    possible_receipts: tuple[Entry, ...]
    covering: Entry | None
    last_statement: Entry | None
    pledged: tuple[Figure, ...]
    received: tuple[Figure, ...]
    number_of_pledges: Figure


def position_at(record: Snapshot, as_at: date) -> FundingPosition:
    """The funding position of the programme as at a date."""
    pledges = tuple(record.in_force("pledge", as_at))
    receipts = tuple(record.in_force("receipt", as_at))
    covering = _covering_statement(record, as_at)
    return FundingPosition(
        as_at=as_at,
        appeals=tuple(record.in_force("appeal", as_at)),
        possible_appeals=tuple(record.possibly("appeal", as_at)),
        pledges=pledges,
        possible_pledges=tuple(record.possibly("pledge", as_at)),
        receipts=receipts,
        possible_receipts=tuple(record.possibly("receipt", as_at)),
        covering=covering,
        last_statement=record.latest("funding-statement", as_at),
        pledged=_totals("funding.pledged", pledges, as_at, none_known=covering),
        received=_received(receipts, pledges, as_at, covering),
        number_of_pledges=counted("funding.pledges", pledges, "pledges", as_at),
    )


def _covering_statement(record: Snapshot, as_at: date) -> Entry | None:
    """The statement whose period, from its appeal to its own date, holds this date."""
    for statement in record.of("funding-statement"):
        if statement.effective is None:
            continue
        appeal = record.get(statement["since"])
        begun = appeal is None or appeal.occurred(as_at) is Occurrence.YES
        if begun and as_at <= statement.effective.earliest:
            return statement
    return None


def _received(
    receipts: tuple[Entry, ...], pledges: tuple[Entry, ...], as_at: date, covering: Entry | None
) -> tuple[Figure, ...]:
    """Money received; unknown, not zero, while a pledge is open and nobody says whether it was paid."""
    if not receipts and pledges:
        basis = tuple(basis_row(pledge, None) for pledge in pledges)
        return (Figure("funding.received.usd", None, REPORTING_CURRENCY, as_at, basis, "sum"),)
    return _totals("funding.received", receipts, as_at, none_known=covering)


def _totals(name: str, rows: tuple[Entry, ...], as_at: date, *, none_known: Entry | None) -> tuple[Figure, ...]:
    """Cash summed currency by currency; with no rows, zero if a statement says so, else unknown."""
    cash = [row for row in rows if row["kind"] == "cash"]
    if not cash:
        none = (basis_row(none_known, Decimal(0)),) if none_known else ()
        value = Decimal(0) if none_known else None
        return (Figure(f"{name}.usd", value, REPORTING_CURRENCY, as_at, none, "sum"),)
    totals = []
    for currency in sorted({row["currency"] for row in cash}):
        basis = tuple(basis_row(row, row["amount"]) for row in cash if row["currency"] == currency)
        value = sum((row["amount"] for row in cash if row["currency"] == currency), start=Decimal(0))
        totals.append(Figure(f"{name}.{currency.lower()}", value, currency, as_at, basis, "sum"))
    return tuple(totals)
