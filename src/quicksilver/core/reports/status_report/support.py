"""Background, the input sought on strengthening support, and the steps the decision asks for."""

from quicksilver.core import consultations, meetings
from quicksilver.core.languages import forms, msg
from quicksilver.core.record import Entry
from quicksilver.core.reports.figures import Figure, stated
from quicksilver.core.reports.narrator import Narrator, Told
from quicksilver.core.reports.outline import Line, Note, Paragraph, Ref
from quicksilver.core.reports.status_report.cover import later_issue, mandate
from quicksilver.core.reports.status_report.subjects import Subjects

STARTED = msg(
    "In its decision {decision}, the Governing Council urged Governments, intergovernmental and non-governmental"
    " organizations and the private sector to develop and carry out partnerships in a clear, transparent and"
    " accountable manner, as one means of reducing the risks to human health and the environment from releases"
    " of mercury and its compounds."
)
FIRST = msg(
    "The first partnerships created in response to that decision concentrated on the priorities identified by"
    " countries and stakeholders {when}: {areas}."
)
SOUGHT = msg(
    "UNEP has been actively seeking input from countries and other stakeholders, current partners included, on"
    " how to strengthen support for the partnerships."
)
METHODS = msg("Some of the methods used to date are set out below:")
OBTAINED = msg(
    "UNEP has obtained input from Governments and stakeholders on the existing partnership areas and their"
    " objectives and on how to expand the mercury programme."
)
SELF_NOMINATION = msg(
    "Governments and stakeholders were also invited to consider and identify the areas in which they have"
    " particular expertise or interest and the areas in which they could participate or take the lead."
)
COMPILED = {
    "government": msg("The replies of Governments are compiled in document {symbol}."),
    "ngo": msg("The replies of non-governmental organizations are compiled in document {symbol}."),
}
EARLIER = msg("The following invitation was issued {when}: {title}.")
EARLIER_REPLIES = {
    "government": forms("{n} country had replied.", "{n} countries had replied."),
    "ngo": forms(
        "{n} non-governmental organization had replied.",
        "{n} non-governmental organizations had replied.",
    ),
}
CONSULTATION = msg("In addition, UNEP held an informal consultation on partnerships in {place} {when}.")
CONSULTATION_PURPOSE = msg(
    "Its purpose was to explore how best to plan the overarching partnership meeting called for in paragraph"
    " {paragraph} of decision {decision} and how best to promote the early strengthening of the partnership"
    " programme."
)
CONSULTATION_OUTCOME = msg("The outcome of the consultation is discussed in document {symbol}.")
STEPS = msg(
    "In paragraph {paragraph} of its decision {decision}, the Governing Council requested the Executive Director,"
    " in consultation with Governments and other stakeholders, to strengthen the partnerships through a series"
    " of steps:"
)
STEP_WORDS = {
    "a": msg("developing an overarching framework"),
    "b": msg("expanding the number and scope of partnerships"),
    "c": msg("enhancing the artisanal and small-scale gold mining partnership"),
    "d": msg("endeavouring to secure adequate funds"),
}


def first_partnerships(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 1: the decision that started the partnerships, and the first areas."""
    decision = subjects.started_by
    if decision is None:
        return tell.paragraph("a.1", [])
    provision = next(iter(tell.record.where("provision", decision=decision.key)), None)
    sentences: list[Line | Told] = [tell.say(STARTED, decision=tell.decision(decision))]
    first = [area for area in subjects.areas if area.area["priority_period"] and area.code == "active"]
    stages = tuple(row for area in first if (row := area.stage or area.possible))
    if first:
        when = tell.when(first[0].area["priority_period"])
        names = tell.listing([tell.name(area.area) for area in first], long=True)
        sentences.append(Told(tell.say(FIRST, when=when, areas=names), stages))
    return tell.paragraph("a.1", sentences, rows=[row for row in (decision, provision, *stages) if row])


def call_for_support(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 2: the same call as in the cover note."""
    return mandate(tell, subjects, "a.2")


def input_sought(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 3: the methods used to date to seek input."""
    rows: list[Entry] = []
    notes: list[Note] = []
    items: list[list[Told]] = []
    for invitation in consultations.invitations_at(tell.record, tell.as_at):
        items.extend(_method(tell, invitation, subjects, rows))
        notes.extend(_replies(tell, invitation))
    items.extend(_consultations(tell, subjects, rows, notes))
    if not items:
        return tell.paragraph("a.3", [])
    # Where no method is certain, neither is that input was sought: the doubt then stands before the list.
    opened = min((told.rows for item in items for told in item), key=lambda rows: tell.span(rows) is not None)
    opening = [Told(tell.say(SOUGHT), opened), Told(tell.say(METHODS), opened)]
    lines = [tell.joined(tell.hedged(item, said=tell.span(opened))) for item in items]
    return tell.paragraph("a.3", opening, items=lines, rows=rows, notes=notes)


def _method(
    tell: Narrator, asked: consultations.InvitationAt, subjects: Subjects, rows: list[Entry]
) -> list[list[Told]]:
    """One invitation as an item of the list; those on new areas are told under their own heading."""
    topics = asked.invitation["topics"]
    if "areas_objectives" in topics:
        rows.extend((asked.invitation, *asked.compilations))
        return [_input_on_areas(tell, asked)]
    if "candidate_areas" in topics or "way_forward" in topics or subjects.strengthened_by:
        return []
    rows.extend((asked.invitation, *asked.compilations))
    return [_earlier_invitation(tell, asked)]


def _input_on_areas(tell: Narrator, asked: consultations.InvitationAt) -> list[Told]:
    # Input was obtained once replies had come: what is compiled shows it.
    came = sorted((*asked.compilations, *asked.replies), key=lambda row: tell.span([row]) is not None)
    told = [Told(tell.say(OBTAINED), tuple(came[:1]))] if came else []
    if "self_nomination" in asked.invitation["topics"]:
        told.append(Told(tell.say(SELF_NOMINATION), (asked.invitation,)))
    for row in sorted(asked.compilations, key=lambda row: str(row["document"])):
        tell.keep([_replies_figure(tell, row)])
        if row["document"] and row["respondent_kind"] in COMPILED:
            line = tell.say(COMPILED[row["respondent_kind"]], symbol=tell.symbol(row["document"]))
            told.append(Told(line, (row,)))
    return told


def _earlier_invitation(tell: Narrator, asked: consultations.InvitationAt) -> list[Told]:
    """An invitation under an earlier decision, with the number of replies where it is known."""
    row = asked.invitation
    told = [Told(tell.say(EARLIER, title=tell.name(row, "title"), when=tell.days(row.effective)), (row,))]
    for compiled in asked.compilations:
        figure = _replies_figure(tell, compiled)
        forms = EARLIER_REPLIES.get(compiled["respondent_kind"])
        if forms and isinstance(figure.value, int):
            told.append(Told(tell.count(*forms, figure.value, n=tell.figure(figure)), (compiled,)))
    return told


def _replies_figure(tell: Narrator, compiled: Entry) -> Figure:
    """The number of replies of a kind of respondent; unknown where no source gives it."""
    name = compiled["invitation"].partition("/")[2]
    id = f"replies.{name}.{compiled['respondent_kind']}"
    return stated(id, compiled, compiled["number_of_replies"], "replies", tell.as_at)


def _replies(tell: Narrator, asked: consultations.InvitationAt) -> list[Note]:
    """Replies that are on record by name, for the margin."""
    message = msg("Reply on record: {title} ({when}).")
    return [
        Note("source", tell.say(message, title=tell.name(reply, "title"), when=tell.known(reply.effective)))
        for reply in asked.replies
        if reply.effective
    ]


def _consultations(tell: Narrator, subjects: Subjects, rows: list[Entry], notes: list[Note]) -> list[list[Told]]:
    """The informal consultations, once held, each an item of the list."""
    found = [
        meetings.meeting_at(tell.record, entry.key, tell.as_at)
        for entry in tell.record.where("meeting", kind="consultation")
    ]
    return [
        _consultation(tell, meeting, subjects, rows, notes) for meeting in found if meeting and meeting.state == "held"
    ]


def _consultation(
    tell: Narrator, meeting: meetings.MeetingAt, subjects: Subjects, rows: list[Entry], notes: list[Note]
) -> list[Told]:
    """A consultation: where and when, what it was to explore, and the document that holds its outcome."""
    row = meeting.schedule or meeting.possible
    assert row is not None  # a meeting that was held has a schedule
    rows.append(row)
    notes.extend(_other_days(tell, meeting))
    when = Ref(tell.days(row["held_on"]), meeting.meeting.key)
    told = [Told(tell.say(CONSULTATION, place=tell.text(meeting.meeting["place"]), when=when), (row,))]
    overarching, decision = subjects.provision("27"), subjects.strengthened_by
    if overarching and decision:
        cited = {"paragraph": tell.paragraph_of(overarching), "decision": tell.decision(decision)}
        told.append(Told(tell.say(CONSULTATION_PURPOSE, **cited), (row,)))
    return [*told, *_outcome(tell, meeting.meeting, rows, notes)]


def _other_days(tell: Narrator, meeting: meetings.MeetingAt) -> list[Note]:
    """Days that only a secondary source gives."""
    message = msg("A secondary source gives the days: {days}.")
    return [
        note
        for row in meeting.beside
        for note in (Note("source", tell.say(message, days=tell.known(row["held_on"]))), *tell.sources([row]))
    ]


def _outcome(tell: Narrator, meeting: Entry, rows: list[Entry], notes: list[Note]) -> list[Told]:
    """The document that holds the outcome of a meeting."""
    kind = {"role": "consultation_outcome", "subject": meeting.key}
    roles = (
        *tell.record.in_force("document-role", tell.as_at, **kind),
        *tell.record.possibly("document-role", tell.as_at, **kind),
    )
    for role in roles:
        document = tell.record.get(role["document"])
        if document:
            rows.append(role)
            notes.extend(later_issue(tell, document))
            return [Told(tell.say(CONSULTATION_OUTCOME, symbol=tell.symbol(document.key)), (role,))]
    return []


def steps(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 4: the steps of the decision's request, each opening its provision."""
    decision, request = subjects.strengthened_by, subjects.provision("27")
    if decision is None or request is None:
        return tell.paragraph("a.4", [])
    asked = [(item, subjects.provision("27", item)) for item in STEP_WORDS]
    present = [(item, provision) for item, provision in asked if provision]
    opening = tell.say(STEPS, paragraph=tell.paragraph_of(request), decision=tell.decision(decision))
    items: list[Line] = []
    for number, (item, provision) in enumerate(present, 1):
        words = Ref(tell.words(STEP_WORDS[item]), provision.key)
        items.append(tell.say(msg("{item}.") if number == len(present) else msg("{item};"), item=words))
    return tell.paragraph("a.4", [opening], items=items, rows=[request, *(p for _, p in present)])
