"""The document as a web page: the article that pages embed, and a file that stands alone."""

from functools import cache
from html import escape
from pathlib import Path

from quicksilver.adapters.documents import blocks
from quicksilver.adapters.documents.inline import FIGURE, Link, setting
from quicksilver.core import languages
from quicksilver.core.reports.outline import Document, plain

_STYLE = Path(__file__).parent / "style"
_LATIN = (
    '"Noto Serif", "Noto Serif CJK SC", "Noto Naskh Arabic", serif',
    '"Noto Sans", "Noto Sans CJK SC", sans-serif',
)
_FACES = {
    "zh": ('"Noto Serif CJK SC", "Noto Serif", serif', '"Noto Sans CJK SC", "Noto Sans", sans-serif'),
    "ar": ('"Noto Naskh Arabic", "Noto Serif", serif', '"Noto Naskh Arabic", "Noto Sans", sans-serif'),
}


def fragment(document: Document, link: Link) -> str:
    """The document as one ``<article>``, for a page that has its own style sheet.

    Parameters
    ----------
    document : Document
        What is set.
    link : callable
        ``link("record", key)`` and ``link("figure", id)`` give an address, or None where there is none.
    """
    return _article(document, blocks.article(document, setting(document, link)))


def page(document: Document) -> str:
    """The document as an HTML file that stands alone; its figures open their row in the annex of figures."""
    return _page(document, fragment(document, within(document)), "screen.css")


def paged(document: Document) -> str:
    """The same article in the typesetter's form: footnotes at the foot of the page, no margin."""
    content = blocks.article(document, setting(document, within(document), paged=True))
    return _page(document, _article(document, content), "paper.css")


def within(document: Document) -> Link:
    """Addresses within the document itself: a figure opens its row in the annex of figures, if it has one."""
    listed = blocks.listed_figures(document)
    return lambda kind, target: blocks.figure_anchor(target) if kind == FIGURE and target in listed else None


def _article(document: Document, content: str) -> str:
    language = languages.of(document.language)
    return f'<article class="doc" lang="{language.tag}" dir="{language.direction}">\n{content}\n</article>'


def _page(document: Document, article: str, sheet: str) -> str:
    language = languages.of(document.language)
    return (
        f'<!doctype html>\n<html lang="{language.tag}" dir="{language.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{escape(plain(document.masthead.organ))}">\n'
        f'<meta name="dcterms.created" content="{document.as_at.isoformat()}">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{_sheet(sheet, document.language)}</style>\n</head>\n"
        f'<body class="report">\n<main>\n{article}\n</main>\n</body>\n</html>\n'
    )


@cache
def _sheet(name: str, language: str) -> str:
    """A style sheet with the faces of the language: its own script's face first, so that signs keep their width."""
    serif, sans = _FACES.get(language, _LATIN)
    sheet = (_STYLE / name).read_text(encoding="utf-8")
    return sheet.replace("FACES-SERIF", serif).replace("FACES-SANS", sans)
