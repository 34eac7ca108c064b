"""Documents for people: the same tree as a web page, as a printed page and in Word, and as data."""

from collections.abc import Callable, Sequence

from quicksilver.adapters.documents import docx, html, json, pdf
from quicksilver.core.errors import Problem
from quicksilver.core.reports.outline import Document

CONTENT_TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
}
FORMATS = tuple(CONTENT_TYPES)

_RENDERERS: dict[str, Callable[[Document], bytes]] = {
    "html": lambda document: html.page(document).encode(),
    "pdf": pdf.render,
    "docx": docx.render,
    "json": json.render,
}


def render(document: Document, format: str) -> bytes:
    """A document in one of the ``FORMATS``; the same document gives the same bytes.

    Raises
    ------
    KeyError
        The format is not one of ``FORMATS``.
    Refused
        This machine lacks what the format needs.
    """
    return _RENDERERS[format](document)


def missing(format: str) -> list[Problem]:
    """What this machine lacks for a format; empty for one that can be rendered."""
    return pdf.missing() if format == "pdf" else []


def render_each(document: Document, formats: Sequence[str]) -> list[bytes]:
    """A document in several of the ``FORMATS``, in their order."""
    return [render(document, format) for format in formats]
