"""Decisions: what the programme was asked, paragraph by paragraph, and what is on record as done."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.core import chronology, mandates
from quicksilver.core.dates import Occurrence
from quicksilver.core.mandates import DecisionAt
from quicksilver.web import sentences
from quicksilver.web.here import Here, page


@page
def decisions(request: HttpRequest, here: Here) -> HttpResponse:
    """Decisions as at a date, with how much each asks and on how much of it an action is on record."""
    found = mandates.decisions_at(here.record, here.as_at)
    later = chronology.after(here.record, "decision", here.as_at)
    context = {
        "here": here,
        "answer": _all(found),
        "decisions": found,
        "later": {"rows": later, "others": 0},
    }
    return render(request, "mandates/decisions.html", context)


@page
def decision(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One decision, paragraph by paragraph, with what is on record as done."""
    seen = mandates.decision_at(here.record, f"decision/{name}", here.as_at)
    if seen is None:
        raise Http404
    context = {
        "here": here,
        "name": name,
        "decision": seen.decision,
        "seen": seen,
        "answer": sentences.joined([_adopted(here, seen), _answered(seen)]),
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "mandates/decision.html", context)


@page
def provision(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One provision with its items: what it asks, and what is on record as done."""
    seen = mandates.provision_at(here.record, f"provision/{name}", here.as_at)
    if seen is None:
        raise Http404
    row = seen.provision
    keys = {row.key, *(item.provision.key for item in seen.items)}
    deeds = (deed for deed in chronology.after(here.record, "implementation", here.as_at) if deed["provision"] in keys)
    context = {
        "here": here,
        "name": name,
        "provision": row,
        "seen": seen,
        "decision": here.record.get(row["decision"]),
        "later": {"rows": tuple(deeds), "others": 0},
    }
    return render(request, "mandates/provision.html", context)


def _all(found: tuple[DecisionAt, ...]) -> SafeString:
    """How many decisions ask for how much, and on how much of it an action is on record."""
    if not found:
        return SafeString(_("No decision had been adopted by this date."))
    asked = sum(len(seen.asking) for seen in found)
    answered = sum(len(seen.answered) for seen in found)
    message = ngettext(
        "{decisions} decision is on record. It asks for {asked} things; on {answered} of them an action is on record.",
        "{decisions} decisions are on record. They ask for {asked} things;"
        " on {answered} of them an action is on record.",
        len(found),
    )
    numbers = {"decisions": len(found), "asked": asked, "answered": answered}
    return sentences.said(message, **{name: sentences.number(value) for name, value in numbers.items()})


def _adopted(here: Here, seen: DecisionAt) -> SafeString:
    message = {
        Occurrence.YES: _("It was adopted <b>{when}</b>{source}."),
        Occurrence.POSSIBLY: _(
            "Its adoption is dated only <b>{when}</b>{source}; it may have come later than this date."
        ),
        Occurrence.NO: _("It was adopted only later, <b>{when}</b>{source}."),
    }[seen.adopted]
    parts = {"when": sentences.when(seen.decision), "source": sentences.sources(here, seen.decision)}
    return sentences.said(message, **parts)


def _answered(seen: DecisionAt) -> SafeString:
    """On how many of the things it asks for an action is on record."""
    asked, answered = len(seen.asking), len(seen.answered)
    if not asked:
        return SafeString(_("It asks for nothing that is on record."))
    message = ngettext(
        "It asks for {asked} thing; on {answered} an action is on record, on {silent} nothing is.",
        "It asks for {asked} things; on {answered} an action is on record, on {silent} nothing is.",
        asked,
    )
    numbers = {"asked": asked, "answered": answered, "silent": asked - answered}
    return sentences.said(message, **{name: sentences.number(value) for name, value in numbers.items()})
