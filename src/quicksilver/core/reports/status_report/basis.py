"""The annex of figures: each with its value, its date, and the rows and sources it rests on."""

from quicksilver.core.languages import msg
from quicksilver.core.record import SourceRef
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.outline import Bar, Block, Chart, Inline, Line, Ref, Symbol, Table, Text
from quicksilver.core.reports.status_report.subjects import Subjects

LABELS = {
    "areas.active": msg("Partnership areas at work"),
    "areas.consultation": msg("Areas under consultation"),
    "areas.proposed": msg("Areas proposed"),
    "areas.information": msg("Areas on which information is being gathered"),
    "areas.merged": msg("Areas merged into others"),
    "areas.not_taken_up": msg("Areas not taken up"),
    "funding.pledges": msg("Number of pledges"),
    "funding.other_pledges": msg("Other pledges or funds"),
    "grants.cap": msg("Maximum amount per project"),
    "grants.priority_below": msg("Amount below which projects have priority"),
    "grants.proposals": msg("Number of proposals received"),
}
PREFIXES = {
    "funding.pledged": msg("Pledged, in all"),
    "funding.received": msg("Received, in all"),
    "pledge": msg("Pledge"),
    "receipt": msg("Receipt"),
    "replies": msg("Number of replies: {kind}"),
}
# What a row is called by where it stands for itself: one of its codes, or a row it concerns.
BY_CODE = {"call-rule": ("rule", "grant_rule"), "need-stressed": ("need", "need")}
BY_ROW = {"area-stage": "area", "pledge": "donor", "receipt": "donor", "compilation": "document"}
NAMES = ("names", "title", "subject", "text")


def label(tell: Narrator, figure: Figure) -> str:
    """What a figure is, in words, and that it is not certain where it is not."""
    if figure.certain or figure.value is None:
        return _name(tell, figure)
    return tell.words(msg("{figure} (not certain by this date)"), figure=_name(tell, figure))


def _name(tell: Narrator, figure: Figure) -> str:
    if figure.id in LABELS:
        return tell.words(LABELS[figure.id])
    prefix = next((words for start, words in PREFIXES.items() if figure.id.startswith(f"{start}.")), figure.id)
    kind = figure.id.rpartition(".")[2]
    return tell.words(prefix, kind=tell.code("stakeholder_kind", kind) if figure.id.startswith("replies.") else kind)


def blocks(tell: Narrator, subjects: Subjects) -> tuple[Block, ...]:
    """The chart of money, and the table of all figures."""
    return (money_chart(tell, subjects), _table(tell))


def money_chart(tell: Narrator, subjects: Subjects) -> Chart:
    """Pledged against received, with the finding as its title."""
    bars = []
    for name, figures in ((msg("Pledged"), subjects.funding.pledged), (msg("Received"), subjects.funding.received)):
        for figure in figures:
            bars.append(Bar(tell.words(name), figure.value, tell.printed(figure), figure.id))
    title = _finding(tell, subjects)
    columns = (tell.say(msg("Stage")), tell.say(msg("Amount")))
    rows = tuple(((Text(bar.label),), (Text(bar.printed),)) for bar in bars)
    caption = tell.say(msg("Pledged and received, as a table"))
    return Chart(
        id="funding",
        kind="bars",
        title=title,
        subtitle=tell.words(msg("United States dollars, as at {date}"), date=tell.day(tell.as_at)),
        bars=tuple(bars),
        table=Table("funding-table", caption, columns, rows, numeric=(1,)),
    )


def _finding(tell: Narrator, subjects: Subjects) -> str:
    position = subjects.funding
    if not position.pledges:
        return tell.words(msg("No pledge is certain by this date"))
    if not position.receipts:
        return tell.words(msg("Money has been pledged; no receipt is on record"))
    return tell.words(msg("Money has been pledged and received"))


def _table(tell: Narrator) -> Table:
    columns = (
        tell.say(msg("Figure")),
        tell.say(msg("Value")),
        tell.say(msg("Rests on")),
        tell.say(msg("Source")),
    )
    rows = tuple(_row(tell, figure) for figure in tuple(tell.figures.values()))
    caption = tell.say(msg("Every figure of this report, as at {date}"), date=tell.day(tell.as_at))
    return Table("figures", caption, columns, rows, numeric=(1,))


def _row(tell: Narrator, figure: Figure) -> tuple[Line, ...]:
    rows = [_called(tell, row.key) for row in figure.basis]
    sources = list(dict.fromkeys(SourceRef(row.source, row.locator) for row in figure.basis if row.source))
    nothing = tell.say(msg("no row on record"))
    return (
        (Text(label(tell, figure)),),
        (tell.figure(figure),),
        tell.listing(rows, long=len(rows) > 1) if rows else nothing,
        tell.listing([tell.source(ref) for ref in sources]) if sources else nothing,
    )


def _called(tell: Narrator, key: str) -> Inline:
    """The words for a row, which open it; its key if nothing names it."""
    row = tell.record.get(key)
    if row is None:
        return Ref(key, key)
    if row.kind in BY_CODE:
        field, codelist = BY_CODE[row.kind]
        return Ref(tell.code(codelist, row[field]), key)
    concerned = tell.record.get(row[BY_ROW[row.kind]]) if row.kind in BY_ROW else row
    if concerned is None:
        return Ref(key, key)
    if concerned.kind == "document":
        return Symbol(concerned["symbol"], key)
    field = next((name for name in NAMES if concerned.fields.get(name)), "")
    words = tell.name(concerned, field) if field else Ref(key, key)
    return Ref(words.text, key, words.language)
