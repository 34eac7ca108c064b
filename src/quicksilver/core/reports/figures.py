"""A number never travels alone: its unit, its date, and the rows it was computed from go with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quicksilver.core.dates import Occurrence
from quicksilver.core.record import Entry


@dataclass(frozen=True)
class BasisRow:
    """One row of the record that a figure rests on.

    Parameters
    ----------
    key : str
        Key of the row in the record, such as ``pledge/usa-2007``.
    contribution : Decimal or int or None
        What the row adds to the figure, in the figure's unit; ``None`` where it is evidence, not a summand.
    source : str
        Key of the source the row cites, such as ``seed``.
    locator : str
        Place in the source, such as ``a.8``.
    """

    key: str
    contribution: Decimal | int | None
    source: str
    locator: str = ""


@dataclass(frozen=True)
class Figure:
    """A value with its unit, its date and its basis.

    Parameters
    ----------
    id : str
        Stable name, such as ``funding.pledged``; it is also the figure's address.
    value : Decimal or int or None
        ``None`` is unknown: the record does not say. Zero is a value and needs a basis.
    unit : str
        ISO 4217 code for money (``USD``), else the plural noun that is counted (``areas``).
    as_at : date
        The date the value holds for.
    basis : tuple of BasisRow
        The rows it was computed from.
    method : str
        ``sum`` (of the contributions), ``count`` (of the rows) or ``stated`` (given by one row).
    certain : bool
        False where the record leaves open whether the value held by the date.
    """

    id: str
    value: Decimal | int | None
    unit: str
    as_at: date
    basis: tuple[BasisRow, ...]
    method: str = "count"
    certain: bool = True


def basis_row(entry: Entry, contribution: Decimal | int | None = None) -> BasisRow:
    """An entry as one row of a figure's basis, with its principal source."""
    source = entry.sources[0] if entry.sources else None
    return BasisRow(entry.key, contribution, source.source if source else "", source.locator if source else "")


def counted(id: str, rows: Sequence[Entry], unit: str, as_at: date) -> Figure:
    """The number of rows, as a figure that rests on them."""
    return Figure(id, len(rows), unit, as_at, tuple(basis_row(row) for row in rows), "count")


def stated(id: str, row: Entry, value: Decimal | int | None, unit: str, as_at: date) -> Figure:
    """A value that one row gives; it is no more certain than the row."""
    certain = row.occurred(as_at) is Occurrence.YES
    return Figure(id, value, unit, as_at, (basis_row(row, value),), "stated", certain)


def recomputed(figure: Figure) -> Decimal | int | None:
    """The value of a figure worked out again from its basis alone.

    Returns
    -------
    Decimal or int or None
        ``None`` if a row that should contribute does not say how much. [the figure's unit]
    """
    if figure.method == "count":
        return len(figure.basis)
    parts = [row.contribution for row in figure.basis]
    if not parts or any(part is None for part in parts):
        return None
    if figure.method == "stated":
        return parts[0]
    return sum((part for part in parts if part is not None), start=Decimal(0))
