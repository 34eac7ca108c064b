"""Money asked for, promised and received; the small grants programme; what proposals ask for."""

from quicksilver.core.money import Money
from quicksilver.core.record import Entry
from quicksilver.core.reports.figures import Figure, stated
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.outline import Inline, Line, Note, Paragraph
from quicksilver.core.reports.status_report.subjects import Subjects
from quicksilver.core.languages import msg

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
    rows = [*position.appeals, *position.possible_appeals, *position.pledges, *position.receipts]
    sentences = [
        *(_appeal(tell, row) for row in (*position.appeals, *position.possible_appeals)),
        *(_pledge(tell, row) for row in position.pledges),
        *(_possible_pledge(tell, row) for row in position.possible_pledges),
        *(_receipt(tell, row) for row in position.receipts),
        _rest(tell, subjects),
    ]
    silent = position.covering or position.last_statement
    notes = [*_gaps(tell, subjects), *tell.sources([silent] if silent else []), *tell.remarks(position.possible_pledges)]
    return tell.paragraph("a.8", sentences, rows=rows, notes=notes)


def _appeal(tell: Narrator, row: Entry) -> Line:
    decision = tell.record.get(row["decision"])
    cited: Inline | str = tell.decision(decision) if decision else ""
    when = tell.when(row.effective) if row.effective else tell.words(msg("at an unknown date"))
    return tell.say(APPEAL, when=when[:1].upper() + when[1:], decision=cited)


def _amount(tell: Narrator, row: Entry) -> Inline:
    """The amount of one row as a figure that rests on that row."""
    name = row.key.replace("/", ".")
    return tell.figure(stated(name, row, row["amount"], row["currency"], tell.as_at))


def _pledge(tell: Narrator, row: Entry) -> Line:
    message = PLEDGED if row["appeal"] else PLEDGED_UNASKED
    return tell.say(message, donor=tell.named(row["donor"], "short_names"), amount=_amount(tell, row))


def _possible_pledge(tell: Narrator, row: Entry) -> Line:
    assert row.effective is not None  # only dated rows are possible
    return tell.say(
        MAY_HAVE_PLEDGED,
        donor=tell.named(row["donor"], "short_names"),
        amount=_amount(tell, row),
        when=tell.when(row.effective),
        date=tell.day(tell.as_at),
    )


def _receipt(tell: Narrator, row: Entry) -> Line:
    donor, amount = tell.named(row["donor"], "short_names"), _amount(tell, row)
    return tell.say(RECEIVED, date=tell.day(tell.as_at), amount=amount, donor=donor)


def _rest(tell: Narrator, subjects: Subjects) -> Line:
    """Whether anything else came: stated, or only not on record (unknown is not zero)."""
    position = subjects.funding
    date = tell.day(tell.as_at)
    told = position.pledges or position.possible_pledges or position.receipts
    if position.covering:
        tell.keep([_nothing_else(tell, position.covering)])
        return tell.say(NO_OTHER if told else NONE_AT_ALL, date=date)
    if position.last_statement and position.last_statement.effective:
        stated_on = tell.known(position.last_statement.effective)
        return tell.say(NO_OTHER_ON_RECORD, date=date, stated=stated_on)
    return tell.say(NOTHING_ON_RECORD, date=date)


def _nothing_else(tell: Narrator, statement: Entry) -> Figure:
    return stated("funding.other_pledges", statement, 0, "pledges", tell.as_at)


def _gaps(tell: Narrator, subjects: Subjects) -> list[Note]:
    position = subjects.funding
    notes = [Note("gap", tell.say(NOT_A_RECEIPT))] if position.pledges and not position.receipts else []
    return [*notes, Note("gap", tell.say(NEED_UNKNOWN))]


def grant_rules(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 9: the rules of the small grants programme, as sentences made from the rules."""
    rows: list[Entry] = []
    sentences: list[Line] = []
    for call in subjects.calls:
        rows.extend((call.call, *call.rules.values()))
        tell.keep(call.figures())
        beneficiaries = call.rules.get("beneficiaries")
        if beneficiaries:
            names = tell.listing([tell.code("beneficiary", code) for code in beneficiaries["members"]])
            sentences.append(tell.say(GRANTS, beneficiaries=names))
        figures = {figure.id: figure for figure in call.figures()}
        sentences.extend(_limits(tell, call.rules, call.limit("priority_below"), figures))
        if "priority_cofinanced" in call.rules or "priority_in_kind" in call.rules:
            sentences.append(tell.say(PRIORITY_COFINANCED))
        if "balance" in call.rules:
            sentences.append(tell.say(BALANCE))
    return tell.paragraph("a.9", sentences, rows=rows)


def _limits(
    tell: Narrator, rules: dict[str, Entry], threshold: Money | None, figures: dict[str, Figure]
) -> list[Line]:
    """The cap, and the amount below which a project has priority; the boundary is a setting (T18)."""
    sentences: list[Line] = []
    if "grants.cap" in figures:
        sentences.append(tell.say(CAP, amount=tell.figure(figures["grants.cap"])))
    if threshold is not None:
        message = PRIORITY_BELOW if rules["priority_below"]["strict"] is not False else PRIORITY_UP_TO
        sentences.append(tell.say(message, amount=tell.figure(figures["grants.priority_below"])))
    return sentences


def needs(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 10: what the proposals received so far ask for."""
    rows: list[Entry] = []
    sentences: list[Line] = []
    notes: list[Note] = []
    for call in subjects.calls:
        if call.needs:
            rows.extend(call.needs)
            labels = tell.listing([tell.code("need", row["need"]) for row in call.needs], long=True)
            sentences.append(tell.say(NEEDS, needs=labels))
            if call.number_of_proposals().value is None:
                notes.append(Note("gap", tell.say(UNCOUNTED)))
    return tell.paragraph("a.10", sentences, rows=rows, notes=notes)
