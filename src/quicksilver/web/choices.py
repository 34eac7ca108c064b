"""Filters of lists: words that can be chosen and taken away again; the choice stands in the address."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from quicksilver.core import codelists
from quicksilver.core.errors import Place, Refused
from quicksilver.web import links, naming
from quicksilver.web.here import Here


@dataclass(frozen=True)
class Choice:
    """One word of a filter: where it leads, how many it leaves, whether it is chosen."""

    label: str
    href: str
    number: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A filter of a list; ``clear`` leads to the list without it."""

    chosen: str
    choices: tuple[Choice, ...]
    clear: str


def asked(request: HttpRequest, name: str, listname: str) -> str:
    """The code asked for in the address, or empty.

    Raises
    ------
    Refused
        The code is not in the codelist.
    """
    code = request.GET.get(name, "")
    problems = codelists.check(listname, code) if code else []
    if problems:
        raise Refused([problem.at(Place(field=name)) for problem in problems])
    return code


def of(here: Here, name: str, listname: str, chosen: str, present: Iterable[str]) -> Filter:
    """The codes present in a list, in its own order, each as a word that leads to its rows."""
    codes = list(present)
    clear = links.to(here, here.route, **here.place)
    choices = (
        Choice(
            label=naming.first_up(naming.label(listname, code)),
            href=f"{clear}{'&' if '?' in clear else '?'}{urlencode({name: code})}",
            number=codes.count(code),
            chosen=code == chosen,
        )
        for code in dict.fromkeys([*codes, chosen] if chosen else codes)
    )
    return Filter(chosen, tuple(choices), clear)
