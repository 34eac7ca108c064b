"""The columns of a row and the kinds of rows, in words; how each kind of value is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from quicksilver.core.record import Entry
from quicksilver.records import fields as columns
from quicksilver.services import record as reading

Words = str | Promise

KINDS: dict[str, Words] = {
    "source": _("Source"), "stakeholder": _("Stakeholder"), "body": _("Body"), "decision": _("Decision"),
    "provision": _("Provision"), "meeting": _("Meeting"), "meeting-schedule": _("Days of a meeting"),
    "agenda-item": _("Agenda item"), "invited-action": _("Action invited"), "outcome": _("Outcome of an action"),
    "document": _("Document"), "document-version": _("Language version"), "document-role": _("Role of a document"),
    "document-citation": _("Citation"), "erratum": _("Correction"), "area": _("Partnership area"),
    "area-stage": _("Stage of an area"), "area-role": _("Role in an area"), "area-objective": _("Objective of an area"),
    "area-strategy": _("Strategy for an area"), "invitation": _("Invitation to give input"), "reply": _("Reply"),
    "compilation": _("Compilation of replies"), "component": _("Component of the framework"),
    "draft-state": _("State of a draft"), "appeal": _("Appeal for funds"),
    "appeal-recipient": _("Recipient of an appeal"),
    "pledge": _("Pledge"), "receipt": _("Receipt"), "funding-statement": _("Statement on funds"),
    "call": _("Call for proposals"), "call-rule": _("Rule of a call"), "proposal": _("Proposal"),
    "need-stressed": _("Need stressed by proposals"), "implementation": _("Implementation of a provision"),
}  # fmt: skip

NAMES: dict[str, Words] = {
    "kind": _("Kind"), "standing": _("Standing"), "title": _("Title"), "mark": _("Mark in margins"),
    "address": _("Where it was seen"),
    "symbol": _("Symbol"), "names": _("Name"), "short_names": _("Short name"), "country": _("Country"),
    "part_of": _("Organ of"), "body": _("Body"), "meeting": _("Meeting"), "number": _("Number"), "part": _("Part"),
    "builds_on": _("Continues"), "decision": _("Decision"), "paragraph": _("Paragraph"), "item": _("Item"),
    "verb": _("Operative verb"), "addressees": _("Addressed to"), "summary": _("Content"), "means": _("By what means"),
    "ends": _("To what end"), "provision": _("Provision"), "state": _("State"), "evidence": _("Shown by"),
    "description": _("What was done"), "session": _("Session"), "place": _("Place"), "purpose": _("Purpose"),
    "called_for_by": _("Called for by"), "held_on": _("Days"), "reason": _("Reason"), "agenda_item": _("Agenda item"),
    "letter": _("Letter"), "action": _("Action"), "text": _("Text"), "invited_action": _("Action invited"),
    "outcome": _("Outcome"), "document_class": _("Class of document"), "document": _("Document"),
    "language": _("Language"), "status": _("Status"), "role": _("Role"), "subject": _("Concerns"), "cited": _("Cites"),
    "version": _("Language version"), "as_printed": _("As printed"), "corrected": _("Should read"),
    "reading": _("How it is read"), "code": _("Code"), "work_type": _("Type of work"), "order": _("Place in lists"),
    "priority_period": _("Named a priority in"), "named_by": _("Named by"), "area": _("Area"), "stage": _("Stage"),
    "into": _("Became part of"), "stakeholder": _("Stakeholder"), "discussed_in": _("Discussed in"),
    "issued_by": _("Issued by"), "topics": _("Topics"), "areas": _("Areas"), "invitation": _("Invitation"),
    "respondent": _("Respondent"), "respondent_kind": _("Kind of respondent"),
    "number_of_replies": _("Number of replies"), "required_by": _("Required by"), "component": _("Component"),
    "consulted": _("Consulted"), "form": _("Form"), "sender": _("Sent by"), "appeal": _("Appeal"),
    "group": _("Group of recipients"), "donor": _("Given by"), "amount": _("Amount"), "currency": _("Currency"),
    "pledge": _("Pays the pledge"), "since": _("Since"), "standing_call": _("Without deadline"), "call": _("Call"),
    "rule": _("Rule"), "edition": _("Edition"), "strict": _("Below, not at, the limit"), "members": _("Listed"),
    "applicant": _("Applicant"), "needs": _("Needs"), "need": _("Need"), "proposals": _("Number of proposals"),
    "revision": _("Revision"),
}  # fmt: skip

# Columns whose meaning differs from that of their namesakes elsewhere.
_OWN_NAMES = {("call", "standing"): "standing_call"}
# How the columns of each class are shown; the first that fits.
_FORMS: "tuple[tuple[type[models.Field[Any, Any]], str], ...]" = (
    (columns.TextsField, "texts"), (columns.KnownDateField, "date"), (columns.CodeField, "code"),
    (columns.CodesField, "codes"), (columns.KeysField, "rows"), (columns.KeyField, "row"),
    (models.ForeignKey, "row"), (columns.SymbolField, "symbol"), (columns.LanguageField, "language"),
    (models.BooleanField, "flag"), (models.DecimalField, "money"),
)  # fmt: skip
_WITHIN_OTHERS = (columns.BoundField,)


@dataclass(frozen=True)
class Shown:
    """One column of a row, ready for a page; ``form`` names how its value is written."""

    name: str
    label: Words
    form: str
    value: Any
    codelist: str = ""


def kind(code: str) -> Words:
    """A kind of row in words."""
    return KINDS.get(code, code)


def field(row_kind: str, name: str) -> Words:
    """A column in words."""
    return NAMES.get(_OWN_NAMES.get((row_kind, name), name), name)


def shown(row: Entry) -> Iterator[Shown]:
    """The columns of a row that say something; an amount brings its currency with it."""
    model = reading.KINDS[row.kind]
    for column in model._meta.concrete_fields:
        name = column.name
        value = row.fields.get(name)
        if name not in row.fields or isinstance(column, _WITHIN_OTHERS) or name == "currency":
            continue
        if value is None or value in ("", []) or (isinstance(column, columns.TextsField) and not value):
            continue
        form = next((form for cls, form in _FORMS if isinstance(column, cls)), "plain")
        value = row if form == "money" else value
        yield Shown(name, field(row.kind, name), form, value, getattr(column, "codelist", ""))


def pointer(row_kind: str, name: str) -> Words:
    """The column by which a row points to another, in words."""
    return {"supersedes": _("Replaces"), "source": _("Source")}.get(name, field(row_kind, name))
