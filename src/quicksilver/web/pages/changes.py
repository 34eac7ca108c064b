"""The history of a row, and undoing a deed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from quicksilver.core import formats, policies
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.record import Entry
from quicksilver.records.models import Revision
from quicksilver.services import gate, people, tracing, undoing
from quicksilver.services import record as reading
from quicksilver.services import values as plain
from quicksilver.web import fields, links
from quicksilver.web.here import Here, undated_page
from quicksilver.web.languages import active
from quicksilver.web.row_forms import sides
from quicksilver.web.row_forms.fields import label

LISTED = 50  # rows named on the page that asks whether to undo


@undated_page
def history(request: HttpRequest, here: Here, kind: str, name: str) -> HttpResponse:
    """Every change of a row: who, when, why, and each field before and after."""
    states = tracing.history(f"{kind}/{name}")
    if not states:
        raise Http404
    names = people.names({state.actor for state in states}, request.actor)
    context = {
        "here": here,
        "key": states[-1].row.key,
        "row": here.record.get(f"{kind}/{name}"),
        "kind": fields.kind(kind),
        "changes": [_change(states, number, names) for number in range(len(states))][::-1],
        "may_undo": policies.allowed(request.actor, "record.undo"),
    }
    return render(request, "editing/history.html", context)


@undated_page
def undo(request: HttpRequest, here: Here, revision: int) -> HttpResponse:
    """Undo a deed, after a look at all the rows it touched."""
    gate.require(request.actor, "record.undo", subject=f"revision/{revision}")
    deed = Revision.objects.filter(number=revision).first()
    if deed is None:
        raise Http404
    touched, found = undoing.touched(revision), tuple(undoing.obstacles(revision))
    back = _place(here, request.GET.get("row", "") or (touched[0].key if touched else ""))
    if request.method == "POST":
        try:
            reason = request.POST.get("deed.reason", "")
            number = undoing.undo(actor=request.actor, revision=revision, reason=reason, now=timezone.now())
        except gate.NotPermitted:
            raise
        except Refused as refusal:
            found = refusal.problems
        else:
            messages.success(request, _undone(number))
            return redirect(back)
    return _asked(request, here, touched, deed=deed, found=found, back=back)


def _asked(
    request: HttpRequest, here: Here, touched: tuple[undoing.Touched, ...], *, deed: Revision,
    found: tuple[Problem, ...], back: str,
) -> HttpResponse:  # fmt: skip
    """What was done, and what undoing it will do; or why it cannot be undone."""
    context = {
        "here": here,
        "deed": deed,
        "by": people.names({deed.actor}, request.actor).get(deed.actor, deed.actor),
        "rows": [_row(here, each) for each in touched[:LISTED]],
        "number": len(touched),
        "others": max(0, len(touched) - LISTED),
        "problems": found,
        "reason": request.POST.get("deed.reason", ""),
        "needs_reason": any(problem.code == "reason-missing" for problem in found),
        "stuck": any(problem.code != "reason-missing" for problem in found),
        "back": back,
    }
    return render(request, "editing/undo.html", context, status=422 if request.method == "POST" else 200)


def _undone(number: int) -> str:
    message = ngettext("Undone: {number} row is as it was before.", "Undone: {number} rows are as before.", number)
    return message.format(number=formats.number(number, active()))


def _row(here: Here, each: undoing.Touched) -> dict[str, Any]:
    row = here.record.get(each.key) or reading.entry(each.model, each.before or each.after)
    kind = fields.kind(each.model.KIND)
    return {"row": row, "kind": kind, "entered": each.before is None, "gone": each.after is None}


def _place(here: Here, key: str) -> str:
    """Where to go from a deed: to the history of the row, which has one even when it is gone."""
    kind, _slash, name = key.partition("/")
    if kind not in reading.KINDS or not name:
        return links.to(here, "dates")
    return links.to(here, "row-history", kind=kind, name=name)


def _change(states: tuple[tracing.State, ...], number: int, names: dict[str, str]) -> dict[str, Any]:
    """One state of a row, what it changed, and whether the row went after it."""
    state = states[number]
    following = states[number + 1] if number + 1 < len(states) else None
    ended = state.known_until if following is None or following.known_from != state.known_until else None
    return {
        "state": state,
        "by": names.get(state.actor, state.actor),
        "reason": state.reason.splitlines(),
        "first": number == 0 or states[number - 1].known_until != state.known_from,
        "fields": _changed(states[number - 1].row if number else None, state.row),
        "ended": ended,
    }


def _changed(before: Entry | None, after: Entry) -> list[dict[str, Any]]:
    """Each field that differs, before and after; none for the first state, which the row's page shows."""
    if before is None:
        return []
    model = reading.KINDS[after.kind]
    was, now = plain.of_entry(model, before), plain.of_entry(model, after)
    names = [name for name in dict.fromkeys([*was, *now]) if was.get(name) != now.get(name)]
    found = ((name, sides.beside(model, name, was.get(name), now.get(name))) for name in names)
    return [{"label": label(after.kind, name), "before": earlier, "after": later} for name, (earlier, later) in found]
