"""Stakeholders as at a date: what they do in the programme, what they answered, asked for, promised and gave.

Nobody is called a partner here without a source that says so: a row of a stakeholder has no date, what it did has.
"""

from dataclasses import dataclass
from datetime import date

from quicksilver.core import chronology, countries, documents
from quicksilver.core.countries import Grouping
from quicksilver.core.documents import Mention
from quicksilver.core.record import Entry, Snapshot

REGIONAL_GROUPS = "un_regional_group"
# The dated rows in which a stakeholder acts, with the column that names it, in the order in which a reader wants them.
DEEDS = {
    "area-role": "stakeholder", "reply": "respondent", "invitation": "issued_by", "appeal": "sender",
    "pledge": "donor", "receipt": "donor", "call": "issued_by", "proposal": "applicant",
}  # fmt: skip


@dataclass(frozen=True)
class PartnerAt:
    """A stakeholder with what it did by a date, what it may have done included.

    Parameters
    ----------
    deeds : mapping
        Rows by kind, each the oldest first; kinds without rows are left out.
    """

    stakeholder: Entry
    deeds: dict[str, tuple[Entry, ...]]

    @property
    def has_role(self) -> bool:
        """Whether it has, or may have, a role in an area."""
        return "area-role" in self.deeds

    def of(self, kind: str) -> tuple[Entry, ...]:
        """What it did in rows of a kind."""
        return self.deeds.get(kind, ())


@dataclass(frozen=True)
class PartnerPosition:
    """What the record says of one stakeholder by a date.

    Parameters
    ----------
    country : str
        English name of its country; empty if it has none on record.
    group : Grouping or None
        The edition of the regional groups that held on the date; None where none has been seen.
    later_group : Grouping or None
        The first edition after the date, where none held on it.
    organs : tuple of Entry
        Its organs on record.
    received : tuple of (Entry, Entry)
        Each appeal it is named as a recipient of, with the row that says so.
    later : tuple of Entry
        What it did after the date.
    """

    at: PartnerAt
    country: str
    group: Grouping | None
    later_group: Grouping | None
    organs: tuple[Entry, ...]
    received: tuple[tuple[Entry, Entry], ...]
    mentions: tuple[Mention, ...]
    errata: tuple[Entry, ...]
    later: tuple[Entry, ...]

    @property
    def group_code(self) -> str:
        """Code of its regional group on the date; empty if unknown."""
        return self.group.value(self.at.stakeholder["country"]) if self.group else ""

    @property
    def later_group_code(self) -> str:
        """Code of its regional group in the later edition; empty if unknown."""
        return self.later_group.value(self.at.stakeholder["country"]) if self.later_group else ""


def partners_at(record: Snapshot, as_at: date) -> tuple[PartnerAt, ...]:
    """All stakeholders on record, with what each did by a date."""
    return tuple(_at(record, row, as_at) for row in record.of("stakeholder"))


def partner_at(record: Snapshot, key: str, as_at: date) -> PartnerPosition | None:
    """One stakeholder as at a date, or None if the record has no such stakeholder."""
    row = record.get(key)
    if row is None:
        return None
    group = countries.grouping(REGIONAL_GROUPS, as_at) if row["country"] else None
    later = (row for kind, column in DEEDS.items() for row in chronology.after(record, kind, as_at, **{column: key}))
    return PartnerPosition(
        at=_at(record, row, as_at),
        country=countries.names().get(row["country"], ""),
        group=group,
        later_group=None if group or not row["country"] else _first_after(as_at),
        organs=tuple(record.where("stakeholder", part_of=key)),
        received=_received(record, key, as_at),
        mentions=documents.mentions(record, key, as_at),
        errata=documents.errata_about(record, key),
        later=chronology.in_order(later),
    )


def _at(record: Snapshot, row: Entry, as_at: date) -> PartnerAt:
    told = {kind: chronology.until(record, kind, as_at, **{column: row.key}) for kind, column in DEEDS.items()}
    return PartnerAt(row, {kind: rows for kind, rows in told.items() if rows})


def _received(record: Snapshot, key: str, as_at: date) -> tuple[tuple[Entry, Entry], ...]:
    """Appeals sent by a date, or perhaps sent, that name a stakeholder as a recipient."""
    sent = {row.key: row for row in chronology.until(record, "appeal", as_at)}
    named = record.where("appeal-recipient", stakeholder=key)
    return tuple((sent[row["appeal"]], row) for row in named if row["appeal"] in sent)


def _first_after(day: date) -> Grouping | None:
    later = (found for found in countries.groupings() if found.scheme == REGIONAL_GROUPS and found.valid_from > day)
    return min(later, key=lambda found: found.valid_from, default=None)
