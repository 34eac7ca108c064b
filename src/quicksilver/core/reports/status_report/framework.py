"""The overarching framework: the partners' meeting that develops it, and the drafts put to that meeting."""

from quicksilver.core import consultations, meetings
from quicksilver.core.languages import msg
from quicksilver.core.record import Entry
from quicksilver.core.reports.narrator import Narrator, Told
from quicksilver.core.reports.outline import Line, Note, Paragraph
from quicksilver.core.reports.status_report.subjects import Subjects

PLANNED = msg("A meeting of partners and other stakeholders is planned to be held in {place} {when}.")
HELD = msg("A meeting of partners and other stakeholders was held in {place} {when}.")
MOVED = msg(
    "A meeting of partners and other stakeholders, moved from its first dates, is to be held in {place} {when}."
)
CANCELLED = msg("The meeting of partners and other stakeholders planned in {place} was cancelled.")
PAST = msg("A meeting of partners and other stakeholders had been planned to be held in {place} {when}.")
MOVED_SINCE = msg("The meeting was moved and is to be held {when}.")
FIRST_PLANNED = msg("It had first been planned {when}.")
NO_REASON = msg("The reason for the change of dates is not on record.")
OVERDUE = msg("Those dates have passed, and the record does not show that the meeting had been held by {date}.")
CALLED_FOR = msg("The meeting is called for in paragraph {paragraph} of decision {decision}.")
PURPOSE = msg(
    "The purpose of the meeting is to develop an overarching framework for the partnership programme, including"
    " {components}."
)
PURPOSE_HELD = msg(
    "The purpose of the meeting was to develop an overarching framework for the partnership programme, including"
    " {components}."
)
BEGUN = msg(
    "Drafting of the following has begun, in consultation with Governments and other stakeholders active in the"
    " partnership areas: {components}."
)
BEGUN_BEFORE = msg(
    "Before the meeting, drafting of the following had begun, in consultation with Governments and other stakeholders"
    " active in the partnership areas: {components}."
)
TO_MEETING = msg("Drafts of the main elements of the framework will be submitted to the meeting for its consideration.")
CONSIDERED = msg("The meeting considered the draft of the framework.")
STATES = {
    "submitted": msg("The framework was submitted {when} to the following meeting: {meeting}."),
    "adopted": msg("The framework was adopted {when}."),
    "published": msg("The framework was published {when}."),
}


def paragraph(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 5."""
    rows: list[Entry] = []
    notes: list[Note] = []
    told: list[Told] = []
    meeting = subjects.partners_meeting
    if meeting and (meeting.schedule or meeting.possible):
        told.extend(_meeting(tell, meeting, rows, notes))
        told.extend(_purpose(tell, meeting, subjects))
    told.extend(_drafts(tell, subjects, rows))
    return tell.paragraph("a.5", told, rows=rows, notes=notes)


def _meeting(tell: Narrator, meeting: meetings.MeetingAt, rows: list[Entry], notes: list[Note]) -> list[Told]:
    """When and where, and what became of earlier plans."""
    row = meeting.schedule or meeting.possible
    assert row is not None  # the caller asked
    rows.append(row)
    message = {"planned": PLANNED, "held": HELD, "moved": MOVED, "cancelled": CANCELLED}[meeting.state]
    place = tell.name(meeting.meeting, "place")
    when = tell.days(row["held_on"])
    sentences = [tell.say(PAST if meeting.is_overdue else message, place=place, when=when)]
    if meeting.first_planned:
        sentences.append(tell.say(FIRST_PLANNED, when=tell.days(meeting.first_planned["held_on"])))
        sentences.extend([] if _reason(tell, row) else [tell.say(NO_REASON)])
    if meeting.is_overdue:
        sentences.append(tell.say(OVERDUE, date=tell.day(tell.as_at)))
    notes.extend(_later(tell, meeting))
    return [*(Told(line, (row,)) for line in sentences), *_possible_change(tell, meeting, rows)]


def _possible_change(tell: Narrator, meeting: meetings.MeetingAt, rows: list[Entry]) -> list[Told]:
    """A later plan, or the meeting itself, of which it is open whether it had come about."""
    row = meeting.possible
    if meeting.schedule is None or row is None:
        return []
    rows.append(row)
    message = {"planned": PLANNED, "held": HELD, "moved": MOVED_SINCE, "cancelled": CANCELLED}[row["state"]]
    return [Told(tell.say(message, place=tell.name(meeting.meeting, "place"), when=tell.days(row["held_on"])), (row,))]


def _reason(tell: Narrator, row: Entry) -> bool:
    """Whether any row of the chain says why the dates changed."""
    entry: Entry | None = row
    while entry is not None:
        if entry["reason"].wordings:
            return True
        entry = tell.record.get(entry.supersedes_key)
    return False


def _later(tell: Narrator, meeting: meetings.MeetingAt) -> list[Note]:
    """What came later: the days on which the meeting was in fact held."""
    if meeting.state == "held":
        return []
    later = [
        row
        for row in tell.record.where("meeting-schedule", meeting=meeting.meeting.key, state="held")
        if row.effective and row.effective.earliest > tell.as_at
    ]
    message = msg("What came later: the meeting was held {when}.")
    return [
        note
        for row in later
        for note in (Note("later", tell.say(message, when=tell.days(row["held_on"]))), *tell.sources([row]))
    ]


def _purpose(tell: Narrator, meeting: meetings.MeetingAt, subjects: Subjects) -> list[Told]:
    sentences: list[Line] = []
    provision = tell.record.get(meeting.meeting["called_for_by"])
    decision = tell.record.get(provision["decision"]) if provision else None
    if provision and decision:
        cited = {"paragraph": tell.paragraph_of(provision), "decision": tell.decision(decision)}
        sentences.append(tell.say(CALLED_FOR, **cited))
    parts = [row.component for row in subjects.components if row.component["order"] and row.component["required_by"]]
    if parts:
        message = PURPOSE_HELD if meeting.state in ("held", "cancelled") else PURPOSE
        sentences.append(tell.say(message, components=tell.listing([tell.name(part) for part in parts])))
    plan = meeting.schedule or meeting.possible
    return [Told(line, (plan,) if plan else ()) for line in sentences]


def _drafts(tell: Narrator, subjects: Subjects, rows: list[Entry]) -> list[Told]:
    """How far the drafts had come."""
    told: list[Told] = []
    state = subjects.partners_meeting.state if subjects.partners_meeting else ""
    begun = [(part, row) for part in subjects.components if (row := part.state("begun"))]
    reached = tuple(row for _, row in begun)
    if begun:
        rows.extend(reached)
        names = tell.listing([tell.name(part.component) for part, _ in begun])
        told.append(Told(tell.say(BEGUN_BEFORE if state == "held" else BEGUN, components=names), reached))
    overall = next((part for part in subjects.components if not part.component["order"]), None)
    considered = overall.state("considered") if overall else None
    if considered:
        rows.append(considered)
        told.append(Told(tell.say(CONSIDERED), (considered,)))
    elif begun and state in ("planned", "moved"):
        told.append(Told(tell.say(TO_MEETING), reached))
    return [*told, *_passage(tell, overall, rows)]


def _passage(tell: Narrator, overall: consultations.ComponentAt | None, rows: list[Entry]) -> list[Told]:
    """The framework's way after the meeting: submitted, adopted, published."""
    told: list[Told] = []
    for code, message in STATES.items():
        row = overall.state(code) if overall else None
        if row and row.effective:
            rows.append(row)
            meeting = tell.record.get(row["meeting"])
            target = tell.name(meeting, "title") if meeting else ""
            told.append(Told(tell.say(message, meeting=target, when=tell.when(row.effective)), (row,)))
    return told
