"""Money asked for, promised and received; the small grants programme; what proposals ask for."""

from dataclasses import replace

from quicksilver.core.languages import msg
from quicksilver.core.record import Entry
from quicksilver.core.reports.figures import Figure, stated
from quicksilver.core.reports.narrator import Narrator, Told
from quicksilver.core.reports.outline import Inline, Line, Note, Paragraph
from quicksilver.core.reports.status_report.subjects import Subjects

APPEAL = msg(
    "{when}, the Executive Director sent a letter on funding to the official focal points of UNEP, drawing"
    " attention to decision {decision} and to the need to raise funds for its implementation, including for"
    " partnership work."
)
PLEDGED = msg("Subsequently, {donor} pledged {amount} in support of partnership work.")
PLEDGED_UNASKED = msg("{donor} pledged {amount} in support of partnership work.")
MAY_HAVE_PLEDGED = msg(
    "{donor} pledged {amount} in support of partnership work; the record dates the pledge only {when} and does not"
    " say whether it had been made by {date}."
)
RECEIVED = msg("As at {date}, {amount} had been received from {donor}.")
NO_OTHER = msg("As at {date}, no other funds or pledges had been received.")
NONE_AT_ALL = msg("As at {date}, no funds or pledges had been received.")
NO_OTHER_ON_RECORD = msg(
    "As at {date}, no other funds or pledges had been received according to the record; the last statement to that"
    " effect is dated {stated}."
)
NOTHING_ELSE_ON_RECORD = msg("As at {date}, no other appeal, pledge or receipt is on record.")
NOTHING_ON_RECORD = msg("As at {date}, no appeal, pledge or receipt is on record.")
GRANTS = msg(
    "Under the small grants programme, UNEP continues to encourage the submission of project proposals designed to"
    " assist {beneficiaries} to understand and mitigate their mercury problems and to develop tools and strategies"
    " to mitigate mercury pollution."
)
CAP = msg("The maximum amount per project is {amount}.")
PRIORITY_BELOW = msg("Priority should be given to projects of less than {amount}.")
PRIORITY_UP_TO = msg("Priority should be given to projects of up to {amount}.")
PRIORITY_COFINANCED = msg(
    "However, projects that are co-financed from other sources or that receive substantial in-kind contributions"
    " should also be given priority."
)
BALANCE = msg("Geographic and sectoral balance should also be taken into account.")
NEEDS = msg("The proposals received to date generally stress, among other things, the following needs: {needs}.")
UNCOUNTED = msg("The number of proposals received is not on record.")
NEED_UNKNOWN = msg("The amount needed is not on record, so whether the funds are adequate cannot be judged.")
NOT_A_RECEIPT = msg("No receipt is on record: a pledge is not a receipt.")


def funding(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 8: the appeal, the pledges after it, and whether anything else came."""
    position = subjects.funding
    tell.keep((*position.pledged, *position.received, position.number_of_pledges))
    silent = position.covering or position.last_statement
    rows = [*position.appeals, *position.possible_appeals, *position.pledges, *position.receipts]
    rows.extend([silent] if silent else [])
    told = [
        *(_appeal(tell, row) for row in (*position.appeals, *position.possible_appeals)),
        *(_pledge(tell, row) for row in position.pledges),
        *(_possible_pledge(tell, row) for row in position.possible_pledges),
        *(_receipt(tell, row) for row in (*position.receipts, *position.possible_receipts)),
        Told(_rest(tell, subjects)),
    ]
    notes = [*_gaps(tell, subjects), *tell.remarks(position.possible_pledges)]
    return tell.paragraph("a.8", told, rows=rows, notes=notes)


def _appeal(tell: Narrator, row: Entry) -> Told:
    decision = tell.record.get(row["decision"])
    cited: Inline | str = tell.decision(decision) if decision else ""
    when = tell.days(row.effective)
    return Told(tell.say(APPEAL, when=when[:1].upper() + when[1:], decision=cited), (row,))


def _amount(tell: Narrator, row: Entry) -> Inline:
    """The amount of one row as a figure that rests on that row."""
    name = row.key.replace("/", ".")
    return tell.figure(stated(name, row, row["amount"], row["currency"], tell.as_at))


def _pledge(tell: Narrator, row: Entry) -> Told:
    message = PLEDGED if row["appeal"] else PLEDGED_UNASKED
    return Told(tell.say(message, donor=tell.named(row["donor"], "short_names"), amount=_amount(tell, row)))


def _possible_pledge(tell: Narrator, row: Entry) -> Told:
    """A pledge that may have been made: the sentence itself says how far it is dated."""
    line = tell.say(
        MAY_HAVE_PLEDGED,
        donor=tell.named(row["donor"], "short_names"),
        amount=_amount(tell, row),
        when=tell.days(row.effective),
        date=tell.day(tell.as_at),
    )
    return Told(line)


def _receipt(tell: Narrator, row: Entry) -> Told:
    donor, amount = tell.named(row["donor"], "short_names"), _amount(tell, row)
    return Told(tell.say(RECEIVED, date=tell.day(tell.as_at), amount=amount, donor=donor), (row,))


def _rest(tell: Narrator, subjects: Subjects) -> Line:
    """Whether anything else came: stated, or only not on record (unknown is not zero)."""
    position = subjects.funding
    date = tell.day(tell.as_at)
    told = position.pledges or position.possible_pledges or position.receipts or position.possible_receipts
    if position.covering:
        tell.keep([_nothing_else(tell, position.covering)])
        return tell.say(NO_OTHER if told else NONE_AT_ALL, date=date)
    if told and position.last_statement and position.last_statement.effective:
        stated_on = tell.known(position.last_statement.effective)
        return tell.say(NO_OTHER_ON_RECORD, date=date, stated=stated_on)
    told = told or position.appeals or position.possible_appeals
    return tell.say(NOTHING_ELSE_ON_RECORD if told else NOTHING_ON_RECORD, date=date)


def _nothing_else(tell: Narrator, statement: Entry) -> Figure:
    """Certain, though the statement was made later: it speaks of the whole time since the appeal."""
    return replace(stated("funding.other_pledges", statement, 0, "pledges", tell.as_at), certain=True)


def _gaps(tell: Narrator, subjects: Subjects) -> list[Note]:
    position = subjects.funding
    notes = [Note("gap", tell.say(NOT_A_RECEIPT))] if position.pledges and not position.receipts else []
    return [*notes, Note("gap", tell.say(NEED_UNKNOWN))]


def grant_rules(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 9: the rules of the small grants programme, as sentences made from the rules."""
    rows: list[Entry] = []
    told: list[Told] = []
    for found in subjects.calls:
        rows.extend((found.call, *found.rules.values()))
        tell.keep(found.figures())
        beneficiaries = found.rules.get("beneficiaries")
        if beneficiaries:
            names = tell.listing([tell.code("beneficiary", code) for code in beneficiaries["members"]])
            told.append(Told(tell.say(GRANTS, beneficiaries=names), (found.call, beneficiaries)))
        told.extend(_limits(tell, found.rules, {figure.id: figure for figure in found.figures()}))
        lifting = tuple(
            found.rules[rule] for rule in ("priority_cofinanced", "priority_in_kind") if rule in found.rules
        )
        if lifting:
            told.append(Told(tell.say(PRIORITY_COFINANCED), lifting))
        if "balance" in found.rules:
            told.append(Told(tell.say(BALANCE), (found.rules["balance"],)))
    return tell.paragraph("a.9", told, rows=rows)


def _limits(tell: Narrator, rules: dict[str, Entry], figures: dict[str, Figure]) -> list[Told]:
    """The cap, and the amount below which a project has priority; the boundary is a setting (T18)."""
    told: list[Told] = []
    if "grants.cap" in figures:
        told.append(Told(tell.say(CAP, amount=tell.figure(figures["grants.cap"])), (rules["cap"],)))
    if "grants.priority_below" in figures:
        rule = rules["priority_below"]
        message = PRIORITY_BELOW if rule["strict"] is not False else PRIORITY_UP_TO
        told.append(Told(tell.say(message, amount=tell.figure(figures["grants.priority_below"])), (rule,)))
    return told


def needs(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 10: what the proposals received so far ask for."""
    rows: list[Entry] = []
    told: list[Told] = []
    notes: list[Note] = []
    for found in subjects.calls:
        if found.needs:
            rows.extend(found.needs)
            labels = tell.listing([tell.code("need", row["need"]) for row in found.needs], long=True)
            told.append(Told(tell.say(NEEDS, needs=labels), found.needs))
            if found.number_of_proposals().value is None:
                notes.append(Note("gap", tell.say(UNCOUNTED)))
    return tell.paragraph("a.10", told, rows=rows, notes=notes)
