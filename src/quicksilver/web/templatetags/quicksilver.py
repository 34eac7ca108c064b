"""Words, numbers, dates and links of pages, in the reader's language; formats are the core's, never the locale's."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from quicksilver.core import formats, languages
from quicksilver.core.dates import KnownDate, Occurrence
from quicksilver.core.errors import Problem
from quicksilver.core.languages import Texts, Wording
from quicksilver.core.record import Entry
from quicksilver.core.reports.figures import Figure
from quicksilver.web import frame, links, marks, masthead, naming
from quicksilver.web.here import Here
from quicksilver.web.languages import UNADDRESSED, active

register = template.Library()

# -- links ------------------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def at(context: Context, page: str, **place: Any) -> str:
    """``{% at 'area' name='asgm' %}``: the address of a page, with language, date and knowledge kept."""
    return links.to(context["here"], page, **place)


@register.simple_tag(takes_context=True)
def row_at(context: Context, key: str) -> str:
    """``{% row_at 'area/asgm' %}``: the address of the page of a row."""
    return links.to_row(context["here"], key)


@register.simple_tag(takes_context=True)
def history_at(context: Context) -> str:
    """The address of the row under this page, with its history; empty where the page is about no row."""
    kind, _, name = links.row_of(context["here"]).partition("/")
    return links.to(context["here"], "record", kind=kind, name=name) if kind else ""


@register.simple_tag(takes_context=True)
def row_link(context: Context, row: Entry | str | None) -> SafeString:
    """``{% row_link row %}``: a row's name, opening its page; takes the row or its key; nothing for None."""
    here: Here = context["here"]
    entry = here.record.get(row) if isinstance(row, str) else row
    if entry is None:
        return SafeString(format_html('<bdi dir="ltr">{}</bdi>', row)) if row else SafeString("")
    return format_html('<a href="{}">{}</a>', links.to_row(here, entry.key), naming.name(here.record, entry))


@register.simple_tag(takes_context=True)
def row_name(context: Context, row: Entry | str | None) -> SafeString:
    """``{% row_name row %}``: a row's name, not linked."""
    here: Here = context["here"]
    return naming.name(here.record, here.record.get(row) if isinstance(row, str) else row)


@register.simple_tag(takes_context=True)
def sources(context: Context, row: Entry | None) -> SafeString:
    """``{% sources row %}``: the source marks of a row, ⟨a.8⟩, each opening the source."""
    return marks.sources(context["here"], row.sources if row else ())


@register.simple_tag(takes_context=True)
def figure(context: Context, value: Figure) -> SafeString:
    """``{% figure figure %}``: a figure as printed, opening its basis; unknown is said, never zero."""
    return marks.linked(context["here"], value)


# -- the frame --------------------------------------------------------------------------------------------


@register.simple_tag
def reader() -> languages.Language:
    """``{% reader as language %}``: the language that the page is in."""
    return languages.of(active())


@register.inclusion_tag("parts/topics.html", takes_context=True)
def topics(context: Context) -> dict[str, Any]:
    """The topics that the site has pages for."""
    here: Here | None = context.get("here")
    found = [
        {"name": name, "href": links.to(here, pages[0]), "current": here.route in pages}
        for name, pages in frame.TOPICS
        if here and links.exists(pages[0])
    ]
    return {"topics": found}


@register.inclusion_tag("parts/languages.html", takes_context=True)
def six_languages(context: Context) -> dict[str, Any]:
    """The six languages, each in its own name, each opening this same page."""
    here: Here | None = context.get("here")
    return {
        "languages": [
            {
                "language": spoken,
                "href": links.same_page(here, language=spoken.code) if here else _elsewhere(context, spoken.code),
                "current": spoken.code == (here.code if here else active()),
            }
            for spoken in languages.LANGUAGES.values()
        ]
    }


def _elsewhere(context: Context, code: str) -> str:
    """The address in another language of a page that has none in its own: signing in stays, others lead home."""
    request = context.get("request")
    if request is None or not request.path.startswith(f"/{UNADDRESSED}/"):
        return f"/{code}/"
    query = request.GET.copy()
    query["lang"] = code
    return f"?{query.urlencode()}"


@register.inclusion_tag("parts/search.html", takes_context=True)
def search_field(context: Context) -> dict[str, Any]:
    """The field for searching, which keeps the dates of the page."""
    here: Here | None = context.get("here")
    action = reverse("search", kwargs={"language": here.code if here else active()})
    asked = here.asked if here else {}
    return {
        "action": action,
        "asked": asked,
        "query": here.filters.get("q", "") if here and here.route == "search" else "",
    }


@register.inclusion_tag("parts/account.html", takes_context=True)
def account(context: Context) -> dict[str, Any]:
    """Who is signed in, or the way to sign in and come back to this page."""
    request = context.get("request")
    return {"actor": masthead.signed_in(request), "sign_in": masthead.sign_in(request, active()), "code": active()}


@register.inclusion_tag("parts/dateline.html", takes_context=True)
def dateline(context: Context) -> dict[str, Any]:
    """The date and the state of knowledge, with the dates of change on either side."""
    here: Here = context["here"]
    made = [
        {
            "step": step,
            "href": links.same_page(here, as_at=step.on.isoformat()),
            "what": frame.said(here, step),
        } if step else None
        for step in frame.steps(here)
    ]  # fmt: skip
    return {"here": here, "previous": made[0], "next": made[1]}


# -- words ------------------------------------------------------------------------------------------------


@register.filter
def words(texts: Texts | None) -> SafeString:
    """A text in six languages, in the reader's; marked where it is missing there."""
    return naming.words(texts) if texts else SafeString("")


@register.filter
def reader_first(texts: Texts) -> list[Wording]:
    """The wordings of a text, the reader's own first."""
    return sorted(texts.wordings, key=lambda wording: (wording.language != active(), wording.language != "en"))


@register.filter
def symbol(text: str) -> SafeString:
    """A document symbol: left to right, never torn apart."""
    return naming.symbol(text)


@register.filter
def label(code: str, listname: str) -> str:
    """``{{ stage|label:"area_stage" }}``: the words for a code."""
    return naming.label(listname, code)


@register.filter
def labels(codes: Iterable[str], listname: str) -> str:
    """The words for several codes, listed as the language lists things."""
    return formats.listing([naming.label(listname, code) for code in codes], active())


@register.filter
def letter(item: str) -> str:
    """The letter of an item as the language writes it: (a), a)."""
    return formats.letter(item, active()) if len(item) == 1 else item


@register.filter
def ltr(text: Any) -> SafeString:
    """A run that stays left to right in any text: a key, a digest, an address."""
    return SafeString(format_html('<bdi dir="ltr">{}</bdi>', text))


@register.filter
def language_name(code: str) -> SafeString:
    """A language in its own name."""
    spoken = languages.of(code)
    return SafeString(format_html('<bdi lang="{}">{}</bdi>', spoken.tag, spoken.name))


@register.filter
def language_tag(code: str) -> str:
    """The tag of a language, for ``lang`` attributes."""
    return languages.of(code).tag


@register.filter
def language_dir(code: str) -> str:
    """The direction a language is written in."""
    return languages.of(code).direction


@register.filter
def standing(code: str) -> str:
    """The standing of a source."""
    return {"official": gettext("official"), "secondary": gettext("secondary")}.get(code, code)


@register.filter
def wording_status(code: str) -> str:
    """How far a wording has come."""
    return {
        "official": gettext("official wording"),
        "reviewed": gettext("reviewed"),
        "draft": gettext("ours, unreviewed"),
        "machine": gettext("by machine, unreviewed"),
    }.get(code, gettext("missing"))


@register.filter
def problem(found: Problem) -> str:
    """A problem as a whole sentence."""
    return gettext(found.message).format_map(found.values)


@register.filter
def problem_count(errors: Any) -> int:
    """How many things are wrong with a form."""
    return sum(len(found) for found in errors.values())


@register.filter
def qr(svg: str) -> SafeString:
    """A code for an authenticator app, drawn by its library: the picture alone, without the head of a file."""
    return SafeString(svg[svg.index("<svg") :])


# -- dates and numbers ------------------------------------------------------------------------------------


@register.filter
def day(value: date | None) -> str:
    """A day in full."""
    return formats.day(value, active()) if value else ""


@register.filter
def known(value: KnownDate | None) -> str:
    """A date to the precision known, standing by itself."""
    return formats.date_known(value, active()) if value else gettext("date not on record")


@register.filter
def when(value: KnownDate | None) -> str:
    """A date to the precision known, as it stands in a sentence."""
    return formats.when(value, active()) if value else gettext("at an unknown date")


@register.filter
def number(value: Decimal | int | None) -> str:
    """A number; an unknown one is said to be unknown."""
    return gettext("not on record") if value is None else formats.number(value, active())


@register.filter
def printed(value: Figure) -> str:
    """The value of a figure, with its currency if it is money."""
    return marks.printed(value)


@register.filter
def amount(row: Entry) -> str:
    """The amount of a pledge, receipt or rule."""
    return naming.money(row["amount"], row["currency"]) if row["amount"] is not None else gettext("not on record")


@register.filter
def in_currency(value: Decimal | int, currency: str) -> str:
    """A bare amount with its currency."""
    return naming.money(Decimal(value), currency)


# -- states -----------------------------------------------------------------------------------------------

# States of areas, meetings, drafts and provisions: there, or under way. Every other one is not there yet.
_THERE = {"active", "held", "done", "ongoing", "adopted", "published", "considered", "taken_up", "issued", "certain"}
_UNDER_WAY = {
    "consultation", "in_consultation", "planned", "moved", "begun", "partly", "submitted", "draft", "possible",
}  # fmt: skip


@register.filter
def bead(code: str) -> SafeString:
    """The bead of a state: full, half or hollow; always beside its word, so it says nothing to a listener."""
    kind = "bead" if code in _THERE else "bead half" if code in _UNDER_WAY else "bead none"
    return SafeString(f'<span class="{kind}"></span>')


@register.filter
def occurrence(row: Entry, as_at: date) -> str:
    """“yes”, “possibly” or “no”: whether a row had taken effect by a date."""
    return row.occurred(as_at).value if row else Occurrence.NO.value
