"""New areas under consultation or being studied, and the gold mining partnership."""

from quicksilver.core import areas, consultations
from quicksilver.core.languages import msg
from quicksilver.core.record import Entry
from quicksilver.core.reports.narrator import Narrator, Told
from quicksilver.core.reports.outline import Line, Note, Paragraph
from quicksilver.core.reports.status_report.cover import later_issue
from quicksilver.core.reports.status_report.subjects import GOLD_MINING, Subjects

NEW_SECTORS = msg(
    "Decision {decision} calls for the partnership programme to be strengthened to take in new, growing or related"
    " sectors, such as {areas}."
)
FEEDBACK = msg(
    "Through document {symbol}, UNEP is seeking feedback from Governments and stakeholders on the consideration of"
    " these new and emerging areas."
)
FEEDBACK_SOUGHT = msg(
    "Through document {symbol}, UNEP sought feedback from Governments and stakeholders on the consideration of these"
    " new and emerging areas."
)
INFORMATION = msg(
    "In addition, in line with the priority areas outlined in paragraph {paragraph} of decision {decision}, UNEP"
    " is seeking information on the way forward in the following areas: {areas}."
)
INFORMATION_SOUGHT = msg(
    "In addition, in line with the priority areas outlined in paragraph {paragraph} of decision {decision}, UNEP"
    " sought information on the way forward in the following areas: {areas}."
)
SINCE_ACTIVE = msg("Work has since begun, as a partnership area, on {area} ({when}).")
SINCE_MERGED = msg("The area of {area} has since been taken up together with that of {into} ({when}).")
TOGETHER = msg("UNEP and {organization} continue to work together to strengthen the partnership on {area}.")
STRATEGIES = msg("Document {symbol} discusses strategies for {strategies}.")


def new_areas(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 6."""
    rows: list[Entry] = []
    notes: list[Note] = []
    tell.keep(areas.stage_figures(tell.record, tell.as_at))
    told = [
        *_sectors(tell, subjects, rows),
        *_feedback(tell, subjects, rows, notes),
        *_information(tell, subjects, rows),
        *_since(tell, subjects, rows),
    ]
    return tell.paragraph("a.6", told, rows=rows, notes=notes)


def _sectors(tell: Narrator, subjects: Subjects, rows: list[Entry]) -> list[Told]:
    """The sectors the decision names, whatever became of them since."""
    decision, provision = subjects.strengthened_by, subjects.provision("27", "b")
    named = areas.entered(tell.record, tell.as_at, "proposed")
    if decision is None or provision is None or not named:
        return []
    rows.append(provision)
    names = tell.listing([tell.name(area) for area in named])
    return [Told(tell.say(NEW_SECTORS, decision=tell.decision(decision), areas=names))]


def _feedback(tell: Narrator, subjects: Subjects, rows: list[Entry], notes: list[Note]) -> list[Told]:
    told: list[Told] = []
    for asked in consultations.invitations_at(tell.record, tell.as_at, "candidate_areas"):
        document = tell.record.get(asked.invitation["document"])
        if document:
            rows.append(asked.invitation)
            notes.extend(later_issue(tell, document))
            message = FEEDBACK if _is_open(subjects, asked.invitation, "proposed", "consultation") else FEEDBACK_SOUGHT
            told.append(Told(tell.say(message, symbol=tell.symbol(document.key)), (asked.invitation,)))
    return told


def _information(tell: Narrator, subjects: Subjects, rows: list[Entry]) -> list[Told]:
    """Areas on which information is gathered under paragraph 19; not an expansion (T14)."""
    decision, provision = subjects.strengthened_by, subjects.provision("19")
    told: list[Told] = []
    for asked in consultations.invitations_at(tell.record, tell.as_at, "way_forward"):
        if decision and provision and asked.invitation["areas"]:
            rows.append(asked.invitation)
            names = tell.listing([tell.named(key) for key in asked.invitation["areas"]])
            paragraph, cited = tell.paragraph_of(provision), tell.decision(decision)
            message = INFORMATION if _is_open(subjects, asked.invitation, "information") else INFORMATION_SOUGHT
            line = tell.say(message, paragraph=paragraph, decision=cited, areas=names)
            told.append(Told(line, (asked.invitation,)))
    return told


def _is_open(subjects: Subjects, invitation: Entry, *stages: str) -> bool:
    """Whether any area an invitation asks about is still in the stage that it served."""
    codes = [found.code for found in subjects.areas if found.area.key in invitation["areas"]]
    return not codes or any(code in stages for code in codes)


def _since(tell: Narrator, subjects: Subjects, rows: list[Entry]) -> list[Told]:
    """What became of areas that were candidates before, and areas that came in later."""
    told: list[Told] = []
    # The first areas were active from the beginning: they are told in annex paragraph 1.
    newer = [found for found in subjects.areas if not found.area["priority_period"]]
    for found in newer:
        for row in (found.stage, found.possible):
            line = _change(tell, found, row) if row else None
            if row and line:
                rows.append(row)
                told.append(Told(line, (row,)))
    return told


def _change(tell: Narrator, found: areas.AreaAt, row: Entry) -> Line | None:
    """Work that has begun on an area, or its merger into another; None for other stages."""
    name, when = tell.name(found.area), tell.days(row.effective)
    if row["stage"] == "active":
        return tell.say(SINCE_ACTIVE, area=name, when=when)
    if row["stage"] == "merged" and row["into"]:
        return tell.say(SINCE_MERGED, area=name, into=tell.named(row["into"]), when=when)
    return None


def gold_mining(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 7: who works together on it, and the strategies discussed."""
    area = tell.record.get(GOLD_MINING)
    roles = _at(tell, "area-role", role="cooperating")
    strategies = _at(tell, "area-strategy")
    partners = [row for row in roles if row["stakeholder"] != "stakeholder/unep"]
    told: list[Told] = []
    notes: list[Note] = []
    if area and partners:
        names = tell.listing([tell.named(row["stakeholder"], "short_names") for row in partners])
        told.append(Told(tell.say(TOGETHER, organization=names, area=tell.name(area)), tuple(partners)))
    document = tell.record.get(strategies[0]["discussed_in"]) if strategies else None
    if document:
        listed = tell.listing([tell.name(row, "text") for row in strategies])
        told.append(Told(tell.say(STRATEGIES, symbol=tell.symbol(document.key), strategies=listed), tuple(strategies)))
        notes.extend(later_issue(tell, document))
    return tell.paragraph("a.7", told, rows=[*roles, *strategies], notes=notes)


def _at(tell: Narrator, kind: str, **fields: str) -> list[Entry]:
    """Rows of the gold mining area that are in force, or may be."""
    found = (tell.record.in_force, tell.record.possibly)
    return [row for ask in found for row in ask(kind, tell.as_at, area=GOLD_MINING, **fields)]
