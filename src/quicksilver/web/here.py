"""Where a reader stands: language, date, and state of knowledge, read once from the address of a page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from quicksilver.core import languages
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import Language
from quicksilver.core.record import Snapshot
from quicksilver.services import asking, gate
from quicksilver.services import record as reading
from quicksilver.web import masthead
from quicksilver.web.languages import active

# The dates of an address, which every link passes on.
DATES = ("as_at", "known_at")


@dataclass(frozen=True)
class Here:
    """One reader's position.

    Parameters
    ----------
    language : Language
        The reader's language.
    as_at : date
        The date the page holds for.
    known_on : date or None
        The last day whose entries count; None for all that is known.
    record : Snapshot
        The record as known then.
    today : date
        The day on which the page is read.
    asked : mapping
        The dates as they stand in the address; links pass them on.
    filters : mapping
        What else the address asks for, such as a stage; the same page in another language keeps it.
    route : str
        Name of the page, and
    place : mapping
        what else its address holds, so that the same page can be shown in another language.
    """

    language: Language
    as_at: date
    known_on: date | None
    record: Snapshot
    today: date
    asked: dict[str, str]
    filters: dict[str, str]
    route: str
    place: dict[str, Any]

    @property
    def code(self) -> str:
        """Code of the reader's language."""
        return self.language.code


def of(request: HttpRequest, language: str, now: datetime) -> Here:
    """The position an address names; without a date, the latest on which anything is dated.

    Raises
    ------
    Refused
        With everything that is wrong in it: the language, the date, the state of knowledge.
    """
    asked = {name: request.GET[name] for name in DATES if request.GET.get(name)}
    known_at = asked.get("known_at", "")
    as_at = asked.get("as_at") or _latest(known_at, now).isoformat()
    wanted = asking.wanted(as_at=as_at, known_at=known_at, languages_asked=[language], formats_asked=[], now=now)
    match = request.resolver_match
    assert match is not None  # a view is only called for an address that matched
    return Here(
        language=languages.of(language),
        as_at=wanted.as_at,
        known_on=datetime.fromisoformat(known_at).date() if known_at else None,
        record=wanted.record,
        today=now.date(),
        asked=asked,
        filters={name: value for name, value in request.GET.items() if name not in DATES},
        route=match.view_name,
        place={name: value for name, value in match.kwargs.items() if name != "language"},
    )


def page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the record: the view gets ``here`` in place of the language; what is refused is shown, all of it."""
    return _read(view, of)


def undated_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that holds for no date, such as those about people: it is there even while nothing is on record."""
    return _read(view, undated)


def undated(request: HttpRequest, language: str, now: datetime) -> Here:
    """The position of a reader whom no date concerns: today, all that is known.

    Raises
    ------
    Refused
        There is no such language.
    """
    if problems := languages.check(language):
        raise Refused(problems)
    match = request.resolver_match
    assert match is not None  # a view is only called for an address that matched
    return Here(
        language=languages.of(language),
        as_at=now.date(),
        known_on=None,
        record=reading.snapshot(None),
        today=now.date(),
        asked={},
        filters=dict(request.GET.items()),
        route=match.view_name,
        place={name: value for name, value in match.kwargs.items() if name != "language"},
    )


def _read(view: Callable[..., HttpResponse], position: Callable[..., Here]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def read(request: HttpRequest, language: str, **place: Any) -> HttpResponse:
        try:
            return view(request, position(request, language, timezone.now()), **place)
        except gate.NotPermitted:
            return not_permitted(request)
        except Refused as refusal:
            return refused(request, refusal.problems)

    return read


def not_permitted(request: HttpRequest) -> HttpResponse:
    """To the page for signing in, which leads back here; or, for whoever has signed in, status 403."""
    actor = masthead.signed_in(request)
    if actor is None and request.method == "GET":
        return redirect(masthead.sign_in(request, active()))
    return render(request, "403.html", {"written": actor is not None}, status=403)


def refused(request: HttpRequest, problems: tuple[Problem, ...]) -> HttpResponse:
    """Status 400, with every problem in the reader's language."""
    return render(request, "400.html", {"problems": problems}, status=400)


def _latest(known_at: str, now: datetime) -> date:
    """The last day, not in the future, on which anything is dated in the record as known."""
    record = reading.snapshot(asking.moment_of(known_at, now, []) if known_at else None)
    return max((day for day, _ in reading.dates_of(record) if day <= now.date()), default=now.date())
