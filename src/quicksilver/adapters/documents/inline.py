"""The words of a line as markup: links, symbols, figures, footnote marks, and runs of the other direction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from quicksilver.adapters.documents import bidi
from quicksilver.core import languages
from quicksilver.core.reports.outline import Document, FigureRef, FootnoteRef, Inline, Line, Ref, Symbol, Text

Link = Callable[[str, str], str | None]

RECORD, FIGURE = "record", "figure"


@dataclass(frozen=True)
class Setting:
    """What a line needs to know of the document it stands in.

    Parameters
    ----------
    language : str
        The document's language.
    link : callable
        The address of a target (``record`` key or ``figure`` id), or None for no link.
    places : mapping
        For each figure, the place in the source it rests on, shown as its mark.
    footnotes : mapping
        The words of each footnote, by mark.
    paged : bool
        Whether the document is set in pages: footnotes stand at the foot of the page, figures carry no mark.
    """

    language: str
    link: Link
    places: Mapping[str, str] = field(default_factory=dict)
    footnotes: Mapping[str, Line] = field(default_factory=dict)
    paged: bool = False


def setting(document: Document, link: Link, *, paged: bool = False) -> Setting:
    """The setting of a document's lines."""
    places = {figure.id: next((row.locator for row in figure.basis if row.locator), "") for figure in document.figures}
    footnotes = {footnote.mark: footnote.text for footnote in document.footnotes}
    return Setting(document.language, link, places, footnotes, paged)


def line(parts: Line, given: Setting, *, marked: bool = True) -> str:
    """A line as markup.

    ``marked`` puts the marker on words that are missing in the document's language; margin notes, which quote
    other languages on purpose, do without.
    """
    return "".join(_part(part, given, marked) for part in parts)


def words(text: str, language: str) -> str:
    """Words of the document's own language; runs against its direction are isolated."""
    return "".join(
        f'<bdi dir="ltr">{escape(run.text)}</bdi>' if run.foreign else escape(run.text)
        for run in bidi.runs(text, language)
    )


def _part(part: Inline, given: Setting, marked: bool) -> str:
    if isinstance(part, FigureRef):
        return _figure(part, given)
    if isinstance(part, FootnoteRef):
        return _footnote(part, given)
    if isinstance(part, Symbol):
        return _linked(_symbol(part.text, given), RECORD, part.key, given)
    shown = _other(part, given, marked) if part.language else words(part.text, given.language)
    return shown if isinstance(part, Text) else _linked(shown, RECORD, part.key, given)


def _linked(shown: str, kind: str, target: str, given: Setting) -> str:
    href = given.link(kind, target) if target else None
    return f'<a href="{escape(href)}">{shown}</a>' if href else shown


def _symbol(text: str, given: Setting) -> str:
    # In pages the breaks after slashes come from the typesetter; a <wbr> would leave an invisible sign in the text.
    breakable = "/" if given.paged else "/<wbr>"
    return f'<bdi class="sym" dir="ltr">{breakable.join(escape(piece) for piece in text.split("/"))}</bdi>'


def _other(part: Text | Ref, given: Setting, marked: bool) -> str:
    """Words in another language, said to be so."""
    other = languages.of(part.language)
    shown = f'<bdi lang="{other.tag}" dir="{other.direction}">{words(part.text, other.code)}</bdi>'
    return f"<mark>{shown}</mark>" if marked else shown


def _figure(part: FigureRef, given: Setting) -> str:
    shown = words(part.text, given.language)
    place = given.places.get(part.figure, "")
    mark = f'<span class="src">⟨<bdi dir="ltr">{escape(place)}</bdi>⟩</span>' if place and not given.paged else ""
    href = given.link(FIGURE, part.figure)
    if not href:
        return f'<b class="fig">{shown}</b>'
    return f'<a class="fig" href="{escape(href)}">{shown}{mark}</a>'


def _footnote(part: FootnoteRef, given: Setting) -> str:
    mark = escape(part.mark)
    if not given.paged:
        number = list(given.footnotes).index(part.mark) + 1 if part.mark in given.footnotes else 0
        return f'<a class="src" id="fn-{number}-call" href="#{footnote_id(number)}">{mark}</a>' if number else mark
    text = line(given.footnotes.get(part.mark, ()), given)
    return f'<span class="footnote" data-mark="{mark}">{text}</span>' if text else mark


def footnote_id(number: int) -> str:
    """The anchor of a footnote; the first is plain ``fn``, as nearly every document has just one."""
    return "fn" if number == 1 else f"fn-{number}"
