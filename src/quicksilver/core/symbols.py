"""Symbols of United Nations documents: read, put into form, checked.

The grammar covers the series of the record (``UNEP(DTIE)/Hg/OEWG.1/INF/8``) and the samples of the research
guide on symbols: series, division in brackets without a slash, body and session, nature, number, changes.
"""

import re
from dataclasses import dataclass

from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg

RULE = "United Nations research guide on document symbols"

_SERIES = re.compile(r"^(?P<series>[A-Z]{1,6})(\((?P<division>[A-Z]+)\))?(?P<rest>/.*)$")
_PART = re.compile(r"^[A-Za-z0-9]+(\.[0-9A-Za-z]+)*$")
_CHANGE = re.compile(r"^(Add|Amend|Corr|Rev|Summary|Excerpt)\.?\d*$")
_NATURES = ("CRP", "INF", "L", "NGO", "PV", "R", "RES", "SR", "WP")
_STRAY_SLASH = re.compile(r"^([A-Z]{1,6})/\(")
_FULL_WIDTH = str.maketrans("（）／．　", "()/. ")


@dataclass(frozen=True)
class DocumentSymbol:
    """A symbol in its parts.

    Parameters
    ----------
    series, division : str
        ``UNEP`` and ``DTIE``; the division may be empty.
    path : tuple of str
        What stands between, body and session included: ``("Hg", "OEWG.1")``.
    nature : str
        ``INF``, ``CRP`` …, or empty for a working document.
    number : str
        The number in its series.
    changes : tuple of str
        ``("Rev.1",)``, ``("Add.1",)`` …
    """

    series: str
    division: str
    path: tuple[str, ...]
    nature: str
    number: str
    changes: tuple[str, ...]

    def __str__(self) -> str:
        head = f"{self.series}({self.division})" if self.division else self.series
        parts = (head, *self.path, self.nature, self.number, *self.changes)
        return "/".join(part for part in parts if part)

    @property
    def original(self) -> "DocumentSymbol":
        """The document that the changes are to."""
        return DocumentSymbol(self.series, self.division, self.path, self.nature, self.number, ())


def normalise(text: str) -> str:
    """A symbol as it should be printed: no spaces, no full-width signs, no slash before the division."""
    plain = re.sub(r"[\s\u200b\u2060\u200e\u200f]", "", text.translate(_FULL_WIDTH))
    return _STRAY_SLASH.sub(r"\1(", plain)


def check(text: str) -> list[Problem]:
    """What is wrong with a symbol as written; the right form is offered where it is only badly written."""
    better = normalise(text)
    found = {"symbol": text, "better": better}
    if not _is_symbol(better):
        message = msg("“{symbol}” is not a document symbol, such as UNEP(DTIE)/Hg/OEWG.1/INF/8.")
        return [Problem("symbol-malformed", message, found, RULE)]
    if _STRAY_SLASH.match(text):
        message = msg("The symbol “{symbol}” has a stray slash before the bracket. Write {better}.")
        return [Problem("symbol-stray-slash", message, found, RULE)]
    if text != better:
        return [Problem("symbol-form", msg("Write the symbol “{symbol}” as {better}."), found, RULE)]
    return []


def parse(text: str) -> DocumentSymbol:
    """The parts of a well-formed symbol.

    Raises
    ------
    Refused
        ``check`` finds something wrong with it.
    """
    problems = check(text)
    if problems:
        raise Refused(problems)
    match = _SERIES.match(text)
    assert match  # check has seen to it
    parts = match["rest"].strip("/").split("/")
    changes: list[str] = []
    while parts and _CHANGE.match(parts[-1]):
        changes.insert(0, parts.pop())
    number = parts.pop() if parts and parts[-1].isdigit() else ""
    nature = parts.pop() if parts and parts[-1].rstrip(".") in _NATURES else ""
    return DocumentSymbol(match["series"], match["division"] or "", tuple(parts), nature, number, tuple(changes))


def _is_symbol(text: str) -> bool:
    match = _SERIES.match(text)
    return bool(match) and all(_PART.match(part) for part in text.split("/")[1:])
