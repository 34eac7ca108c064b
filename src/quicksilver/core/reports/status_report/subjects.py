"""What the status report speaks of, found in the record once: decisions, meetings, areas, money, calls."""

from dataclasses import dataclass
from datetime import date

from quicksilver.core import areas, consultations, funding, meetings
from quicksilver.core.dates import Occurrence
from quicksilver.core.grants import call
from quicksilver.core.record import Entry, Snapshot

# The decisions whose implementation the report is about: 23/9 IV started the partnerships, 24/3 IV
# strengthens them [seed a.1, a.2].
STARTED_BY = "decision/23-9"
STRENGTHENED_BY = "decision/24-3"
PARTNERS_MEETING = "meeting/partners-2008"
GOLD_MINING = "area/asgm"


@dataclass(frozen=True)
class Subjects:
    """The facts of the report as at one date."""

    as_at: date
    started_by: Entry | None
    strengthened_by: Entry | None
    provisions: dict[tuple[str, str], Entry]
    agenda_item: Entry | None
    occasion: meetings.MeetingAt | None
    agenda_document: Entry | None
    partners_meeting: meetings.MeetingAt | None
    areas: tuple[areas.AreaAt, ...]
    funding: funding.FundingPosition
    calls: tuple[call.CallAt, ...]
    components: tuple[consultations.ComponentAt, ...]

    @classmethod
    def of(cls, record: Snapshot, as_at: date) -> "Subjects":
        """Find them as at a date."""
        strengthened_by = _decided(record, STRENGTHENED_BY, as_at)
        agenda_item = _agenda_item(record)
        occasion = meetings.meeting_at(record, agenda_item["meeting"], as_at) if agenda_item else None
        if occasion and not (occasion.schedule or occasion.possible):
            agenda_item, occasion = None, None
        return cls(
            as_at=as_at,
            started_by=_decided(record, STARTED_BY, as_at),
            strengthened_by=strengthened_by,
            provisions=_provisions(record, strengthened_by),
            agenda_item=agenda_item,
            occasion=occasion,
            agenda_document=_agenda_document(record, occasion),
            partners_meeting=meetings.meeting_at(record, PARTNERS_MEETING, as_at),
            areas=areas.areas_at(record, as_at),
            funding=funding.position_at(record, as_at),
            calls=call.calls_at(record, as_at),
            components=consultations.components_at(record, as_at),
        )

    def provision(self, paragraph: str, item: str = "") -> Entry | None:
        """A provision of the strengthening decision, if that decision had been adopted."""
        return self.provisions.get((paragraph, item))


def _decided(record: Snapshot, key: str, as_at: date) -> Entry | None:
    """A decision, if it had been adopted by a date."""
    decision = record.get(key)
    return decision if decision and decision.occurred(as_at) is Occurrence.YES else None


def _provisions(record: Snapshot, decision: Entry | None) -> dict[tuple[str, str], Entry]:
    if decision is None:
        return {}
    rows = record.where("provision", decision=decision.key)
    return {(row["paragraph"], row["item"]): row for row in rows}


def _agenda_item(record: Snapshot) -> Entry | None:
    """The agenda item under which the body was invited to act on the report."""
    actions = record.of("invited-action")
    return record.get(actions[0]["agenda_item"]) if actions else None


def _agenda_document(record: Snapshot, occasion: meetings.MeetingAt | None) -> Entry | None:
    if occasion is None:
        return None
    rows = record.where("document", meeting=occasion.meeting.key, document_class="agenda")
    return rows[0] if rows else None
