"""What the property tests draw from: dates with the precision known, symbols, money, trees."""

from datetime import date

from hypothesis import strategies as st

from quicksilver.core.dates import KnownDate, parse

DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
CLOSED_FORMS = ("day", "month", "year", "span", "between")


def edtf(form: str, first: date, last: date) -> str:
    """A date of a form, written from two days; ``last`` is used only where the form has two."""
    first, last = min(first, last), max(first, last)
    return {
        "day": f"{first}",
        "month": f"{first:%Y-%m}",
        "year": f"{first:%Y}",
        "span": f"{first}/{last}",
        "months": f"{first:%Y-%m}/{last:%Y-%m}",
        "years": f"{first:%Y}/{last:%Y}",
        "between": f"[{first}..{last}]",
        "between months": f"[{first:%Y-%m}..{last:%Y-%m}]",
        "by": f"[..{last}]",
        "from": f"{first}/..",
    }[form]


def known_dates(*forms: str) -> st.SearchStrategy[KnownDate]:
    """Dates of the given forms, or of every form."""
    every = (*CLOSED_FORMS, "months", "years", "between months", "by", "from")
    return st.builds(lambda *drawn: parse(edtf(*drawn)), st.sampled_from(forms or every), DAYS, DAYS)
