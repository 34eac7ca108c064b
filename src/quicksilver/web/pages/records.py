"""Sources and corrections, and the page of any row: its fields, its sources, who points to it, what was known when."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quicksilver.core import languages
from quicksilver.core.policies import Actor
from quicksilver.core.record import Entry
from quicksilver.services import people, tracing
from quicksilver.services import record as reading
from quicksilver.web import fields
from quicksilver.web.here import Here, page


def require(here: Here, kind: str, name: str) -> Entry:
    """The row of an address, or a 404 page."""
    row = here.record.get(f"{kind}/{name}") if kind in reading.KINDS else None
    if row is None:
        raise Http404
    return row


@page
def record(request: HttpRequest, here: Here, kind: str, name: str) -> HttpResponse:
    """Any row of the record."""
    row = require(here, kind, name)
    context = {
        "here": here,
        "row": row,
        "kind": fields.kind(kind),
        "state": row.occurred(here.as_at).value,
        "fields": list(fields.shown(row)),
        "replaces": here.record.get(row.supersedes_key),
        "pointers": _in_words(tracing.pointing_to(here.record, row.key)),
        "errata": here.record.where("erratum", subject=row.key),
        "history": _changes(tracing.history(row.key), request.actor),
    }
    return render(request, "records/record.html", context)


@page
def sources(request: HttpRequest, here: Here) -> HttpResponse:
    """What the record rests on."""
    rows = sorted(here.record.of("source"), key=lambda row: tracing.natural(row.key))
    resting = tracing.resting_on_sources(here.record)
    context = {"here": here, "rows": [(row, resting.get(row.key, 0)) for row in rows]}
    return render(request, "records/sources.html", context)


@page
def source(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """A source, place by place."""
    row = require(here, "source", name)
    places = tracing.places_in_source(here.record, row.key)
    resting = len({other.key for _, rows in places for other in rows})
    context = {"here": here, "row": row, "places": places, "resting": resting}
    return render(request, "records/source.html", context)


@page
def errata(request: HttpRequest, here: Here) -> HttpResponse:
    """The faults of sources, and how each is read."""
    rows = sorted(here.record.of("erratum"), key=lambda row: tracing.natural(row["number"]))
    listed = [(row, _printed_in(here, row)) for row in rows]
    return render(request, "records/errata.html", {"here": here, "rows": listed})


@page
def erratum(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One fault."""
    row = require(here, "erratum", name)
    context = {
        "here": here,
        "row": row,
        "version": here.record.get(row["version"]),
        "language": _printed_in(here, row),
        "subject": here.record.get(row["subject"]),
    }
    return render(request, "records/erratum.html", context)


def _printed_in(here: Here, row: Entry) -> languages.Language:
    """The language of the faulty version."""
    version = here.record.get(row["version"])
    return languages.of(version["language"]) if version else here.language


def _in_words(pointers: tuple[tracing.Pointer, ...]) -> list[dict[str, object]]:
    """Rows that point here, with their kind and the field they do it by."""
    return [
        {"row": found.row, "kind": fields.kind(found.row.kind), "field": fields.pointer(found.row.kind, found.field)}
        for found in pointers
    ]


def _changes(states: tuple[tracing.State, ...], reader: Actor) -> list[dict[str, object]]:
    """The states of a row, the present one first, each with the columns that changed, in words.

    Who made them is named to those who may see it, and is a key to everybody else.
    """
    named = people.names({state.actor for state in states}, reader)
    listed = []
    for number, state in enumerate(states):
        changed = tracing.changed_fields(states[number - 1].row, state.row) if number else {}
        names = [fields.field(state.row.kind, name) for name in changed]
        listed.append({"state": state, "changed": names, "first": number == 0, "by": named.get(state.actor)})
    return listed[::-1]
