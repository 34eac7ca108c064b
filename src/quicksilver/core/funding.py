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
    possible = tuple(record.possibly("pledge", as_at))
    receipts = tuple(record.in_force("receipt", as_at))
    possible_receipts = tuple(record.possibly("receipt", as_at))
    covering = _covering_statement(record, as_at)
    return FundingPosition(
        as_at=as_at,
        appeals=tuple(record.in_force("appeal", as_at)),
        possible_appeals=tuple(record.possibly("appeal", as_at)),
        pledges=pledges,
        possible_pledges=possible,
        receipts=receipts,
        possible_receipts=possible_receipts,
        covering=covering,
        last_statement=record.latest("funding-statement", as_at),
        pledged=_totals("funding.pledged", pledges, possible, as_at, covering),
        received=_totals("funding.received", receipts, (*possible_receipts, *pledges, *possible), as_at, covering),
        number_of_pledges=_number("funding.pledges", pledges, possible, as_at, covering),
    )


def _covering_statement(record: Snapshot, as_at: date) -> Entry | None:
    """The first statement whose period, from its appeal to its own date, holds this date."""
    covering = []
    for statement in record.of("funding-statement"):
        if statement.effective is None or as_at > statement.effective.earliest:
            continue
        appeal = record.get(statement["since"])
        if appeal is None or appeal.occurred(as_at) is Occurrence.YES:
            covering.append(statement)
    return min(covering, key=lambda row: (row.effective and row.effective.latest, row.key), default=None)


def _totals(
    name: str, rows: tuple[Entry, ...], open_rows: tuple[Entry, ...], as_at: date, none_known: Entry | None
) -> tuple[Figure, ...]:
    """Cash summed currency by currency; with no rows, zero if a statement says so, else unknown.

    ``open_rows`` are what may have come, or may have been paid: with them and nothing certain, the sum is unknown.
    """
    cash = [row for row in rows if row["kind"] == "cash"]
    if not cash:
        return (_none(f"{name}.usd", REPORTING_CURRENCY, open_rows, as_at, none_known),)
    totals = []
    for currency in sorted({row["currency"] for row in cash}):
        basis = tuple(basis_row(row, row["amount"]) for row in cash if row["currency"] == currency)
        value = sum((row["amount"] for row in cash if row["currency"] == currency), start=Decimal(0))
        totals.append(Figure(f"{name}.{currency.lower()}", value, currency, as_at, basis, "sum"))
    return tuple(totals)


def _number(
    name: str, rows: tuple[Entry, ...], open_rows: tuple[Entry, ...], as_at: date, none_known: Entry | None
) -> Figure:
    """How many there are for certain; with none, zero if a statement says so, else unknown."""
    return counted(name, rows, "pledges", as_at) if rows else _none(name, "pledges", open_rows, as_at, none_known)


def _none(id: str, unit: str, open_rows: tuple[Entry, ...], as_at: date, none_known: Entry | None) -> Figure:
    """A figure without rows: unknown, resting on what is open, or zero, resting on the statement that says so."""
    if none_known and not open_rows:
        return Figure(id, Decimal(0), unit, as_at, (basis_row(none_known, Decimal(0)),), "sum")
    return Figure(id, None, unit, as_at, tuple(basis_row(row) for row in open_rows), "sum")
