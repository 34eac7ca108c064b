"""Keeping the record in the browser: entering, correcting and superseding rows, and settling conflicts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from quicksilver.core.errors import Problem, Refused
from quicksilver.core.record import kind_of
from quicksilver.services import editing, gate, keys, people
from quicksilver.services import record as reading
from quicksilver.services import values as plain
from quicksilver.services.checking_values import fields_of
from quicksilver.services.drafts import Model
from quicksilver.web import fields, links
from quicksilver.web.here import Here, undated_page
from quicksilver.web.row_forms import choices, form, given, sides

CHOSEN = "choose."  # before the name of a field of which one of two wordings was chosen


@dataclass(frozen=True)
class Sort:
    """One of the three forms on a row: what is left out of it, and what it says when it is done."""

    name: str
    without: tuple[str, ...]
    done: str | Promise


@dataclass(frozen=True)
class Desk:
    """One person at one form."""

    request: HttpRequest
    here: Here
    sort: Sort
    model: Model
    key: str = ""


ENTER = Sort("enter", (), gettext_lazy("Entered. It is part of the record from now on."))
CORRECT = Sort("correct", ("key",), gettext_lazy("Corrected. What was known before stays in the history."))
SUPERSEDE = Sort("supersede", ("supersedes",), gettext_lazy("Entered. It replaces the earlier row from its date on."))


@undated_page
def new(request: HttpRequest, here: Here, kind: str) -> HttpResponse:
    """Enter a row; ``?parent=`` names the row it belongs to."""
    model = _model(kind)
    gate.reach(request.actor, "record.enter")
    desk = Desk(request, here, ENTER, model)
    if request.method != "POST":
        parent = here.record.get(request.GET.get("parent", ""))
        return _page(desk, form.of(here, model, _initial(model, parent.key if parent else "")))

    def write(values: dict[str, Any]) -> str:
        return editing.enter(actor=request.actor, kind=kind, values=values, reason=_reason(request), now=timezone.now())

    return _posted(desk, write)


@undated_page
def correct(request: HttpRequest, here: Here, kind: str, name: str) -> HttpResponse:
    """Correct a row."""
    model, key = _model(kind), f"{kind}/{name}"
    seen, values = _opened(model, key)
    gate.require(request.actor, "record.correct", **editing.of(model, values))
    desk = Desk(request, here, CORRECT, model, key)
    if request.method != "POST":
        return _page(desk, form.of(here, model, values, without=CORRECT.without, seen=seen))

    def write(sent: dict[str, Any]) -> str:
        return editing.correct(
            actor=request.actor, key=key, values=sent, reason=_reason(request), seen=_seen(request), now=timezone.now()
        )

    return _posted(desk, write)


@undated_page
def supersede(request: HttpRequest, here: Here, kind: str, name: str) -> HttpResponse:
    """Let a later row take a row's place."""
    model, key = _model(kind), f"{kind}/{name}"
    if not editing.is_dated(model):
        raise Http404
    seen, values = _opened(model, key)
    gate.require(request.actor, "record.correct", **editing.of(model, values))
    desk = Desk(request, here, SUPERSEDE, model, key)
    if request.method != "POST":
        begun = {field: value for field, value in values.items() if field not in editing.OWN}
        return _page(desk, form.of(here, model, begun, without=SUPERSEDE.without, seen=seen))

    def write(sent: dict[str, Any]) -> str:
        return editing.supersede(
            actor=request.actor, key=key, values=sent, reason=_reason(request), seen=_seen(request), now=timezone.now()
        )

    return _posted(desk, write)


@undated_page
def search(request: HttpRequest, here: Here, kind: str) -> HttpResponse:
    """Rows of a kind, or of any, by words: the choices of a field that has too many to list."""
    if kind != "any":
        _model(kind)
    gate.reach(request.actor, "record.enter")
    words = next((value for name, value in request.GET.items() if name not in ("as_at", "known_at")), "")
    return render(request, "editing/found.html", {"here": here, "options": choices.found(here, kind, words)})


# -- what is sent -----------------------------------------------------------------------------------------


def _posted(desk: Desk, write: Callable[[dict[str, Any]], str]) -> HttpResponse:
    """Write what was sent and go to the row; or show the form again, with all that is wrong, and all that was sent."""
    post = desk.request.POST
    values, found = given.row(post, desk.model)
    values = _settled(desk, values)
    if "propose" in post:
        return _again(desk, {**values, "key": ""})
    if found:
        return _again(desk, values, found)
    try:
        written = write(values)
    except gate.NotPermitted:
        raise
    except editing.Conflict as conflict:
        return _conflict(desk, conflict)
    except Refused as refusal:
        return _again(desk, values, refusal.problems)
    messages.success(desk.request, desk.sort.done)
    return redirect(links.to_row(desk.here, written))


def _again(desk: Desk, values: dict[str, Any], found: Iterable[Problem] = ()) -> HttpResponse:
    """The form as it was sent; a key is offered where none was given."""
    if "key" not in desk.sort.without and not values.get("key"):
        values = {**values, "key": keys.propose(desk.model, values)}
    shown = form.of(
        desk.here, desk.model, values, without=desk.sort.without, new_source=given.new_source(desk.request.POST),
        reason=_reason(desk.request), seen=_seen(desk.request),
    )  # fmt: skip
    form.tell(shown, found, desk.model)
    return _page(desk, shown, status=422 if shown.told else 200)


def _settled(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    """The values after a conflict, field by field as chosen: those on record, or those sent."""
    theirs = [name for name, side in _chosen(desk.request).items() if side == "theirs"]
    row = desk.model.objects.filter(key=desk.key).first() if theirs else None
    on_record = plain.of(desk.model, row) if row else {}
    return {**values, **{name: on_record.get(name, "") for name in theirs}}


def _chosen(request: HttpRequest) -> dict[str, str]:
    return {name.removeprefix(CHOSEN): side for name, side in request.POST.items() if name.startswith(CHOSEN)}


def _reason(request: HttpRequest) -> str:
    return request.POST.get("deed.reason", "")


def _seen(request: HttpRequest) -> int:
    """The revision the form was opened with; one that is none leads to a conflict, not to a loss."""
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() else 0


# -- what is shown ----------------------------------------------------------------------------------------


def _page(desk: Desk, shown: form.Form, status: int = 200) -> HttpResponse:
    context = {
        "here": desk.here,
        "sort": desk.sort.name,
        "form": shown,
        "kind": fields.kind(desk.model.KIND),
        "row": desk.here.record.get(desk.key),
        "back": links.to_row(desk.here, desk.key) if desk.key else "",
    }
    return render(desk.request, "editing/form.html", context, status=status)


def _conflict(desk: Desk, conflict: editing.Conflict) -> HttpResponse:
    """Both wordings of every field that anybody changed, to choose between: status 409."""
    request = desk.request
    sent = [(name, value) for name, values in request.POST.lists() for value in values if _is_sent(name)]
    names = people.names({change.actor for change in conflict.changes}, request.actor)
    context = {
        "here": desk.here,
        "sort": desk.sort.name,
        "row": desk.here.record.get(conflict.key),
        "changes": [(change, names.get(change.actor, change.actor)) for change in conflict.changes],
        "sides": [_side(desk.model, each) for each in conflict.differences],
        "sent": sent,
        "seen": conflict.seen,
        "back": links.to_row(desk.here, conflict.key),
    }
    return render(request, "editing/conflict.html", context, status=409)


def _is_sent(name: str) -> bool:
    return name not in ("seen", "csrfmiddlewaretoken") and not name.startswith(CHOSEN)


def _side(model: Model, each: Any) -> dict[str, Any]:
    """A field with its three values; what only one of the two changed is chosen already."""
    opened, theirs, yours = sides.beside(model, each.field, each.opened, each.theirs, each.yours)
    return {
        "name": f"{CHOSEN}{each.field}",
        "label": form.fields.label(model.KIND, each.field),
        "opened": opened,
        "theirs": theirs,
        "yours": yours,
        "choose_theirs": each.by_them and not each.by_you,
        "choose_yours": each.by_you and not each.by_them,
    }


# -- rows -------------------------------------------------------------------------------------------------


def _model(kind: str) -> Model:
    if kind not in reading.KINDS:
        raise Http404
    return reading.KINDS[kind]


def _opened(model: Model, key: str) -> tuple[int, dict[str, Any]]:
    """What a form is opened with: the revision first, so that a change in between is noticed."""
    seen = editing.opened(key)
    row = model.objects.filter(key=key).first()
    if seen is None or row is None:
        raise Http404
    return seen, plain.of(model, row)


def _initial(model: Model, parent: str) -> dict[str, Any]:
    """What a new row begins with: defaults, and the row it belongs to."""
    defaults = {
        column.name: plain.plain(column.get_default())
        for column in fields_of(model)
        if column.has_default() and isinstance(column.get_default(), str | bool)
    }
    belongs = (
        column.name
        for column in fields_of(model)
        if column.is_relation and kind_of(parent) == column.related_model.KIND and column.name != "supersedes"
    )
    return {**defaults, **({name: parent} if parent and (name := next(belongs, "")) else {})}
