"""What a row of the record is called in the reader's language; words in another language are marked as such."""

from collections.abc import Callable
from typing import Any

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from quicksilver.core import codelists, formats, languages, mandates
from quicksilver.core.languages import Texts
from quicksilver.core.money import Money
from quicksilver.core.record import Entry, Snapshot
from quicksilver.web.languages import active

# The first of these that a row has, and that is not empty, is its name.
NAME_FIELDS = ("names", "title", "subject", "text", "summary", "group", "description")


def words(texts: Texts, *, upper: bool = False) -> SafeString:
    """A text in the reader's language, or in another, marked as missing here (never a silent substitute).

    ``upper`` writes the first letter large, where words of running text stand by themselves.
    """
    best = texts.best(active())
    text = first_up(best.text) if upper else best.text
    if best.language != active() and text:
        return foreign(text, best.language)
    return SafeString(format_html("{}", text))


def first_up(text: str) -> str:
    """Words of running text, standing by themselves."""
    return text[:1].upper() + text[1:]


def foreign(text: str, language: str) -> SafeString:
    """Words in a language that is not the page's."""
    spoken = languages.of(language)
    return SafeString(
        format_html('<span class="foreign" lang="{}" dir="{}">{}</span>', spoken.tag, spoken.direction, text)
    )


def symbol(text: str) -> SafeString:
    """A document symbol: one run from left to right, which may break after a slash."""
    parts = format_html("{}", text).replace("/", "/<wbr>")
    return SafeString(f'<bdi class="sym" dir="ltr">{parts}</bdi>')


def label(listname: str, code: str) -> str:
    """The words for a code."""
    return codelists.label(listname, code, active()) if code else ""


def money(amount: Any, currency: str) -> str:
    """An amount with its currency."""
    return formats.money(Money(amount, currency), active())


def name(record: Snapshot, row: Entry | None) -> SafeString:
    """The name of a row, or its key where it has none."""
    if row is None:
        return SafeString("")
    make = _NAMES.get(row.kind)
    return make(record, row) if make else _plain(row)


def plain_name(record: Snapshot, row: Entry | None) -> str:
    """The name of a row without marks, for titles."""
    return strip_tags(name(record, row))


def _plain(row: Entry) -> SafeString:
    for field in NAME_FIELDS:
        texts = row.fields.get(field)
        if isinstance(texts, Texts) and texts:
            return words(texts, upper=True)
    return SafeString(format_html('<bdi dir="ltr">{}</bdi>', row.key))


def _named(record: Snapshot, key: str | None) -> SafeString:
    return name(record, record.get(key)) if record.get(key) else SafeString(format_html("{}", key or ""))


def _decision(record: Snapshot, row: Entry) -> SafeString:
    number = mandates.local_number(row["number"], row["part"], active())
    return format_html(_("Decision {number}"), number=format_html("<bdi>{}</bdi>", number))


def _provision(record: Snapshot, row: Entry) -> SafeString:
    decision = _named(record, row["decision"])
    if not row["paragraph"]:
        return decision
    cited = format_html("<bdi>{}</bdi>", mandates.local_place(row["paragraph"], row["item"], active()))
    return format_html(_("{decision}, paragraph {paragraph}"), decision=decision, paragraph=cited)


def _document(record: Snapshot, row: Entry) -> SafeString:
    return symbol(row["symbol"]) if row["symbol"] else _plain(row)


def _gift(message: Callable[[], str]) -> Callable[[Snapshot, Entry], SafeString]:
    def said(record: Snapshot, row: Entry) -> SafeString:
        amount = money(row["amount"], row["currency"])
        return format_html(message(), donor=_named(record, row["donor"]), amount=amount)

    return said


def _pair(field: str, of: str, listname: str = "") -> Callable[[Snapshot, Entry], SafeString]:
    """Rows that say one thing of another: “Products: active”."""

    def said(record: Snapshot, row: Entry) -> SafeString:
        what = label(listname, row[of]) if listname else _named(record, row[of])
        return format_html(_("{thing}: {what}"), thing=_named(record, row[field]), what=what)

    return said


def _area_role(record: Snapshot, row: Entry) -> SafeString:
    return format_html(
        _("{area}: {stakeholder} ({role})"),
        area=_named(record, row["area"]),
        stakeholder=_named(record, row["stakeholder"]),
        role=label("area_role", row["role"]),
    )


def _appeal(record: Snapshot, row: Entry) -> SafeString:
    form = first_up(label("appeal_form", row["form"]))
    if not row["subject"]:
        return SafeString(format_html("{}", form))
    return SafeString(format_html(_("{thing}: {what}"), thing=form, what=words(row["subject"])))


def _version(record: Snapshot, row: Entry) -> SafeString:
    spoken = format_html("<bdi>{}</bdi>", languages.of(row["language"]).name)
    return format_html(_("{thing}: {what}"), thing=_named(record, row["document"]), what=spoken)


def _agenda_item(record: Snapshot, row: Entry) -> SafeString:
    return format_html(_("Item {number}: {title}"), number=row["number"], title=words(row["title"]))


def _erratum(record: Snapshot, row: Entry) -> SafeString:
    return format_html('<bdi dir="ltr">{}</bdi>', row["number"])


def _invited_action(record: Snapshot, row: Entry) -> SafeString:
    letter = ord(row["letter"]) - ord("a") + 1
    return format_html("{} {}", formats.item_label(letter, active()), words(row["text"]))


def _code(field: str, listname: str) -> Callable[[Snapshot, Entry], SafeString]:
    return lambda record, row: format_html("{}", first_up(label(listname, row[field])))


_NAMES: dict[str, Callable[[Snapshot, Entry], SafeString]] = {
    "decision": _decision,
    "provision": _provision,
    "document": _document,
    "pledge": _gift(lambda: _("{donor} pledges {amount}")),
    "receipt": _gift(lambda: _("{amount} received from {donor}")),
    "proposal": lambda record, row: _plain(row),
    "appeal": _appeal,
    "appeal-recipient": lambda record, row: _named(record, row["stakeholder"]) if row["stakeholder"] else _plain(row),
    "meeting-schedule": _pair("meeting", "state", "meeting_state"),
    "area-stage": _pair("area", "stage", "area_stage"),
    "area-role": _area_role,
    "draft-state": _pair("component", "state", "draft_state"),
    "implementation": _pair("provision", "state", "implementation_state"),
    "compilation": _pair("invitation", "respondent_kind", "stakeholder_kind"),
    "document-role": _pair("document", "role", "document_role"),
    "document-citation": _pair("document", "cited"),
    "document-version": _version,
    "agenda-item": _agenda_item,
    "invited-action": _invited_action,
    "outcome": _pair("invited_action", "outcome", "outcome"),
    "erratum": _erratum,
    "call-rule": _code("rule", "grant_rule"),
    "need-stressed": _code("need", "need"),
}
