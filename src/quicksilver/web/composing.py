"""The status report seen from here: composed once for each state of the record, its files made once."""

from datetime import date
from functools import lru_cache
from typing import Any

from quicksilver.adapters import documents
from quicksilver.core.record import Snapshot
from quicksilver.core.reports import comparison, glance, outline
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.outline import Document, Paragraph
from quicksilver.core.reports.status_report import basis, report
from quicksilver.records.models import IssuedReport
from quicksilver.services import issuing
from quicksilver.web.here import Here


def status_report(here: Here) -> Document:
    """The report as at the reader's date, in the reader's language."""
    return _composed(here.record, here.as_at, here.code, here.asked.get("known_at", ""))


@lru_cache(maxsize=64)
def _composed(record: Snapshot, as_at: date, language: str, known_at: str) -> Document:
    # A snapshot is the same object as long as nothing was changed, and hashes by identity.
    return report.compose(record, as_at, language, known_at)


def file(here: Here, format: str) -> bytes:
    """The report as a file; the same record gives the same bytes, so each is made once."""
    return _file(status_report(here), format)


@lru_cache(maxsize=24)
def _file(document: Document, format: str) -> bytes:
    return documents.render(document, format)


def length(document: Document) -> int:
    """Number of words of the numbered paragraphs; of characters in Chinese, which sets no spaces."""
    text = " ".join(_said(block) for part in document.parts for block in part.blocks if isinstance(block, Paragraph))
    return sum(not sign.isspace() for sign in text) if document.language == "zh" else len(text.split())


def _said(paragraph: Paragraph) -> str:
    lines = (paragraph.text, *(item.text for item in paragraph.items), paragraph.closing)
    return " ".join(outline.plain(line) for line in lines)


def report_before(here: Here) -> IssuedReport | None:
    """The last report issued for a date before the reader's: one SQL query."""
    return IssuedReport.objects.filter(as_at__lt=here.as_at).order_by("as_at", "issued_at").last()


def compared(here: Here, before: IssuedReport) -> dict[str, Any]:
    """What changed since an issued report: its frozen tree against the report as it would be now."""
    found = comparison.between(issuing.tree(before.key, here.code), status_report(here))
    tell = Narrator(here.record, here.as_at, here.code)
    figures = [
        (change, basis.label(tell, figure)) for change in found.figures if (figure := change.after or change.before)
    ]
    rows = glance.changes(here.record, before.as_at, here.as_at)
    return {"figures": figures, "paragraphs": found.paragraphs, "rows": rows}
