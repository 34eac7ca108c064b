"""Decisions: how they are cited, and what was done about each of their provisions by a date.

A citation is decision, part, paragraph, item, each a field of its own (T2). An action on record answers a
provision; it does not say that the provision is fulfilled.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quicksilver.core import chronology, documents, formats
from quicksilver.core.dates import Occurrence
from quicksilver.core.documents import Mention
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.record import Entry, Snapshot

RULE = "docs/data-files.md"

# Parts of decisions are cited by ordinals in Arabic (المقرر 23/9 رابعاً), by Roman figures elsewhere.
_ARABIC_PARTS = {"I": "أولاً", "II": "ثانياً", "III": "ثالثاً", "IV": "رابعاً", "V": "خامساً", "VI": "سادساً"}
_CITATION = re.compile(
    r"^(?P<decision>\d+/\d+)(?:\s+(?P<part>[IVX]+))?(?:,?\s+(?:para(?:graph)?\.?\s+)?(?P<paragraph>\d+))?"
    r"(?:\s*\((?P<item>[a-z]+)\))?$"
)

# Verbs that state or take note; every other one asks somebody for something.
STATING_VERBS = {"acknowledges", "recognizes", "concludes", "establishes"}


@dataclass(frozen=True, order=True)
class Citation:
    """A place in a decision: ``Citation("24/3", "IV", "27", "a")``; what is not cited is empty."""

    decision: str
    part: str = ""
    paragraph: str = ""
    item: str = ""

    def __str__(self) -> str:
        place = f"{self.paragraph} ({self.item})" if self.item else self.paragraph
        return " ".join(part for part in (self.decision, self.part, place) if part)

    def covers(self, other: "Citation") -> bool:
        """Whether another citation is the same place or lies within it."""
        own = (self.decision, self.part, self.paragraph, self.item)
        theirs = (other.decision, other.part, other.paragraph, other.item)
        return all(not mine or mine == its for mine, its in zip(own, theirs, strict=True))


def parse(text: str) -> Citation:
    """A citation as written: 24/3, 24/3 IV, 24/3 IV 27, 24/3 IV, paragraph 27 (a).

    Raises
    ------
    Refused
        It is not such a citation.
    """
    match = _CITATION.match(text.strip())
    if match is None or (match["item"] and not match["paragraph"]):
        message = msg("“{citation}” does not cite a decision. Write decision, part, paragraph, item: 24/3 IV 27 (a).")
        raise Refused([Problem("citation-malformed", message, {"citation": text}, RULE)])
    return Citation(*(match[name] or "" for name in ("decision", "part", "paragraph", "item")))


def local_number(number: str, part: str, language: str) -> str:
    """Number and part of a decision as a language cites them: 24/3 IV, 24/3 رابعاً."""
    cited = _ARABIC_PARTS.get(part, part) if language == "ar" else part
    return f"{number} {cited}".strip()


def local_place(paragraph: str, item: str, language: str) -> str:
    """Paragraph and item as a language cites them: 27 (a), 27 a), 27(a) in Chinese, 27 (أ)."""
    space = "" if language == "zh" else " "
    return f"{paragraph}{space}{formats.letter(item, language)}" if len(item) == 1 else paragraph


@dataclass(frozen=True)
class ProvisionAt:
    """A provision with what the record shows of it by a date.

    Parameters
    ----------
    deeds : tuple of Entry
        Implementations not replaced by the date, those that only may have come about included.
    earlier : tuple of Entry
        Implementations that later ones replaced.
    invitations, area_stages : tuple of Entry
        What came of it besides the deeds: rows that no deed already shows.
    components : tuple of Entry
        Components of the framework that it asks for.
    mentions : tuple of Mention
        Documents that cite it.
    items : tuple of ProvisionAt
        Its lettered items.
    """

    provision: Entry
    deeds: tuple[Entry, ...]
    earlier: tuple[Entry, ...]
    meetings: tuple[Entry, ...]
    invitations: tuple[Entry, ...]
    components: tuple[Entry, ...]
    area_stages: tuple[Entry, ...]
    mentions: tuple[Mention, ...]
    errata: tuple[Entry, ...]
    items: tuple["ProvisionAt", ...] = ()

    @property
    def asks(self) -> bool:
        """Whether it asks somebody for something, so that silence on it is a gap."""
        verb = self.provision["verb"]
        return bool(self.provision["addressees"]) if not verb else verb not in STATING_VERBS

    @property
    def is_answered(self) -> bool:
        """Whether an action on it, or on one of its items, is on record: a deed, an invitation, an area set up."""
        own = self.deeds or self.invitations or self.area_stages
        return bool(own) or any(item.is_answered for item in self.items)


@dataclass(frozen=True)
class DecisionAt:
    """A decision as at a date; ``adopted`` says whether it had been.

    Parameters
    ----------
    paragraphs : tuple of ProvisionAt
        Its paragraphs in order, those without a number first, each with its items.
    continued_by : tuple of Entry
        Decisions that build on it, by the date.
    """

    decision: Entry
    adopted: Occurrence
    paragraphs: tuple[ProvisionAt, ...]
    continued_by: tuple[Entry, ...]
    appeals: tuple[Entry, ...]
    mentions: tuple[Mention, ...]
    errata: tuple[Entry, ...]
    later: tuple[Entry, ...]

    @property
    def asking(self) -> tuple[ProvisionAt, ...]:
        """Provisions that ask for something; a paragraph with items counts by its items."""
        told = (item for paragraph in self.paragraphs for item in (paragraph.items or (paragraph,)))
        return tuple(seen for seen in told if seen.asks)

    @property
    def answered(self) -> tuple[ProvisionAt, ...]:
        """Those of them on which an action is on record."""
        return tuple(seen for seen in self.asking if seen.is_answered)

    @property
    def gaps(self) -> tuple[ProvisionAt, ...]:
        """Those of them on which none is."""
        return tuple(seen for seen in self.asking if not seen.is_answered)


def decisions_at(record: Snapshot, as_at: date) -> tuple[DecisionAt, ...]:
    """Decisions adopted, or possibly adopted, by a date, the latest first."""
    rows = chronology.until(record, "decision", as_at)
    return tuple(_decision(record, row, as_at) for row in reversed(rows))


def decision_at(record: Snapshot, key: str, as_at: date) -> DecisionAt | None:
    """One decision as at a date, or None if the record has no such decision."""
    decision = record.get(key)
    return _decision(record, decision, as_at) if decision else None


def provision_at(record: Snapshot, key: str, as_at: date) -> ProvisionAt | None:
    """One provision with its items as at a date, or None if the record has no such provision."""
    row = record.get(key)
    if row is None:
        return None
    places = record.where("provision", decision=row["decision"], part=row["part"], paragraph=row["paragraph"])
    items = [place for place in places if place["item"] and row["paragraph"] and not row["item"]]
    told = (_provision(record, item, as_at, ()) for item in sorted(items, key=_place))
    return _provision(record, row, as_at, tuple(told))


def _decision(record: Snapshot, decision: Entry, as_at: date) -> DecisionAt:
    provisions = record.where("provision", decision=decision.key)
    keys = {row.key for row in provisions}
    continued = chronology.until(record, "decision", as_at, builds_on=decision.key)
    deeds = (row for row in chronology.after(record, "implementation", as_at) if row["provision"] in keys)
    return DecisionAt(
        decision=decision,
        adopted=decision.occurred(as_at),
        paragraphs=_paragraphs(record, provisions, as_at),
        continued_by=continued,
        appeals=chronology.until(record, "appeal", as_at, decision=decision.key),
        mentions=documents.mentions(record, decision.key, as_at),
        errata=documents.errata_about(record, decision.key),
        later=(*chronology.after(record, "decision", as_at, builds_on=decision.key), *deeds),
    )


def _paragraphs(record: Snapshot, rows: Sequence[Entry], as_at: date) -> tuple[ProvisionAt, ...]:
    """Paragraphs with their items; items whose paragraph has no row of its own stand by themselves."""
    ordered = sorted(rows, key=_place)
    items: dict[tuple[str, str], list[ProvisionAt]] = {}
    for row in ordered:
        if row["item"]:
            items.setdefault((row["part"], row["paragraph"]), []).append(_provision(record, row, as_at, ()))
    found = []
    for row in ordered:
        if not row["item"]:
            found.append(_provision(record, row, as_at, tuple(items.pop((row["part"], row["paragraph"]), ()))))
    lonely = [item for rest in items.values() for item in rest]
    return tuple(sorted((*found, *lonely), key=lambda seen: _place(seen.provision)))


def _place(row: Entry) -> tuple[str, int, str, str, str]:
    number = int(row["paragraph"]) if row["paragraph"].isdigit() else 0
    return (row["part"], number, row["paragraph"], row["item"], "" if number else row.key)


def _provision(record: Snapshot, row: Entry, as_at: date, items: tuple[ProvisionAt, ...]) -> ProvisionAt:
    key = row.key
    deeds = chronology.in_order(
        (
            *record.in_force("implementation", as_at, provision=key),
            *record.possibly("implementation", as_at, provision=key),
        )
    )
    told = chronology.until(record, "implementation", as_at, provision=key)
    shown = {deed["evidence"] for deed in deeds}
    return ProvisionAt(
        provision=row,
        deeds=deeds,
        earlier=tuple(deed for deed in told if deed not in deeds),
        meetings=tuple(record.where("meeting", called_for_by=key)),
        invitations=_beside(chronology.until(record, "invitation", as_at, provision=key), shown),
        components=tuple(sorted(record.where("component", required_by=key), key=lambda found: found["order"])),
        area_stages=_beside(chronology.until(record, "area-stage", as_at, provision=key), shown),
        mentions=documents.mentions(record, key, as_at),
        errata=documents.errata_about(record, key),
        items=items,
    )


def _beside(rows: tuple[Entry, ...], shown: set[str]) -> tuple[Entry, ...]:
    return tuple(row for row in rows if row.key not in shown)
