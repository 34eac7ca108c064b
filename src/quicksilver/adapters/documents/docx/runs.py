"""The words of a line as Word runs: direction, language, figures that open their row, footnote marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from quicksilver.adapters.documents import bidi
from quicksilver.adapters.documents.docx import faces
from quicksilver.adapters.documents.docx.xml import Element, element, flag, text, value
from quicksilver.core.reports.outline import FigureRef, FootnoteRef, Inline, Line, Symbol

BOOKMARK_LENGTH = 40  # Word refuses longer names


@dataclass(frozen=True)
class Setting:
    """What a line needs to know of its document.

    ``notes`` gives the id of each footnote by its mark, ``listed`` the figures that have a row to open.
    """

    language: str
    notes: Mapping[str, str] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()


def line(parts: Line, given: Setting) -> list[Element]:
    """The runs of a line."""
    return [made for part in parts for made in _part(part, given)]


def words(said: str, language: str, style: str = "", tag: str = "") -> list[Element]:
    """Words as runs of one direction each; ``tag`` is their language where it is not the document's."""
    return [_run(_loosened(run), language, style, tag, foreign=run.foreign) for run in bidi.runs(said, language)]


def _loosened(run: bidi.Run) -> str:
    """A no-break space between a number and an Arabic word lets LibreOffice tear the number; a plain one does not."""
    return f" {run.text[1:]}" if run.text.startswith("\u00a0") and not run.foreign else run.text


def bookmark(figure: str) -> str:
    """The name of the place where a figure's basis stands."""
    return f"figure_{re.sub(r'[^A-Za-z0-9]', '_', figure)}"[:BOOKMARK_LENGTH]


def _part(part: Inline, given: Setting) -> list[Element]:
    language, notes = given.language, given.notes
    if isinstance(part, FootnoteRef):
        return [_footnote(part.mark, notes[part.mark])] if part.mark in notes else words(part.mark, language)
    if isinstance(part, FigureRef):
        made = words(part.text, language, "Figure")
        opens = part.figure in given.listed
        return [element("hyperlink", *made, anchor=bookmark(part.figure), history="1")] if opens else made
    if isinstance(part, Symbol):
        return [_run(part.text, "en", "", "", foreign=True)]
    if part.language and part.language != language:
        return words(part.text, part.language, "Untranslated", part.language)
    return words(part.text, language)


def _run(said: str, language: str, style: str, tag: str, *, foreign: bool) -> Element:
    layout = element("rPr")
    layout.extend([value("rStyle", style)] if style else [])
    layout.extend([faces.hinted(element("rFonts"))] if language == "zh" else [])
    layout.extend([flag("rtl")] if faces.is_rtl(language) and not foreign else [])
    layout.extend([faces.tagged(tag)] if tag else [])
    return element("r", *([layout] if len(layout) else []), text(said))


def _footnote(mark: str, id: str) -> Element:
    """A reference with a mark of its own instead of a number."""
    reference = element("footnoteReference", customMarkFollows="1", id_=id)
    return element("r", element("rPr", value("rStyle", "FootnoteReference")), reference, text(mark))
