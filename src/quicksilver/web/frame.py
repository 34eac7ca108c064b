"""What stands around every page: the topics, the date line with its two steps, the six languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from quicksilver.core.record import Entry
from quicksilver.core.reports.glance import telling
from quicksilver.services import record as reading
from quicksilver.web import naming
from quicksilver.web.here import Here

# Each topic with the pages that belong to it; its own page comes first.
TOPICS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Decisions"), ("decisions", "decision")),
    (_("Areas"), ("areas", "area")),
    (_("Partners"), ("partners", "partner")),
    (_("Meetings"), ("meetings", "meeting")),
    (_("Documents"), ("documents", "document", "sources", "source", "errata", "erratum")),
    (_("Funding"), ("funding", "grants", "grant-call")),
    (_("Reports"), ("reports", "status-report", "issued-report", "report-changes", "figures", "figure", "dates")),
)


@dataclass(frozen=True)
class Step:
    """A date on which something changed, and what."""

    on: date
    rows: tuple[Entry, ...]


def steps(here: Here) -> tuple[Step | None, Step | None]:
    """The dates before and after this page's on which anything changed, the future left out."""
    dated = reading.dates_of(here.record)
    before = [day for day, _row in dated if day < here.as_at]
    after = [day for day, _row in dated if here.as_at < day <= here.today]
    return _step(dated, max(before, default=None)), _step(dated, min(after, default=None))


def _step(dated: Sequence[tuple[date, Entry]], on: date | None) -> Step | None:
    return Step(on, tuple(row for day, row in dated if day == on)) if on else None


def said(here: Here, step: Step) -> SafeString:
    """What changed on a date: the first row by name, and how many others."""
    first = naming.name(here.record, min(step.rows, key=telling))
    others = len(step.rows) - 1
    if not others:
        return first
    message = ngettext("{change} and {number} other change", "{change} and {number} other changes", others)
    return format_html(message, change=first, number=others)
