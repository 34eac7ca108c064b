"""Rows of a record written by hand, for tests: only what a test is about is said, the rest is empty."""

from decimal import Decimal
from typing import Any

from quicksilver.core.dates import parse
from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry, Snapshot, SourceRef, from_entries, kind_of

EMPTY = Texts(())
COLUMNS: dict[str, dict[str, Any]] = {
    "source": {"kind": "document", "standing": "official", "title": EMPTY, "address": "", "symbol": ""},
    "stakeholder": {"names": EMPTY, "short_names": EMPTY, "kind": "government", "country": "", "part_of": None},
    "body": {"names": EMPTY, "short_names": EMPTY},
    "decision": {"body": "body/gc", "meeting": None, "number": "24/3", "part": "IV", "title": EMPTY, "builds_on": None},
    "provision": {
        "decision": "decision/24-3", "part": "IV", "paragraph": "", "item": "", "verb": "", "addressees": [],
        "summary": EMPTY, "means": EMPTY, "ends": EMPTY,
    },
    "meeting": {
        "kind": "session", "body": None, "title": EMPTY, "session": EMPTY, "place": EMPTY, "purpose": EMPTY,
        "called_for_by": None,
    },
    "meeting-schedule": {"meeting": "meeting/partners-2008", "state": "planned", "held_on": None, "reason": EMPTY},
    "agenda-item": {"meeting": "meeting/oewg-1", "number": "5", "title": EMPTY},
    "invited-action": {"agenda_item": "agenda-item/oewg-1-5", "letter": "a", "action": "take_note", "text": EMPTY},
    "outcome": {"invited_action": "invited-action/a", "outcome": "taken_up", "text": EMPTY},
    "document": {"symbol": "", "document_class": "information", "title": EMPTY, "meeting": None, "agenda_item": None},
    "document-role": {"document": "document/inf-8", "role": "proposed_strategy", "subject": ""},
    "area": {"code": "", "names": EMPTY, "work_type": "", "order": 1, "priority_period": None, "named_by": []},
    "area-stage": {"area": "area/asgm", "stage": "active", "provision": None, "into": None, "reason": EMPTY},
    "area-role": {"area": "area/asgm", "stakeholder": "stakeholder/unido", "role": "cooperating"},
    "area-strategy": {"area": "area/asgm", "text": EMPTY, "discussed_in": None},
    "invitation": {
        "issued_by": "stakeholder/unep", "provision": None, "title": EMPTY, "topics": [], "addressees": [],
        "document": None, "areas": [],
    },
    "reply": {"invitation": "invitation/areas", "respondent": "stakeholder/ngo", "title": EMPTY},
    "compilation": {
        "invitation": "invitation/areas", "respondent_kind": "government", "number_of_replies": None, "document": None,
    },
    "component": {"names": EMPTY, "order": 0, "required_by": None},
    "draft-state": {
        "component": "component/framework", "state": "begun", "consulted": [], "meeting": None, "document": None,
    },
    "appeal": {
        "form": "letter", "sender": "stakeholder/ed", "subject": EMPTY, "decision": "decision/24-3", "purpose": EMPTY,
    },
    "pledge": {
        "donor": "stakeholder/usa", "kind": "cash", "amount": Decimal("1000380.00"), "currency": "USD",
        "purpose": EMPTY, "appeal": None,
    },
    "receipt": {
        "donor": "stakeholder/usa", "kind": "cash", "amount": Decimal("500.25"), "currency": "USD", "purpose": EMPTY,
        "pledge": None,
    },
    "funding-statement": {"since": None, "text": EMPTY},
    "call": {"names": EMPTY, "standing": True, "issued_by": "stakeholder/unep"},
    "call-rule": {
        "call": "call/sgp", "rule": "cap", "edition": "2007", "amount": None, "currency": "", "strict": None,
        "members": [],
    },
    "need-stressed": {"call": "call/sgp", "need": "research", "order": 1, "proposals": None},
    "proposal": {
        "call": "call/sgp", "applicant": "stakeholder/x", "title": EMPTY, "amount": Decimal(1), "currency": "USD",
        "needs": [],
    },
    "erratum": {
        "version": "", "number": "T1", "paragraph": "", "as_printed": "", "corrected": "", "reading": EMPTY,
        "subject": "",
    },
    "area-objective": {"area": "area/asgm", "text": EMPTY},
    "document-version": {"document": "document/inf-8", "language": "en", "status": "original"},
    "document-citation": {"document": "document/inf-8", "cited": "", "paragraph": ""},
    "appeal-recipient": {"appeal": "appeal/letter", "stakeholder": None, "group": EMPTY},
    "implementation": {"provision": "provision/27-a", "state": "planned", "evidence": "", "description": EMPTY},
}  # fmt: skip
_TEXTS = {"names", "short_names", "title", "session", "place", "purpose", "summary", "reason", "text", "reading"}
_DATES = {"held_on", "priority_period"}


def row(key: str, effective: str = "", *, supersedes: str = "", source: str = "source/seed", **fields: Any) -> Entry:
    """One row; texts are given in English, dates as EDTF."""
    given = {name: _value(name, value) for name, value in fields.items()}
    columns = COLUMNS[kind_of(key)]
    assert given.keys() <= columns.keys(), given.keys() - columns.keys()
    known = parse(effective) if effective else None
    return Entry(key, columns | given, known, supersedes, (SourceRef(source, "a.1"),) if source else ())


def _value(name: str, value: Any) -> Any:
    if name in _TEXTS and isinstance(value, str):
        return Texts.parse({"en": value})
    return parse(value) if name in _DATES and isinstance(value, str) else value


def record(*rows: Entry) -> Snapshot:
    """A snapshot of the rows and of the source they cite."""
    return from_entries([row("source/seed", source=""), row("source/ngo", source="", standing="secondary"), *rows])
