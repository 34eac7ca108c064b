"""The programme at a glance, and the entrance that leads to it in the reader's language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers

from quicksilver.core.record import Entry
from quicksilver.core.reports import glance
from quicksilver.web import answers, charts
from quicksilver.web.here import Here, page
from quicksilver.web.languages import of_request

STAGES = ("active", "consultation", "proposed", "information", "merged", "not_taken_up")
SHOWN = 5  # rows of each list of changes; the others are counted


def entrance(request: HttpRequest) -> HttpResponse:
    """To the home page in the language that the browser prefers."""
    response = redirect("home", language=of_request(request))
    patch_vary_headers(response, ["Accept-Language"])
    return response


@page
def home(request: HttpRequest, here: Here) -> HttpResponse:
    """The programme at a glance."""
    seen = glance.glance(here.record, here.as_at)
    since = answers.last_report(here)
    context = {
        "here": here,
        "seen": seen,
        "answer": answers.standing(here, seen),
        "stages": [(code, rows) for code in STAGES if (rows := [row for row in seen.areas if row.code == code])],
        "money": charts.money(here),
        "timeline": charts.timeline(here, seen),
        "since": since,
        "changes": _some(glance.changes(here.record, since.on, here.as_at)),
        "later": _some(glance.came_later(here.record, here.as_at)),
    }
    return render(request, "home.html", context)


@page
def dates(request: HttpRequest, here: Here) -> HttpResponse:
    """Every event by its date."""
    rows = glance.events(here.record)
    context = {"here": here, "rows": [(row, row.occurred(here.as_at).value) for row in rows]}
    return render(request, "dates.html", context)


def _some(rows: tuple[Entry, ...]) -> dict[str, object]:
    """The first rows, and how many were left out."""
    return {"rows": rows[:SHOWN], "others": max(0, len(rows) - SHOWN)}
