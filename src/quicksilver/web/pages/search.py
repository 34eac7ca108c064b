"""Search: which rows hold these words, this symbol, this amount?"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.core import languages, search
from quicksilver.core.record import Entry
from quicksilver.services import asking, searching
from quicksilver.services.searching import Found, Results
from quicksilver.web import choices, fields, links, naming, sentences
from quicksilver.web.here import Here, page
from quicksilver.web.languages import active


@dataclass(frozen=True)
class Shown:
    """A row found, ready for a page; without a line where its name is what was found."""

    row: Entry
    href: str
    name: SafeString
    kind: str
    line: SafeString


@page
def results(request: HttpRequest, here: Here) -> HttpResponse:
    """What was found; ``?kind=`` narrows it, once for each kind, and ``?after=`` goes on."""
    asked, kinds = request.GET.get("q", ""), request.GET.getlist("kind")
    known_at = here.asked.get("known_at", "")
    found = searching.find(
        here.record,
        asked,
        language=here.code,
        as_at=here.as_at,
        moment=asking.moment_of(known_at, timezone.now(), []) if known_at else None,
        kinds=kinds,
        after=request.GET.get("after", ""),
    )
    context = {
        "here": here,
        "query": asked.strip()[: search.LONGEST],
        "answer": _answer(found),
        "found": found,
        "rows": [_shown(here, hit) for hit in found.rows],
        "last": found.first + len(found.rows) - 1,
        "filter": _filter(here, found, kinds),
        "today": _address(here, found, kinds, as_at=""),
        "first_page": _address(here, found, kinds) if found.first > 1 else "",
        "next_page": _address(here, found, kinds, after=found.after) if found.after else "",
        "next_size": min(searching.PAGE, found.total - found.first - len(found.rows) + 1),
    }
    return render(request, "search/results.html", context)


def _answer(found: Results) -> SafeString:
    """How many rows hold what is looked for."""
    if not found.query:
        return SafeString(_("Write a word, a symbol or an amount in any of the six languages."))
    quoted = sentences.bold(found.query.text)
    if not found.total:
        return sentences.said(_("No row on record by this date holds “{query}”."), query=quoted)
    message = ngettext("{number} row holds “{query}”.", "{number} rows hold “{query}”.", found.total)
    return sentences.said(message, number=sentences.number(found.total), query=quoted)


def _shown(here: Here, hit: Found) -> Shown:
    name, line = naming.name(here.record, hit.row), _line(hit)
    if strip_tags(name) == naming.first_up(hit.line.text):
        name, line = _line(hit, upper=True), SafeString("")
    return Shown(hit.row, links.to_row(here, hit.row.key), name, str(fields.kind(hit.row.kind)), line)


def _line(hit: Found, *, upper: bool = False) -> SafeString:
    """The line in which a row was found, the words marked; in another language, marked as that too."""
    row, line = hit.row, hit.line
    if line.is_amount:
        return SafeString(format_html("<mark>{}</mark>", naming.money(row["amount"], row["currency"])))
    whole = naming.first_up(line.text) if upper else line.text
    cut = search.excerpt(whole, hit.spans, around=len(whole) if upper else search.AROUND)
    marked = ((format_html("<mark>{}</mark>", text) if wanted else text,) for text, wanted in cut)
    pieces = format_html_join("", "{}", marked)
    if not line.language:
        return SafeString(format_html("<bdi>{}</bdi>", pieces))
    if line.language == active():
        return SafeString(pieces)
    spoken = languages.of(line.language)
    return SafeString(
        format_html('<span class="foreign" lang="{}" dir="{}">{}</span>', spoken.tag, spoken.direction, pieces)
    )


def _filter(here: Here, found: Results, kinds: list[str]) -> choices.Filter:
    """The kinds of rows found, each a word that can be chosen and taken away; several may be chosen."""
    shown = dict.fromkeys([*kinds, *sorted(found.by_kind, key=lambda kind: (-found.by_kind[kind], kind))])
    words = tuple(
        choices.Choice(
            label=str(fields.kind(kind)),
            href=_address(
                here, found, [other for other in kinds if other != kind] if kind in kinds else [*kinds, kind]
            ),
            number=found.by_kind.get(kind, 0),
            chosen=kind in kinds,
        )
        for kind in shown
    )
    return choices.Filter(",".join(kinds), words, _address(here, found, []))


def _address(here: Here, found: Results, kinds: list[str], *, after: str = "", **dates: str) -> str:
    """The same search with other kinds, at another place of the list, or at another date."""
    address = links.to(here, "search", **dates)
    asked = [("q", found.query.text), *(("kind", kind) for kind in kinds), *([("after", after)] if after else [])]
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"
