"""How each of the six languages writes dates, numbers, money, lists and labels.

The patterns are data (``data/formats.yaml``), because United Nations usage differs from CLDR.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from quicksilver.core.dates import Form, KnownDate, parse
from quicksilver.core.money import Money

_TABLE = Path(__file__).parent / "data" / "formats.yaml"
# Spanish says “e”, not “y”, before a word that begins with the sound i.
_I_SOUND = re.compile(r"(?:i|í|hi(?!e|a))", re.IGNORECASE)


@cache
def patterns() -> dict[str, dict[str, Any]]:
    """The table of patterns, by language."""
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return loaded


# -- dates ------------------------------------------------------------------------------------------------


def day(day: date, language: str) -> str:
    """A day in full: 30 August 2007."""
    return _fill("day", _words(day, language), language)


def date_known(known: KnownDate, language: str) -> str:
    """A date standing by itself, to the precision known: 25–26 June 2007."""
    return _written(known, language, "")


def when(known: KnownDate, language: str) -> str:
    """A date as it stands in a sentence: from 25 to 26 June 2007; after 26 March 2007 and by 30 August 2007."""
    return _written(known, language, "in_")


def _fill(pattern: str, words: dict[str, str], language: str) -> str:
    return str(patterns()[language][pattern]).format_map(words)


def _words(day: date, language: str, suffix: str = "") -> dict[str, str]:
    """The words of a day, under names such as ``d``, ``month``, ``month_of`` and ``y``."""
    table = patterns()[language]
    number = table.get("first_of_month", "1") if day.day == 1 else str(day.day)
    names = {name: table.get(f"months_{name}", table["months"])[day.month - 1] for name in ("of", "in")}
    return {
        f"d{suffix}": number,
        f"month{suffix}": table["months"][day.month - 1],
        f"month{suffix}_of": names["of"],
        f"month{suffix}_in": names["in"],
        f"y{suffix}": str(day.year),
    }


def _written(known: KnownDate, language: str, prefix: str) -> str:
    if known.earliest == date.min or known.latest == date.max:
        return _open_ended(known, language)
    if known.form is Form.BETWEEN:
        return _between(known, language)
    if known.form is Form.SPAN:
        return _span(known, language, prefix)
    return _fill(prefix + known.form.value, _words(known.earliest, language), language)


def _open_ended(known: KnownDate, language: str) -> str:
    if known.earliest == date.min:
        return _fill("by", {"last": day(known.latest, language)}, language)
    return _fill("since", {"first": day(known.earliest, language)}, language)


def _between(known: KnownDate, language: str) -> str:
    """One moment between two bounds: the day before the first is the last on which it had not come about."""
    if not any(part.count("-") == 2 for part in _parts(known)):
        first, last = _ends(known, language)
        return _fill("between", {"first": first, "last": last}, language)
    words = {"before": day(known.earliest - timedelta(1), language), "last": day(known.latest, language)}
    return _fill("after_and_by", words, language)


def _span(known: KnownDate, language: str, prefix: str) -> str:
    """Days, months or years that last, said as briefly as the two ends allow."""
    if known.earliest == known.latest:
        return _fill(f"{prefix}day", _words(known.earliest, language), language)
    words = _words(known.latest, language) | _words(known.earliest, language, "1") | _words(known.latest, language, "2")
    dashes = [part.count("-") for part in _parts(known)]
    if dashes == [0, 0]:
        return _fill(f"{prefix}years", words, language)
    if 2 not in dashes:
        first, last = _ends(known, language)
        return _fill(f"{prefix}span", {"first": first, "last": last}, language)
    if known.earliest.year != known.latest.year:
        ends = {"first": day(known.earliest, language), "last": day(known.latest, language)}
        return _fill(f"{prefix}days_of_two_years", ends, language)
    same_month = known.earliest.month == known.latest.month
    return _fill(prefix + ("days" if same_month else "days_of_two_months"), words, language)


def _parts(known: KnownDate) -> list[str]:
    separator = ".." if known.form is Form.BETWEEN else "/"
    return known.edtf.strip("[]").split(separator)


def _ends(known: KnownDate, language: str) -> tuple[str, str]:
    """Both ends as dates standing by themselves."""
    first, last = (date_known(parse(part.strip()), language) for part in _parts(known))
    return first, last


# -- numbers and money ------------------------------------------------------------------------------------


def number(value: Decimal | int, language: str, places: int | None = None) -> str:
    """A number with its digits in groups, rounded half up to a number of decimal places if given."""
    table = patterns()[language]
    exact = Decimal(value)
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    sign, digits = ("−" if exact < 0 else ""), f"{abs(exact):,f}"
    whole, _, fraction = digits.partition(".")
    grouped = whole.replace(",", table["group"])
    return sign + (f"{grouped}{table['decimal']}{fraction}" if fraction else grouped)


def money(amount: Money, language: str) -> str:
    """An amount exactly: cents only where there are any; dollars by name, other currencies by ISO code."""
    table = patterns()[language]
    pattern = table["usd"] if amount.currency == "USD" else table["money"]
    return str(pattern).format(n=_amount(amount, table, language), code=amount.currency)


def _amount(amount: Money, table: dict[str, Any], language: str) -> str:
    whole = amount.amount == amount.amount.to_integral_value()
    unit = table.get("ten_thousands")
    if unit and whole and amount.amount and amount.amount % 10_000 == 0:
        return number(amount.amount // 10_000, language, 0) + str(unit)
    decimals = -int(amount.amount.normalize().as_tuple().exponent)
    return number(amount.amount, language, 0 if whole else max(2, decimals))


# -- lists and labels -------------------------------------------------------------------------------------


def listing(parts: Sequence[str], language: str, *, long: bool = False, last: str = "") -> str:
    """Several things in a row; ``long`` parts them by semicolons, for parts that have commas of their own.

    ``last`` is what the last part will read where the parts given only stand for others: it decides between
    the Spanish words for “and”.
    """
    table = patterns()[language]["long_list" if long else "list"]
    if len(parts) < 2:
        return "".join(parts)
    two, joint = str(table["two"]), str(table["last"])
    if language == "es" and _I_SOUND.match(last or parts[-1]):
        two, joint = two.replace(" y ", " e "), joint.replace(" y ", " e ")
    if len(parts) == 2:
        return two.format(a=parts[0], b=parts[1])
    return str(table["more"]).join(parts[:-1]) + joint + parts[-1]


def item_label(number: int, language: str) -> str:
    """The label of a lettered item, counted from 1: (a), a), (أ)."""
    table = patterns()[language]
    return str(table["item"]).format(letter=table["letters"][number - 1])


def letter(item: str, language: str) -> str:
    """The item of a decision, cited by its Latin letter, as labelled in a language."""
    return item_label(ord(item) - ord("a") + 1, language)


def chapter(number: int, language: str) -> str:
    """The number of a chapter, counted from 1: I, 一, أولاً."""
    return str(patterns()[language]["chapters"][number - 1])


def section(number: int, language: str) -> str:
    """The number of a section, counted from 1: A, ألف."""
    return str(patterns()[language]["sections"][number - 1])
