"""Addresses of pages: language, date and state of knowledge are kept in every one."""

from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from quicksilver.core.record import kind_of
from quicksilver.web.here import DATES, Here

# Kinds of rows that have a page of their own; every other row opens at the page for any row.
PAGES = {
    "source": "source", "erratum": "erratum", "area": "area", "decision": "decision", "provision": "provision",
    "document": "document", "meeting": "meeting", "stakeholder": "partner", "appeal": "appeal", "pledge": "pledge",
    "call": "grant-call",
}  # fmt: skip


def to(here: Here, page: str, **place: Any) -> str:
    """The address of a page, seen from here.

    ``language``, ``as_at`` and ``known_at`` may be given to change them; an empty date takes it away.
    """
    asked = {name: place.pop(name, here.asked.get(name, "")) for name in DATES}
    path = _path(page, place.pop("language", here.code), tuple(place.items()))
    query = urlencode({name: str(value) for name, value in asked.items() if value})
    return f"{path}?{query}" if query else path


@lru_cache(maxsize=8192)
def _path(page: str, language: str, place: tuple[tuple[str, Any], ...]) -> str:
    """Cached: half of the time of a report page went into finding the same few hundred addresses again."""
    return reverse(page, kwargs={"language": language, **dict(place)})


def to_row(here: Here, key: str) -> str:
    """The address of the page of a row of the record."""
    kind, _, name = key.partition("/")
    page = PAGES.get(kind)
    return to(here, page, name=name) if page else to(here, "record", kind=kind, name=name)


def row_of(here: Here) -> str:
    """The key of the row that this page is about; empty if it is about none, or is the page for any row."""
    kinds = {page: kind for kind, page in PAGES.items()}
    return f"{kinds[here.route]}/{here.place['name']}" if here.route in kinds else ""


def same_page(here: Here, **changed: Any) -> str:
    """The address of this page in another language or at another date, with its filters."""
    address = to(here, here.route, **here.place, **changed)
    if not here.filters:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(here.filters)}"


def exists(page: str) -> bool:
    """Whether the site has a page of that name: nothing is offered that does not work."""
    try:
        reverse(page, kwargs={"language": "en"})
    except NoReverseMatch:
        return False
    return True


def to_node(here: Here, key: str) -> str:
    """The address for a link of a document: a figure if the key is a figure's, else a row."""
    if key.startswith("figure:"):
        return to(here, "figure", id=key.removeprefix("figure:"))
    return to_row(here, key) if kind_of(key) != key else to(here, "figure", id=key)


def invitation(language: str, token: str) -> str:
    """The address at which an invitation is accepted; the letter is written outside of every page."""
    return reverse("accept-invitation", kwargs={"language": language, "token": token})
