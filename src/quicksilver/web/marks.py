"""Figures and sources as a reader sees them: a value that opens its basis, a mark that opens a source."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quicksilver.core import formats
from quicksilver.core.record import SourceRef
from quicksilver.core.reports.figures import Figure
from quicksilver.web import links, naming
from quicksilver.web.here import Here
from quicksilver.web.languages import active

JOINER = "\N{WORD JOINER}"  # so that no line begins with a mark


def printed(figure: Figure) -> str:
    """The value of a figure, with its currency if it is money; an unknown one is said to be unknown."""
    if figure.value is None:
        return _("not on record")
    if len(figure.unit) == 3 and figure.unit.isupper():
        return naming.money(figure.value, figure.unit)
    return formats.number(figure.value, active())


def linked(here: Here, figure: Figure) -> SafeString:
    """A figure as printed, with the place in its source as the mark that opens its basis."""
    place = next((row.locator for row in figure.basis if row.locator), "")
    address = links.to(here, "figure", id=figure.id)
    if not place:
        return SafeString(format_html('<a class="fig" href="{}">{}</a>', address, printed(figure)))
    opens = _("What this figure rests on: {place}").format(place=place)
    mark = '<span class="fig">{}<a class="src" href="{}" aria-label="{}">{}⟨<bdi dir="ltr">{}</bdi>⟩</a></span>'
    return SafeString(format_html(mark, printed(figure), address, opens, JOINER, place))


def sources(here: Here, refs: Iterable[SourceRef]) -> SafeString:
    """The marks of sources, ⟨a.8⟩, each opening its source."""
    return SafeString(format_html_join("", "{}", ((_source(here, ref),) for ref in dict.fromkeys(refs))))


def _source(here: Here, ref: SourceRef) -> SafeString:
    source = here.record.get(ref.source)
    mark_of = source.fields.get("mark") if source else ""
    short = mark_of or ref.locator or ref.source.partition("/")[2]
    opens = _("Source: {source}").format(source=f"{mark_of or ''} {ref.locator}".strip() or short)
    address = links.to_row(here, ref.source)
    mark = '<a class="src" href="{}" aria-label="{}">{}⟨<bdi dir="ltr">{}</bdi>⟩</a>'
    return SafeString(format_html(mark, address, opens, JOINER, short))
