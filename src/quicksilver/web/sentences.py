"""Sentences of topic pages: whole messages with marked-up parts, one after another."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quicksilver.core import formats, languages
from quicksilver.core.record import Entry
from quicksilver.web import links, marks, naming
from quicksilver.web.here import Here
from quicksilver.web.languages import active


def said(message: str, **parts: object) -> SafeString:
    """A translated message with its placeholders filled; what is no mark-up is escaped."""
    return SafeString(format_html(message, **parts)) if parts else SafeString(message)


def joined(sentences: Iterable[SafeString]) -> SafeString:
    """Whole sentences one after another; Chinese sets no space between them."""
    return format_html_join("" if active() == "zh" else " ", "{}", ((sentence,) for sentence in sentences if sentence))


def listed(parts: Iterable[SafeString]) -> SafeString:
    """Several marked-up things, listed as the language lists things."""
    items = tuple(parts)
    template = formats.listing([f"{{{number}}}" for number in range(len(items))], active())
    return SafeString(format_html(template, *items))


def bold(text: object) -> SafeString:
    """A figure or word that answers the question."""
    return SafeString(format_html("<b>{}</b>", text))


def number(value: int) -> SafeString:
    """A bold number, its digits in groups."""
    return bold(formats.number(value, active()))


def when(row: Entry) -> str:
    """When a row took effect, as it stands in a sentence."""
    return formats.when(row.effective, active()) if row.effective else _("at an unknown date")


def sources(here: Here, row: Entry | None) -> SafeString:
    """The source marks of a row."""
    return marks.sources(here, row.sources if row else ())


def link(here: Here, row: Entry) -> SafeString:
    """The name of a row, opening its page."""
    return SafeString(format_html('<a href="{}">{}</a>', links.to_row(here, row.key), naming.name(here.record, row)))


def running(here: Here, key: str | None) -> SafeString:
    """The name of a row as it stands in a sentence, opening its page; nothing where there is no such row."""
    row = here.record.get(key)
    if row is None:
        return SafeString("")
    name = naming.words(row.fields.get("short_names") or row["names"])
    return SafeString(format_html('<a href="{}">{}</a>', links.to_row(here, row.key), name))


def spoken(code: str) -> SafeString:
    """A language in its own name."""
    language = languages.of(code)
    return SafeString(format_html('<bdi lang="{}">{}</bdi>', language.tag, language.name))
