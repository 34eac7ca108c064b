"""Background, the input sought on strengthening support, and the steps the decision asks for."""

from quicksilver.core import consultations, meetings
from quicksilver.core.languages import forms, msg
from quicksilver.core.record import Entry
from quicksilver.core.reports.figures import Figure, stated
from quicksilver.core.reports.narrator import Narrator
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
EARLIER = msg("{title}, {when}.")
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
    sentences = [tell.say(STARTED, decision=tell.decision(decision))]
    first = [area for area in subjects.areas if area.area["priority_period"] and area.code == "active"]
    if first:
        when = tell.when(first[0].area["priority_period"])
        names = tell.listing([tell.name(area.area) for area in first], long=True)
        sentences.append(tell.say(FIRST, when=when, areas=names))
    stages = [area.stage or area.possible for area in first]
    return tell.paragraph("a.1", sentences, rows=[row for row in (decision, provision, *stages) if row])


def call_for_support(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 2: the same call as in the cover note."""
    return mandate(tell, subjects, "a.2")


def input_sought(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 3: the methods used to date to seek input."""
    rows: list[Entry] = []
    notes: list[Note] = []
    items: list[Line] = []
    for invitation in consultations.invitations_at(tell.record, tell.as_at):
        items.extend(_method(tell, invitation, subjects, rows))
        notes.extend(_replies(tell, invitation))
    items.extend(_consultation(tell, subjects, rows, notes))
    if not items:
        return tell.paragraph("a.3", [])
    return tell.paragraph("a.3", [tell.say(SOUGHT), tell.say(METHODS)], items=items, rows=rows, notes=notes)


def _method(
    tell: Narrator, asked: consultations.InvitationAt, subjects: Subjects, rows: list[Entry]
) -> list[Line]:
    """One invitation as an item of the list; those on new areas are told under their own heading."""
    topics = asked.invitation["topics"]
    if "areas_objectives" in topics:
        rows.extend((asked.invitation, *asked.compilations))
        return [_input_on_areas(tell, asked)]
    if "candidate_areas" in topics or "way_forward" in topics or subjects.strengthened_by:
        return []
    rows.extend((asked.invitation, *asked.compilations))
    return [_earlier_invitation(tell, asked)]


def _input_on_areas(tell: Narrator, asked: consultations.InvitationAt) -> Line:
    sentences = [tell.say(OBTAINED)]
    if "self_nomination" in asked.invitation["topics"]:
        sentences.append(tell.say(SELF_NOMINATION))
    for row in sorted(asked.compilations, key=lambda row: str(row["document"])):
        tell.keep([_replies_figure(tell, row)])
        if row["document"] and row["respondent_kind"] in COMPILED:
            sentences.append(tell.say(COMPILED[row["respondent_kind"]], symbol=tell.symbol(row["document"])))
    return tell.joined(sentences)


def _earlier_invitation(tell: Narrator, asked: consultations.InvitationAt) -> Line:
    """An invitation under an earlier decision, with the number of replies where it is known."""
    row = asked.invitation
    when = tell.when(row.effective) if row.effective else tell.words(msg("at an unknown date"))
    sentences = [tell.say(EARLIER, title=tell.name(row, "title"), when=when)]
    for compiled in asked.compilations:
        figure = _replies_figure(tell, compiled)
        forms = EARLIER_REPLIES.get(compiled["respondent_kind"])
        if forms and isinstance(figure.value, int):
            sentences.append(tell.count(*forms, figure.value, n=tell.figure(figure)))
    return tell.joined(sentences)


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


def _consultation(tell: Narrator, subjects: Subjects, rows: list[Entry], notes: list[Note]) -> list[Line]:
    """The informal consultation on how to plan the overarching meeting, once it was held."""
    found = [
        meetings.meeting_at(tell.record, entry.key, tell.as_at)
        for entry in tell.record.where("meeting", kind="consultation")
    ]
    held = [meeting for meeting in found if meeting and (meeting.schedule or meeting.possible)]
    if not held:
        return []
    meeting = held[0]
    row = meeting.schedule or meeting.possible
    assert row is not None  # held has only meetings with one of the two
    rows.append(row)
    notes.extend(_other_days(tell, meeting))
    place = tell.text(meeting.meeting["place"])
    sentences = [tell.say(CONSULTATION, place=place, when=Ref(tell.when(row["held_on"]), meeting.meeting.key))]
    overarching, decision = subjects.provision("27"), subjects.strengthened_by
    if overarching and decision:
        sentences.append(
            tell.say(
                CONSULTATION_PURPOSE, paragraph=tell.paragraph_of(overarching), decision=tell.decision(decision)
            )
        )
    sentences.extend(_outcome(tell, meeting.meeting, rows, notes))
    return [tell.joined(sentences)]


def _other_days(tell: Narrator, meeting: meetings.MeetingAt) -> list[Note]:
    """Days that only a secondary source gives."""
    message = msg("A secondary source gives the days: {days}.")
    return [
        note
        for row in meeting.beside
        for note in (Note("source", tell.say(message, days=tell.known(row["held_on"]))), *tell.sources([row]))
    ]


def _outcome(tell: Narrator, meeting: Entry, rows: list[Entry], notes: list[Note]) -> list[Line]:
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
            return [tell.say(CONSULTATION_OUTCOME, symbol=tell.symbol(document.key))]
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
