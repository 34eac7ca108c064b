"""The cover note: why the report is written, what it holds, and what the working group may wish to do."""

from collections.abc import Iterator

from quicksilver.core.languages import msg
from quicksilver.core.meetings import MeetingAt
from quicksilver.core.record import Entry
from quicksilver.core.reports.narrator import Narrator, Told
from quicksilver.core.reports.outline import FootnoteRef, Line, Note, Paragraph
from quicksilver.core.reports.status_report.subjects import Subjects

URGED = msg(
    "In paragraph {paragraph} of its decision {decision} on {title}, the Governing Council urged Governments and"
    " other stakeholders to continue and increase their support for the partnerships under the UNEP mercury"
    " programme by providing technical and financial resources, as a means of reducing the demand for and the"
    " releases of mercury and thereby the risks of mercury to human health and the environment."
)
REQUESTED = msg(
    "In paragraph {paragraph} of its decision {decision}, it requested the Executive Director to strengthen the"
    " partnerships under the UNEP mercury programme, in consultation with Governments and other stakeholders."
)
ANNEXED = msg(
    "The annex to the present note contains a report entitled “{title}”, prepared by the secretariat to inform"
    " the work of {body}."
)
STRATEGY = msg(
    "Information document {symbol}, entitled “{title}”, sets out the strategy proposed by UNEP for strengthening"
    " the partnership programme in response to decision {decision}."
)
MAY_WISH = msg("{body} may wish:")
WAS_INVITED = msg("At its meeting held in {place} {when}, {body} was invited:")
NO_OUTCOME = msg("How the body took up the actions it was invited to take is not on record.")
OUTCOME = msg("Item {letter}: {outcome}.")
BUILT_ON = msg("The Governing Council built on that decision in its decision {decision}, adopted {when}.")
MEETING_UNCERTAIN = msg(
    "The record dates the plan for the meeting of the group only {when}; it does not say whether the meeting had been"
    " planned by {date}."
)


def occasion(tell: Narrator, subjects: Subjects) -> tuple[Line, ...]:
    """The body, its session, its days and place, for the masthead."""
    meeting = subjects.occasion
    if meeting is None:
        return ()
    days = (meeting.schedule or meeting.possible or meeting.meeting).fields.get("held_on")
    lines: list[Line] = [(tell.named(meeting.meeting["body"]),)] if meeting.meeting["body"] else []
    lines.append((tell.name(meeting.meeting, "session"),))
    place = tell.text(meeting.meeting["place"])
    if days:
        lines.append(tell.say(msg("{place}, {days}"), place=place, days=tell.known(days)))
    return tuple(lines)


def agenda(tell: Narrator, subjects: Subjects) -> tuple[Line, ...]:
    """The agenda item and its title, for the masthead."""
    item = subjects.agenda_item
    if item is None:
        return ()
    # The mark calls the footnote that cites the provisional agenda, and stands only where there is one.
    mark = FootnoteRef("*") if subjects.agenda_document else ""
    line = tell.say(msg("Item {number} of the provisional agenda{mark}"), number=item["number"], mark=mark)
    return (line, (tell.text(item["title"]),))


def paragraphs(tell: Narrator, subjects: Subjects) -> Iterator[Paragraph]:
    """Paragraphs 1 to 4."""
    yield mandate(tell, subjects, "c.1")
    yield _annexed(tell, subjects)
    yield _strategy(tell, subjects)
    yield _actions(tell, subjects)


def mandate(tell: Narrator, subjects: Subjects, id: str) -> Paragraph:
    """What the Governing Council urged and requested in the decision on strengthening."""
    decision = subjects.strengthened_by
    urged, requested = subjects.provision("26"), subjects.provision("27")
    sentences: list[Line] = []
    if decision and urged:
        sentences.append(
            tell.say(
                URGED,
                paragraph=tell.paragraph_of(urged),
                decision=tell.decision(decision),
                title=tell.text(decision["title"]),
            )
        )
    if decision and requested:
        sentences.append(tell.say(REQUESTED, paragraph=tell.paragraph_of(requested), decision=tell.decision(decision)))
    later = tell.record.in_force("decision", tell.as_at, builds_on=decision.key) if decision else ()
    sentences.extend(tell.say(BUILT_ON, decision=tell.decision(row), when=tell.days(row.effective)) for row in later)
    return tell.paragraph(id, sentences, rows=_present(decision, urged, requested, *later))


def _annexed(tell: Narrator, subjects: Subjects) -> Paragraph:
    meeting = subjects.occasion
    body = tell.record.get(meeting.meeting["body"]) if meeting else None
    if body is None:
        return tell.paragraph("c.2", [])
    title = tell.words(msg("Status report on partnerships under the UNEP mercury programme"))
    sentence = tell.say(ANNEXED, title=title, body=tell.name(body, "short_names"))
    return tell.paragraph("c.2", [sentence], rows=_present(subjects.agenda_item), notes=_meeting_doubt(tell, meeting))


def _meeting_doubt(tell: Narrator, meeting: MeetingAt | None) -> list[Note]:
    """A note where it is open whether the meeting had been planned by the date."""
    span = tell.span([meeting.possible]) if meeting and meeting.possible and not meeting.schedule else None
    if span is None:
        return []
    return [Note("uncertain", tell.say(MEETING_UNCERTAIN, when=tell.when(span), date=tell.day(tell.as_at)))]


def _strategy(tell: Narrator, subjects: Subjects) -> Paragraph:
    decision = subjects.strengthened_by
    roles = _roles(tell, "proposed_strategy")
    document = tell.record.get(roles[0]["document"]) if roles else None
    if document is None or decision is None:
        return tell.paragraph("c.3", [])
    sentence = tell.say(
        STRATEGY,
        symbol=tell.symbol(document.key),
        title=tell.text(document["title"]),
        decision=tell.decision(decision),
    )
    return tell.paragraph("c.3", [Told(sentence, tuple(roles))], rows=roles, notes=later_issue(tell, document))


def later_issue(tell: Narrator, document: Entry) -> list[Note]:
    """A note where a document is spoken of before it was issued."""
    issued = document.effective
    if issued is None or issued.earliest <= tell.as_at:
        return []
    line = tell.say(msg("{symbol} was issued {when}."), symbol=tell.symbol(document.key), when=tell.when(issued))
    return [Note("later", line)]


def _roles(tell: Narrator, role: str) -> list[Entry]:
    found = (tell.record.in_force, tell.record.possibly)
    return [row for ask in found for row in ask("document-role", tell.as_at, role=role)]


def _actions(tell: Narrator, subjects: Subjects) -> Paragraph:
    item, meeting = subjects.agenda_item, subjects.occasion
    body = tell.record.get(meeting.meeting["body"]) if meeting else None
    if item is None or meeting is None or body is None:
        return tell.paragraph("c.4", [])
    actions = sorted(tell.record.where("invited-action", agenda_item=item.key), key=lambda row: row["letter"])
    lines: list[Line] = [(tell.text(action["text"]),) for action in actions]
    if meeting.state != "held" or meeting.schedule is None:
        opening = tell.say(MAY_WISH, body=tell.name(body, "short_names"))
        return tell.paragraph("c.4", [opening], items=_punctuated(tell, lines), rows=actions)
    opening = tell.say(
        WAS_INVITED,
        body=tell.name(body, "short_names"),
        place=tell.text(meeting.meeting["place"]),
        when=tell.days(meeting.schedule["held_on"]),
    )
    told = tell.paragraph("c.4", [opening], items=_punctuated(tell, lines), rows=actions)
    return Paragraph(told.id, told.number, told.text, told.items, _outcomes(tell, actions), told.notes)


def _outcomes(tell: Narrator, actions: list[Entry]) -> Line:
    """How each action was taken up, or that the record does not say."""
    rows = [
        (action, row)
        for action in actions
        for row in tell.record.in_force("outcome", tell.as_at, invited_action=action.key)
    ]
    if not rows:
        return tell.say(NO_OUTCOME)
    return tell.joined(
        [
            tell.say(OUTCOME, letter=action["letter"], outcome=tell.code("outcome", row["outcome"]))
            for action, row in rows
        ]
    )


def _punctuated(tell: Narrator, lines: list[Line]) -> list[Line]:
    """The items of a list that runs on as one sentence, each with its stop."""
    last = len(lines) - 1
    return [tell.say(msg("{item};") if n < last else msg("{item}."), item=line) for n, line in enumerate(lines)]


def _present(*entries: Entry | None) -> list[Entry]:
    return [entry for entry in entries if entry]
