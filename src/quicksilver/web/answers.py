"""The sentences that answer a page's question, whole, with their figures; each opens what it rests on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.core import dated, formats
from quicksilver.core.dates import Occurrence
from quicksilver.core.funding import FundingPosition
from quicksilver.core.record import Entry
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.glance import Glance
from quicksilver.core.reports.status_report.subjects import STRENGTHENED_BY
from quicksilver.records.models import IssuedReport
from quicksilver.services import record as reading
from quicksilver.web import marks, naming
from quicksilver.web.here import Here
from quicksilver.web.languages import active


@dataclass(frozen=True)
class Since:
    """From when changes are listed: the last issued report, else the decision, else the first record."""

    on: date
    report: IssuedReport | None = None
    decision: Entry | None = None


def last_report(here: Here) -> Since:
    """The issued report before this date; with none, the decision that the programme answers: one SQL query."""
    report = IssuedReport.objects.filter(as_at__lt=here.as_at).order_by("as_at", "issued_at").last()
    if report:
        return Since(report.as_at, report)
    decision = here.record.get(STRENGTHENED_BY)
    if decision and decision.effective and dated.occurred(decision, here.as_at) is Occurrence.YES:
        return Since(decision.effective.latest, None, decision)
    return Since(reading.dates_of(here.record)[0][0])


def standing(here: Here, seen: Glance) -> SafeString:
    """Where the programme stands: its areas, then its money."""
    return _joined([*_areas(here, seen), *_money(here, seen.funding)])


def _areas(here: Here, seen: Glance) -> list[SafeString]:
    active_areas, consulted, studied = (seen.stage(code) for code in ("active", "consultation", "information"))
    if not seen.areas:
        return [SafeString(_("No partnership area is on record yet."))]
    return [
        *_counted(here, active_areas, lambda n: ngettext(
            "{number} partnership area is at work.", "{number} partnership areas are at work.", n)),
        *_counted(here, consulted, lambda n: ngettext(
            "{number} more is under consultation.", "{number} more are under consultation.", n)),
        *_counted(here, studied, lambda n: ngettext(
            "On {number} information is being gathered.", "On {number} information is being gathered.", n)),
        *_uncertain(here, sum(area.stage is None for area in seen.areas)),
    ]  # fmt: skip


def _uncertain(here: Here, number: int) -> list[SafeString]:
    """Areas of which the record does not say whether they had been entered by this date."""
    message = ngettext(
        "Of {number} area the record does not say whether it had been taken up by this date.",
        "Of {number} areas the record does not say whether they had been taken up by this date.",
        number,
    )
    shown = format_html("<b>{}</b>", formats.number(number, here.code))
    return [SafeString(format_html(message, number=shown))] if number else []


def _counted(here: Here, figure: Figure | None, message: Callable[[int], str]) -> list[SafeString]:
    if figure is None or not figure.value:
        return []
    return [SafeString(format_html(message(int(figure.value)), number=marks.linked(here, figure)))]


def _money(here: Here, position: FundingPosition) -> list[SafeString]:
    """What was pledged and what came; a pledge is not a receipt, and silence is not zero."""
    if position.pledges and not position.receipts:
        message = _("{amount} has been pledged; no receipt is on record.")
        return [format_html(message, amount=_listed(here, position.pledged))]
    if position.receipts:
        message = _("{pledged} has been pledged and {received} received.")
        return [
            format_html(message, pledged=_listed(here, position.pledged), received=_listed(here, position.received))
        ]
    if position.possible_pledges:
        return [_possible(here, row) for row in position.possible_pledges]
    if position.covering:
        message = _("No funds or pledges have been received{source}.")
        return [format_html(message, source=marks.sources(here, position.covering.sources))]
    return [SafeString(_("No pledge and no receipt is on record."))]


def _possible(here: Here, row: Entry) -> SafeString:
    message = _(
        "A pledge of {amount}{source} is on record, dated only {when}; it may or may not have been made by this date."
    )
    amount = format_html("<b>{}</b>", naming.money(row["amount"], row["currency"]))
    when = formats.when(row.effective, active()) if row.effective else _("at an unknown date")
    return SafeString(format_html(message, amount=amount, source=marks.sources(here, row.sources), when=when))


def _listed(here: Here, figures: tuple[Figure, ...]) -> SafeString:
    """Amounts in several currencies, listed as the language lists things."""
    template = formats.listing([f"{{{number}}}" for number in range(len(figures))], active())
    return SafeString(format_html(template, *(marks.linked(here, figure) for figure in figures)))


def _joined(sentences: list[SafeString]) -> SafeString:
    """Whole sentences one after another; Chinese sets no space between them."""
    return format_html_join("" if active() == "zh" else " ", "{}", ((sentence,) for sentence in sentences))
