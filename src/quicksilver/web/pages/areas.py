"""Partnership areas: which there are and how far each has come; what one of them is doing."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.core import areas as reading
from quicksilver.core.areas import AreaPosition
from quicksilver.core.record import Entry
from quicksilver.core.reports import glance
from quicksilver.core.reports.figures import Figure
from quicksilver.web import choices, marks, naming, sentences
from quicksilver.web.here import Here, page

LEADING = {"lead", "co_lead"}
LATER_STAGES = 6  # of the list, those that came later are shown up to this number

# How many areas have reached a stage.
COUNTED: dict[str, Callable[[int], str]] = {
    "active": lambda n: ngettext(
        "{number} partnership area is at work.", "{number} partnership areas are at work.", n),
    "consultation": lambda n: ngettext(
        "{number} more is under consultation.", "{number} more are under consultation.", n),
    "proposed": lambda n: ngettext("{number} is proposed.", "{number} are proposed.", n),
    "information": lambda n: ngettext(
        "On {number} information is being gathered.", "On {number} information is being gathered.", n),
    "merged": lambda n: ngettext("{number} became part of another.", "{number} became part of others.", n),
    "not_taken_up": lambda n: ngettext("{number} was not taken up.", "{number} were not taken up.", n),
}  # fmt: skip
# That an area has reached a stage, and when.
REACHED: dict[str, Callable[[], str]] = {
    "active": lambda: _("It became <b>active</b> {when}{source}."),
    "consultation": lambda: _("It came <b>under consultation</b> {when}{source}."),
    "proposed": lambda: _("It was <b>proposed</b> {when}{source}."),
    "information": lambda: _("<b>Information is being gathered</b> on it; that began {when}{source}."),
    "merged": lambda: _("It <b>became part</b> of another area, {area}, {when}{source}."),
    "not_taken_up": lambda: _("It was <b>not taken up</b>; that was settled {when}{source}."),
}


@page
def areas(request: HttpRequest, here: Here) -> HttpResponse:
    """The areas by a date, each with its stage; ``?stage=`` narrows the list."""
    stage = choices.asked(request, "stage", "area_stage")
    found = reading.areas_at(here.record, here.as_at)
    later = [row for row in glance.came_later(here.record, here.as_at) if row.kind == "area-stage"]
    context = {
        "here": here,
        "answer": _counts(here, reading.stage_figures(here.record, here.as_at)),
        "areas": [seen for seen in found if stage in ("", seen.code)],
        "total": len(found),
        "filter": choices.of(here, "stage", "area_stage", stage, (seen.code for seen in found)),
        "later": {"rows": later[:LATER_STAGES], "others": max(0, len(later) - LATER_STAGES)},
    }
    return render(request, "areas/areas.html", context)


@page
def area(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One area: its stages, leads, strategies, invitations, documents, names and corrections."""
    seen = reading.area_at(here.record, f"area/{name}", here.as_at)
    if seen is None:
        raise Http404
    context = {
        "here": here,
        "name": name,
        "area": seen.at.area,
        "seen": seen,
        "answer": sentences.joined([_stage(here, seen), _objective(here, seen)]),
        "finding_on_leads": _leads(seen),
        "gaps": _gaps(seen),
        "later": {"rows": seen.later, "others": 0},
    }
    return render(request, "areas/area.html", context)


def _counts(here: Here, stages: tuple[Figure, ...]) -> SafeString:
    said = [
        sentences.said(COUNTED[code](int(figure.value)), number=marks.linked(here, figure))
        for figure in stages
        if figure.value and (code := figure.id.partition(".")[2])
    ]
    return sentences.joined(said or [SafeString(_("No partnership area is on record yet."))])


def _stage(here: Here, seen: AreaPosition) -> SafeString:
    """The stage reached, or that may have been reached."""
    stage, possible = seen.at.stage, seen.at.possible
    if stage:
        told = _reached(here, stage)
        return sentences.joined([told, _perhaps_since(here, possible)]) if possible else told
    if possible:
        message = _("Its stage is <b>not certain</b> by this date: “{stage}” is dated only {when}{source}.")
        return _dated(here, message, possible)
    return SafeString(_("It had <b>not been named</b> by this date."))


def _reached(here: Here, stage: Entry) -> SafeString:
    parts = {"area": sentences.running(here, stage["into"])} if stage["stage"] == "merged" else {}
    message = REACHED[stage["stage"]]()
    return sentences.said(message, when=sentences.when(stage), source=sentences.sources(here, stage), **parts)


def _perhaps_since(here: Here, possible: Entry) -> SafeString:
    return _dated(here, _("It may have moved on since: “{stage}” is dated only {when}{source}."), possible)


def _dated(here: Here, message: str, stage: Entry) -> SafeString:
    word = naming.label("area_stage", stage["stage"])
    return sentences.said(message, stage=word, when=sentences.when(stage), source=sentences.sources(here, stage))


def _objective(here: Here, seen: AreaPosition) -> SafeString:
    stated = seen.objective
    if stated is None:
        return SafeString(_("No objective is on record."))
    source = sentences.sources(here, stated)
    return sentences.said(
        _("Its objective: {objective}{source}."), objective=naming.words(stated["text"]), source=source
    )


def _leads(seen: AreaPosition) -> str:
    """Whether somebody leads, as far as the record says."""
    leads = sum(role["role"] in LEADING for role in seen.roles)
    if leads:
        message = ngettext("{number} lead is on record", "{number} leads are on record", leads)
        return message.format(number=leads)
    if seen.roles:
        number = len(seen.roles)
        message = ngettext(
            "No lead is on record; {number} other role is", "No lead is on record; {number} other roles are", number
        )
        return message.format(number=number)
    return _("Who leads it is not on record")


def _gaps(seen: AreaPosition) -> list[str]:
    """What a reader would look for and the record does not hold."""
    has = {role["role"] for mention in seen.mentions for role in mention.roles}
    missing = {
        _("a lead"): not any(role["role"] in LEADING for role in seen.roles),
        _("an objective"): seen.objective is None,
        _("a business plan"): "business_plan" not in has,
        _("money given to this area"): True,
        _("kilograms of mercury"): True,
    }
    return [words for words, is_missing in missing.items() if is_missing]
