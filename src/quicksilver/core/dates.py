"""Dates with the precision known: a day, a month, a year, days that last, or one day between two.

Written in EDTF (ISO 8601-2). ``2007-06-25/2007-06-26`` lasts from the one day to the other;
``[2007-03-27..2007-08-30]`` is one moment, of which only the bounds are known: “after 26 March and by
30 August 2007”.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg

RULE = "docs/data-files.md"


class Form(Enum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    BETWEEN = "between"


class Occurrence(Enum):
    """Whether something had come about by a date."""

    NO = "no"
    POSSIBLY = "possibly"
    YES = "yes"


@dataclass(frozen=True)
class KnownDate:
    """A date to the precision known.

    Parameters
    ----------
    edtf : str
        The date as written.
    earliest, latest : date
        First and last day it may be (or last, for a span); ``date.min`` and ``date.max`` are open ends.
    form : Form
        How much of it is known.
    """

    edtf: str
    earliest: date
    latest: date
    form: Form

    def __lt__(self, other: "KnownDate") -> bool:
        return (self.latest, self.earliest) < (other.latest, other.earliest)

    def __str__(self) -> str:
        return self.edtf


def occurred(known: KnownDate, as_at: date) -> Occurrence:
    """Whether what a date belongs to had certainly, possibly or not come about by the end of a day."""
    if known.latest <= as_at:
        return Occurrence.YES
    return Occurrence.NO if known.earliest > as_at else Occurrence.POSSIBLY


@lru_cache(maxsize=4096)
def parse(text: str) -> KnownDate:
    """A date from its EDTF text.

    Raises
    ------
    Refused
        The text is not such a date, or the date cannot be (30 February, an end before its beginning).
    """
    written = text.strip()
    form, first, last = _parts(written)
    if not first and not last:
        _day("", written, last=False)
    earliest = _day(first, written, last=False) if first else date.min
    latest = _day(last, written, last=True) if last else date.max
    if earliest > latest:
        message = msg("The date “{date}” ends before it begins. Put the earlier day first.")
        raise Refused([Problem("date-order", message, {"date": written}, RULE)])
    return KnownDate(written, earliest, latest, form)


def _parts(written: str) -> tuple[Form, str, str]:
    """The form of a date with its first and last part; an open end is empty."""
    if written.startswith("[") and written.endswith("]") and written.count("..") == 1:
        first, _, last = written[1:-1].partition("..")
        return Form.BETWEEN, first.strip(), last.strip()
    if written.count("/") == 1:
        first, _, last = written.partition("/")
        # An end left blank is more likely forgotten than open: the open one is written “..”.
        return Form.SPAN, "" if first == ".." else first or "?", "" if last == ".." else last or "?"
    form = {4: Form.YEAR, 7: Form.MONTH}.get(len(written), Form.DAY)
    return form, written, written


def _day(part: str, written: str, *, last: bool) -> date:
    """The first or last day of a part: a day, a month or a year."""
    known = {"date": written}
    if not _is_plain(part):
        message = msg(
            "“{date}” is not a date. Write 2007-03-26, 2007-06, 2005, 2007-06-25/2007-06-26 (lasting) or"
            " [2007-03-27..2007-08-30] (once, between the two)."
        )
        raise Refused([Problem("date-impossible", message, known, RULE)])
    # The edtf package knows these forms too, and tests hold this against it, but it needs milliseconds for each.
    year, month, day = (*map(int, part.split("-")), 0, 0)[:3]
    try:
        if "-" not in part:
            month = 12 if last else 1
        if part.count("-") < 2:
            day = calendar.monthrange(year, month)[1] if last else 1
        return date(year, month, day)
    except ValueError as error:
        limit = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
        message = msg("There is no such date as “{date}”. Months have numbers 01 to 12.")
        if limit:
            message = msg("There is no such date as “{date}”. That month has {limit} days.")
        raise Refused([Problem("date-impossible", message, {**known, "limit": limit}, RULE)]) from error


def _is_plain(part: str) -> bool:
    """Whether a part is digits and hyphens in the lengths of ISO 8601."""
    lengths = [len(number) for number in part.split("-")]
    return (
        part.replace("-", "").isdigit() and part.isascii() and lengths in ([4], [4, 2], [4, 2, 2]) and part[:4] > "0000"
    )
