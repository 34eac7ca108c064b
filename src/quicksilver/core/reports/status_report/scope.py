"""New areas under consultation or being studied, and the gold mining partnership."""

from quicksilver.core import areas, consultations, dated
from quicksilver.core.record import Entry
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.outline import Line, Note, Paragraph
from quicksilver.core.reports.status_report.cover import later_issue
from quicksilver.core.reports.status_report.subjects import GOLD_MINING, Subjects
from quicksilver.core.languages import msg

NEW_SECTORS = msg(
    "Decision {decision} calls for the partnership programme to be strengthened to take in new, growing or related"
    " sectors, such as {areas}."
)
FEEDBACK = msg(
    "Through document {symbol}, UNEP is seeking feedback from Governments and stakeholders on the consideration of"
    " these new and emerging areas."
)
INFORMATION = msg(
    "In addition, in line with the priority areas outlined in paragraph {paragraph} of decision {decision}, UNEP"
    " is seeking information on the way forward in the following areas: {areas}."
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
    sentences = [
        *_sectors(tell, subjects, rows),
        *_feedback(tell, rows, notes),
        *_information(tell, subjects, rows),
        *_since(tell, subjects, rows),
    ]
    return tell.paragraph("a.6", sentences, rows=rows, notes=notes)


def _sectors(tell: Narrator, subjects: Subjects, rows: list[Entry]) -> list[Line]:
    """The sectors the decision names, whatever became of them since."""
    decision, provision = subjects.strengthened_by, subjects.provision("27", "b")
    named = areas.entered(tell.record, tell.as_at, "proposed")
    if decision is None or provision is None or not named:
        return []
    rows.append(provision)
    names = tell.listing([tell.name(area) for area in named])
    return [tell.say(NEW_SECTORS, decision=tell.decision(decision), areas=names)]


def _feedback(tell: Narrator, rows: list[Entry], notes: list[Note]) -> list[Line]:
    sentences: list[Line] = []
    for asked in consultations.invitations_at(tell.record, tell.as_at, "candidate_areas"):
        document = tell.record.get(asked.invitation["document"])
        if document:
            rows.append(asked.invitation)
            notes.extend(later_issue(tell, document))
            sentences.append(tell.say(FEEDBACK, symbol=tell.symbol(document.key)))
    return sentences


def _information(tell: Narrator, subjects: Subjects, rows: list[Entry]) -> list[Line]:
    """Areas on which information is gathered under paragraph 19; not an expansion (T14)."""
    decision, provision = subjects.strengthened_by, subjects.provision("19")
    sentences: list[Line] = []
    for asked in consultations.invitations_at(tell.record, tell.as_at, "way_forward"):
        if decision and provision and asked.invitation["areas"]:
            rows.append(asked.invitation)
            names = tell.listing([tell.named(key) for key in asked.invitation["areas"]])
            paragraph, cited = tell.paragraph_of(provision), tell.decision(decision)
            sentences.append(tell.say(INFORMATION, paragraph=paragraph, decision=cited, areas=names))
    return sentences


def _since(tell: Narrator, subjects: Subjects, rows: list[Entry]) -> list[Line]:
    """What became of areas that were candidates before."""
    sentences: list[Line] = []
    for found in subjects.areas:
        for row in (found.stage, found.possible):
            if row is None or not row.supersedes_key or row.effective is None:
                continue
            when = tell.when(row.effective)
            if row["stage"] == "active":
                rows.append(row)
                sentences.append(tell.say(SINCE_ACTIVE, area=tell.name(found.area), when=when))
            elif row["stage"] == "merged" and row["into"]:
                rows.append(row)
                into = tell.named(row["into"])
                sentences.append(tell.say(SINCE_MERGED, area=tell.name(found.area), into=into, when=when))
    return sentences


def gold_mining(tell: Narrator, subjects: Subjects) -> Paragraph:
    """Annex paragraph 7: who works together on it, and the strategies discussed."""
    area = tell.record.get(GOLD_MINING)
    roles = _at(tell, "area-role", role="cooperating")
    strategies = _at(tell, "area-strategy")
    partners = [row for row in roles if row["stakeholder"] != "stakeholder/unep"]
    sentences: list[Line] = []
    notes: list[Note] = []
    if area and partners:
        names = tell.listing([tell.named(row["stakeholder"], "short_names") for row in partners])
        sentences.append(tell.say(TOGETHER, organization=names, area=tell.name(area)))
    document = tell.record.get(strategies[0]["discussed_in"]) if strategies else None
    if document:
        told = tell.listing([tell.name(row, "text") for row in strategies])
        sentences.append(tell.say(STRATEGIES, symbol=tell.symbol(document.key), strategies=told))
        notes.extend(later_issue(tell, document))
    return tell.paragraph("a.7", sentences, rows=[*roles, *strategies], notes=notes)


def _at(tell: Narrator, kind: str, **fields: str) -> list[Entry]:
    """Rows of the gold mining area that are in force, or may be."""
    rows = tell.record.where(kind, area=GOLD_MINING, **fields)
    return [*dated.in_force(rows, tell.as_at), *dated.possibly(rows, tell.as_at)]
