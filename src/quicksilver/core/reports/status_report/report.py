"""The outline of the status report, from masthead to the annex of figures."""

from datetime import date

from quicksilver.core import formats
from quicksilver.core.languages import msg
from quicksilver.core.record import Snapshot
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.narrator import Narrator
from quicksilver.core.reports.outline import Document, Footnote, FootnoteRef, Heading, Masthead, Part, Text
from quicksilver.core.reports.status_report import basis, cover, framework, funds, scope, support
from quicksilver.core.reports.status_report.subjects import Subjects

KIND = "status_report"
TITLE = msg("Status report on partnerships under the UNEP mercury programme")


def compose(record: Snapshot, as_at: date, language: str, known_at: str = "") -> Document:
    """The status report as at a date, from the record alone, in one language.

    Parameters
    ----------
    record : Snapshot
        The record as it was known.
    as_at : date
        The date the report holds for.
    language : str
        One of the six languages.
    known_at : str
        The moment of knowledge, as printed beside the date; empty for the present.
    """
    tell = Narrator(record, as_at, language)
    subjects = Subjects.of(record, as_at)
    title = tell.words(TITLE)
    # In this order: the list of figures holds what the other parts have told.
    parts = (_cover_note(tell, subjects), _annex(tell, subjects, title), _figures(tell, subjects))
    return Document(
        kind=KIND,
        language=language,
        as_at=as_at,
        known_at=known_at,
        title=title,
        masthead=_masthead(tell, subjects, title),
        parts=parts,
        footnotes=_footnotes(tell, subjects),
        figures=tuple(tell.figures.values()),
    )


def figures_at(record: Snapshot, as_at: date) -> tuple[Figure, ...]:
    """Every figure of the report as at a date, with its basis; the same in every language."""
    return compose(record, as_at, "en").figures


def _masthead(tell: Narrator, subjects: Subjects, title: str) -> Masthead:
    return Masthead(
        organ=tell.say(msg("United Nations Environment Programme")),
        programme=tell.say(msg("UNEP mercury programme")),
        symbol=tell.say(msg("Symbol: not on record")),
        distribution=(tell.say(msg("As at {date}"), date=tell.day(tell.as_at)),),
        occasion=cover.occasion(tell, subjects),
        agenda=cover.agenda(tell, subjects),
        title=(Text(title),),
        author=tell.say(msg("Note by the secretariat")),
    )


def _cover_note(tell: Narrator, subjects: Subjects) -> Part:
    return Part("c", (), (), tuple(cover.paragraphs(tell, subjects)))


def _annex(tell: Narrator, subjects: Subjects, title: str) -> Part:
    blocks = (
        _heading(tell, 1, "", msg("Background")),
        support.first_partnerships(tell, subjects),
        support.call_for_support(tell, subjects),
        _heading(tell, 1, "1", msg("Strengthening support for the UNEP mercury programme partnerships")),
        support.input_sought(tell, subjects),
        _heading(tell, 1, "2", msg("Strengthening the mercury programme partnerships")),
        support.steps(tell, subjects),
        _heading(tell, 2, "1", msg("Developing an overarching framework")),
        framework.paragraph(tell, subjects),
        _heading(tell, 2, "2", msg("Expanding the number and scope of partnerships")),
        scope.new_areas(tell, subjects),
        _heading(tell, 2, "3", msg("Enhancing the artisanal and small-scale gold mining partnership")),
        scope.gold_mining(tell, subjects),
        _heading(tell, 2, "4", msg("Endeavouring to secure adequate funds")),
        funds.funding(tell, subjects),
        funds.grant_rules(tell, subjects),
        funds.needs(tell, subjects),
    )
    return Part("a", tell.say(msg("Annex")), (Text(title),), blocks)


def _figures(tell: Narrator, subjects: Subjects) -> Part:
    blocks = basis.blocks(tell, subjects)
    return Part("f", tell.say(msg("Annex: figures")), tell.say(msg("Figures, and what each rests on")), blocks)


def _heading(tell: Narrator, level: int, number: str, message: str) -> Heading:
    """A heading, numbered the way the language numbers chapters and sections."""
    if number:
        make = formats.chapter if level == 1 else formats.section
        number = make(int(number), tell.language)
    return Heading(level, number, tell.say(message))


def _footnotes(tell: Narrator, subjects: Subjects) -> tuple[Footnote, ...]:
    """The asterisk of the agenda line: the symbol of the provisional agenda."""
    if subjects.agenda_document is None:
        return ()
    text = tell.say(msg("{symbol}."), symbol=tell.symbol(subjects.agenda_document.key))
    return (Footnote(FootnoteRef("*").mark, text),)
