"""Small parts that the topic pages share: what is only perhaps so, six languages side by side, words as printed."""

from collections.abc import Iterable

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from quicksilver.core import formats, languages, mandates
from quicksilver.core.dates import Occurrence
from quicksilver.core.languages import Texts, Wording
from quicksilver.core.record import Entry
from quicksilver.web import naming, sentences
from quicksilver.web.here import Here
from quicksilver.web.languages import active

register = template.Library()


@register.simple_tag(takes_context=True)
def entry(context: Context, key: str | None) -> Entry | None:
    """``{% entry key as row %}``: the row with a key, or None."""
    here: Here = context["here"]
    return here.record.get(key)


@register.simple_tag(takes_context=True)
def perhaps(context: Context, row: Entry) -> SafeString:
    """``{% perhaps row %}``: says so where a row may not have come about by the date, or came later."""
    occurred = row.occurred(context["here"].as_at)
    words = ""
    if occurred is Occurrence.POSSIBLY:
        words = gettext("(perhaps; the record does not say by this date)")
    elif occurred is Occurrence.NO:
        words = gettext("(came out later)") if row.kind == "document" else gettext("(later than this date)")
    return SafeString(format_html(' <span class="quiet">{}</span>', words)) if words else SafeString("")


@register.simple_tag
def pair(thing: object, what: object) -> SafeString:
    """``{% pair thing what %}``: two things, parted as the language parts a heading from what it heads."""
    return SafeString(format_html(gettext("{thing}: {what}"), thing=thing, what=what))


@register.simple_tag(takes_context=True)
def linked_list(context: Context, rows: Iterable[Entry]) -> SafeString:
    """``{% linked_list rows %}``: rows by name, each opening its page, listed as the language lists things."""
    return sentences.listed(sentences.link(context["here"], row) for row in rows)


@register.filter
def strong(words: object) -> SafeString:
    """Words in bold."""
    return sentences.bold(words)


@register.filter
def dated(row: Entry) -> SafeString:
    """The date of a row, in brackets."""
    known = formats.date_known(row.effective, active()) if row.effective else gettext("date not on record")
    return SafeString(format_html(gettext("({when})"), when=known))


@register.simple_tag(takes_context=True)
def printed_fault(context: Context, fault: Entry) -> SafeString:
    """``{% printed_fault fault %}``: the faulty words as they stand, on the marker, in their language."""
    version = context["here"].record.get(fault["version"])
    spoken = languages.of(version["language"]) if version else languages.of("en")
    mark = '<mark lang="{}" dir="{}">{}</mark>'
    return SafeString(format_html(mark, spoken.tag, spoken.direction, fault["as_printed"]))


@register.filter
def six(texts: Texts) -> list[tuple[str, Wording | None]]:
    """Each of the six languages with its wording; None where it is missing."""
    return [(code, texts.of(code)) for code in languages.CODES]


@register.filter
def upper_words(texts: Texts | None) -> SafeString:
    """A text of running words, standing by itself."""
    return naming.words(texts, upper=True) if texts else SafeString("")


@register.filter
def title_beside(document: Entry) -> SafeString:
    """The title of a document whose name is its symbol; nothing where the title is the name."""
    return naming.words(document["title"], upper=True) if document["symbol"] and document["title"] else SafeString("")


@register.filter
def meeting_bead(code: str) -> SafeString:
    """The bead of a meeting: filled when held, half when moved, hollow while planned or when cancelled."""
    kind = {"held": "bead", "moved": "bead half"}.get(code, "bead none")
    return SafeString(f'<span class="{kind}"></span>')


@register.filter
def issue_bead(issued: Occurrence) -> SafeString:
    """The bead of a document: filled when out, half when perhaps out, hollow when only spoken of."""
    kind = {Occurrence.YES: "bead", Occurrence.POSSIBLY: "bead half"}.get(issued, "bead none")
    return SafeString(f'<span class="{kind}"></span>')


@register.filter
def place(provision: Entry) -> SafeString:
    """Paragraph and item of a provision, as the language cites them."""
    cited = mandates.local_place(provision["paragraph"], provision["item"], active())
    return SafeString(format_html("<bdi>{}</bdi>", cited))


@register.filter
def anchor(key: str) -> str:
    """The anchor of a row within a page."""
    return key.partition("/")[2]
