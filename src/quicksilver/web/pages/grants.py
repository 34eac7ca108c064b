"""Grants: the call for proposals, its rules as sentences, and what the proposals received ask for."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.core import chronology, formats
from quicksilver.core.grants import call as reading
from quicksilver.core.grants.call import CallAt
from quicksilver.core.record import Entry
from quicksilver.web import marks, naming, sentences
from quicksilver.web.here import Here, page
from quicksilver.web.languages import active

# Each rule as a sentence, by whether the limit itself is shut out; made from the data, so that it changes with them.
RULES: dict[tuple[str, bool], Callable[[], str]] = {
    ("cap", False): lambda: _("A project may ask for {amount} at most."),
    ("cap", True): lambda: _("A project must ask for less than {amount}."),
    ("priority_below", True): lambda: _("Projects that ask for less than {amount} have priority."),
    ("priority_below", False): lambda: _("Projects that ask for {amount} or less have priority."),
    ("priority_cofinanced", False): lambda: _("Projects co-financed from other sources have priority too."),
    ("priority_in_kind", False): lambda: _("Projects with substantial in-kind contributions have priority too."),
    ("balance", False): lambda: _("To be taken into account by those who decide: {members}."),
    ("beneficiaries", False): lambda: _("Who may benefit: {members}."),
    ("eligible_aims", False): lambda: _("What a project may aim at: {members}."),
}
MEMBERS = {"balance": "balance_dimension", "beneficiaries": "beneficiary", "eligible_aims": "eligible_aim"}
# The order in which an applicant wants to know them.
ORDER = (
    "beneficiaries",
    "eligible_aims",
    "cap",
    "priority_below",
    "priority_cofinanced",
    "priority_in_kind",
    "balance",
)


@page
def calls(request: HttpRequest, here: Here) -> HttpResponse:
    """The calls as at a date, with their rules and the needs that proposals stress."""
    found = reading.calls_at(here.record, here.as_at)
    context = {
        "here": here,
        "answer": _all(here, found),
        "calls": [(seen, _rules(seen)) for seen in found],
        "later": {"rows": chronology.after(here.record, "call", here.as_at), "others": 0},
    }
    return render(request, "grants/calls.html", context)


@page
def call(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One call: its rules with edition and source, needs, proposals, corrections."""
    seen = reading.position_at(here.record, f"call/{name}", here.as_at)
    if seen is None:
        raise Http404
    context = {
        "here": here,
        "name": name,
        "call": seen.call,
        "seen": seen,
        "answer": _one(here, seen.at) if seen.at else _("The call had not been opened by this date."),
        "rules": _rules(seen.at) if seen.at else [],
        "gaps": _gaps(),
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "grants/call.html", context)


def _all(here: Here, found: tuple[CallAt, ...]) -> SafeString:
    if not found:
        return SafeString(_("No call for proposals is on record by this date."))
    message = ngettext("{number} call for proposals is open.", "{number} calls for proposals are open.", len(found))
    certain = all(seen.certain for seen in found)
    if not certain:
        message = ngettext(
            "{number} call for proposals may be open; the record does not say by this date.",
            "{number} calls for proposals may be open; the record does not say by this date.",
            len(found),
        )
    opened = sentences.said(message, number=sentences.number(len(found)))
    return sentences.joined([opened, *(_one(here, seen) for seen in found[:1])])


def _one(here: Here, seen: CallAt) -> SafeString:
    """The limit of a call, and how many proposals came."""
    figures = {figure.id: figure for figure in seen.figures()}
    told = []
    if "grants.cap" in figures:
        message = RULES["cap", bool(seen.rules["cap"]["strict"])]()
        told.append(sentences.said(message, amount=marks.linked(here, figures["grants.cap"])))
    number = seen.number_of_proposals()
    if number.value is None:
        told.append(SafeString(_("The number of proposals received is <b>not on record</b>.")))
    else:
        message = ngettext(
            "{number} proposal has been received.", "{number} proposals have been received.", int(number.value)
        )
        told.append(sentences.said(message, number=marks.linked(here, number)))
    return sentences.joined(told)


def _rules(seen: CallAt) -> list[tuple[Entry, SafeString]]:
    """The rules of a call in an applicant's order, each with its sentence."""
    known = sorted(seen.rules, key=lambda rule: ORDER.index(rule) if rule in ORDER else len(ORDER))
    return [(seen.rules[rule], _sentence(seen.rules[rule])) for rule in known]


def _sentence(row: Entry) -> SafeString:
    make = RULES.get((row["rule"], bool(row["strict"])))
    if make is None:
        return sentences.said("{}", naming.first_up(naming.label("grant_rule", row["rule"])))
    listname = MEMBERS.get(row["rule"], "")
    members = formats.listing([naming.label(listname, code) for code in row["members"]], active(), long=True)
    amount = naming.money(row["amount"], row["currency"]) if row["amount"] is not None else ""
    return sentences.said(make(), amount=sentences.bold(amount), members=members)


def _gaps() -> list[str]:
    """What the source says nothing on, so that a reader does not look for it."""
    return [
        _("who decides"),
        _("how proposals are scored"),
        _("how long a project may last"),
        _("forms and endorsement"),
        _("how grants are paid out"),
        _("how grants are reported on"),
    ]
