"""Stakeholders: who takes part and in what way; what one of them brings, answers, asks for and gives."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from quicksilver.core import codelists, partners
from quicksilver.core.partners import PartnerAt, PartnerPosition
from quicksilver.web import choices, naming, sentences
from quicksilver.web.here import Here, page

# What a stakeholder did, by the kind of row that says so.
DEEDS: dict[str, str | Promise] = {
    "area-role": gettext_lazy("Roles in areas"),
    "reply": gettext_lazy("Replies to invitations"),
    "invitation": gettext_lazy("Invitations issued"),
    "appeal": gettext_lazy("Appeals sent"),
    "pledge": gettext_lazy("Pledges"),
    "receipt": gettext_lazy("Money received from it"),
    "call": gettext_lazy("Calls for proposals"),
    "proposal": gettext_lazy("Proposals submitted"),
}


@page
def stakeholders(request: HttpRequest, here: Here) -> HttpResponse:
    """All stakeholders, by kind; ``?kind=`` narrows the list."""
    kind = choices.asked(request, "kind", "stakeholder_kind")
    found = partners.partners_at(here.record, here.as_at)
    context = {
        "here": here,
        "answer": _counts(found),
        "kinds": [(code, rows) for code in _kinds(kind) if (rows := _of_kind(found, code))],
        "total": len(found),
        "filter": choices.of(here, "kind", "stakeholder_kind", kind, (seen.stakeholder["kind"] for seen in found)),
    }
    return render(request, "partners/partners.html", context)


@page
def partner(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One stakeholder: its country and group, and what it did by a date."""
    seen = partners.partner_at(here.record, f"stakeholder/{name}", here.as_at)
    if seen is None:
        raise Http404
    context = {
        "here": here,
        "name": name,
        "partner": seen.at.stakeholder,
        "seen": seen,
        "answer": sentences.joined([_kind(here, seen), _does(seen)]),
        "deeds": [(words, seen.at.of(kind)) for kind, words in DEEDS.items() if seen.at.of(kind)],
        "silent": [words for kind, words in DEEDS.items() if not seen.at.of(kind)],
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "partners/partner.html", context)


def _kinds(chosen: str) -> tuple[str, ...]:
    return (chosen,) if chosen else codelists.codes("stakeholder_kind")


def _of_kind(found: tuple[PartnerAt, ...], code: str) -> list[tuple[PartnerAt, list[tuple[str | Promise, int]]]]:
    """The stakeholders of a kind, each with how many of which deeds."""
    return [
        (seen, [(DEEDS[kind], len(rows)) for kind, rows in seen.deeds.items()])
        for seen in found
        if seen.stakeholder["kind"] == code
    ]


def _counts(found: tuple[PartnerAt, ...]) -> SafeString:
    if not found:
        return SafeString(_("No stakeholder is on record."))
    roles = sum(seen.has_role for seen in found)
    acted = sum(bool(seen.deeds) for seen in found)
    count = ngettext("{number} stakeholder is on record.", "{number} stakeholders are on record.", len(found))
    act = ngettext(
        "Of {number} an act in the programme is dated by now.",
        "Of {number} an act in the programme is dated by now.",
        acted,
    )
    role = ngettext("{number} has a role in an area.", "{number} have a role in an area.", roles)
    told = ((len(found), count), (acted, act), (roles, role))
    return sentences.joined(sentences.said(words, number=sentences.number(value)) for value, words in told)


def _kind(here: Here, seen: PartnerPosition) -> SafeString:
    """What kind of stakeholder it is, and of which organization it is an organ."""
    row = seen.at.stakeholder
    kind = sentences.bold(naming.label("stakeholder_kind", row["kind"]))
    if row["part_of"]:
        whole = sentences.running(here, row["part_of"])
        return sentences.said(_("Kind of stakeholder: {kind} ({organization})."), kind=kind, organization=whole)
    return sentences.said(_("Kind of stakeholder: {kind}."), kind=kind)


def _does(seen: PartnerPosition) -> SafeString:
    """How much of what it did is dated by now."""
    number = sum(len(rows) for rows in seen.at.deeds.values())
    if not number:
        return SafeString(_("No act of its own in the programme is on record by this date."))
    message = ngettext(
        "By this date {number} act of its own in the programme is on record.",
        "By this date {number} acts of its own in the programme are on record.",
        number,
    )
    return sentences.said(message, number=sentences.number(number))
