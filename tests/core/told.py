"""Reading a composed report back: the words of a paragraph, with its items, and of its margin."""

from datetime import date

from quicksilver.core.record import Snapshot
from quicksilver.core.reports import status_report
from quicksilver.core.reports.outline import Document, Paragraph, plain


def find(document: Document, id: str) -> Paragraph:
    """The paragraph with an id, such as a.8."""
    blocks = [block for part in document.parts for block in part.blocks if isinstance(block, Paragraph)]
    return next(block for block in blocks if block.id == id)


def words(paragraph: Paragraph) -> str:
    """A paragraph as one text."""
    items = [f"{item.label} {plain(item.text)}" for item in paragraph.items]
    return " ".join(part for part in (plain(paragraph.text), *items, plain(paragraph.closing)) if part)


def margin(paragraph: Paragraph) -> list[str]:
    """The notes beside a paragraph, each after its kind."""
    return [f"{note.kind}: {plain(note.text)}" for note in paragraph.notes]


def told(record: Snapshot, id: str, day: str) -> str:
    """A paragraph of the English status report as at a date."""
    return words(find(status_report.compose(record, date.fromisoformat(day), "en"), id))
