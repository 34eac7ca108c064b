"""Addresses of pages: language, date and state of knowledge are kept in every one."""

from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from quicksilver.core.record import kind_of
from quicksilver.web.here import Here

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
    asked = {name: place.pop(name, here.asked.get(name, "")) for name in ("as_at", "known_at")}
    path = reverse(page, kwargs={"language": place.pop("language", here.code), **place})
    query = urlencode({name: str(value) for name, value in asked.items() if value})
    return f"{path}?{query}" if query else path


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
    """The address of this page in another language or at another date."""
    return to(here, here.route, **here.place, **changed)


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
