"""The text of the Word file: masthead, parts, paragraphs, charts and tables, in order."""

from collections.abc import Mapping
from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Mm

from quicksilver.adapters import charts
from quicksilver.adapters.documents import blocks, labels
from quicksilver.adapters.documents.docx import faces, numbering, runs, tables
from quicksilver.adapters.documents.docx.styles import TEXT_WIDTH
from quicksilver.adapters.documents.docx.xml import Element, element, flag, inner, value
from quicksilver.core.reports.outline import (
    Block,
    Chart,
    Document,
    Heading,
    Line,
    Masthead,
    Paragraph,
    Part,
    Table,
    Text,
)  # fmt: skip

CHART_WIDTH = Mm(160)


def write(word: WordDocument, document: Document, numbers: Mapping[str, str], notes: Mapping[str, str]) -> None:
    """Write the whole text."""
    writer = _Writer(word, runs.Setting(document.language, notes, blocks.listed_figures(document)))
    writer.masthead(document.masthead)
    for part in document.parts:
        writer.part(part, numbers[part.id])


class _Writer:
    """Appends blocks to the body, in one language."""

    def __init__(self, word: WordDocument, given: runs.Setting) -> None:
        self.word, self.given, self.language = word, given, given.language
        self.body: Element = word.element.body
        self.bookmarks = tables.Bookmarks()

    def append(self, made: Element) -> Element:
        """Put an element before the section's own properties, which come last."""
        self.body.sectPr.addprevious(made)
        return made

    def paragraph(self, style: str, words: Line, *traits: Element, before: tuple[Element, ...] = ()) -> Element:
        """A paragraph in a style; ``traits`` are properties that come before its direction."""
        layout = element("pPr", value("pStyle", style), *traits)
        layout.extend([flag("bidi")] if faces.is_rtl(self.language) else [])
        return self.append(element("p", layout, *before, *runs.line(words, self.given)))

    def masthead(self, head: Masthead) -> None:
        """The organ and the symbol on one line, the programme and the date under them, then the occasion."""
        self._two_ends("Masthead", head.organ, head.symbol, strong=True)
        below = list(head.distribution) or [()]
        for n, line in enumerate(below):
            style = "MastheadEnd" if n == len(below) - 1 else "Masthead"
            self._two_ends(style, head.programme if n == 0 else (), line)
        for line in (*head.occasion, *head.agenda):
            self.paragraph("Occasion", line)
        self.paragraph("Title", head.title)
        self.paragraph("Author", head.author)

    def _two_ends(self, style: str, start: Line, end: Line, *, strong: bool = False) -> None:
        stop = element("tabs", element("tab", val="right", pos=str(TEXT_WIDTH)))
        opening = runs.line(start, self.given)
        if strong:
            for run in opening:
                _strengthen(run)
        self.paragraph(style, end, stop, before=(*opening, element("r", element("tab"))))

    def part(self, part: Part, numbers: str) -> None:
        """A cover note, or an annex on a page of its own."""
        if part.label:
            self.paragraph("Annex", part.label)
        if part.title:
            self.paragraph("AnnexTitle", part.title)
        for block in part.blocks:
            self.block(block, numbers)

    def block(self, block: Block, numbers: str) -> None:
        """One block."""
        if isinstance(block, Heading):
            number = labels.heading(block.number, block.level, self.language)
            self.paragraph(f"Heading{block.level}", (Text(number), *block.text))
        elif isinstance(block, Paragraph):
            self.numbered(block, numbers)
        elif isinstance(block, Chart):
            self.chart(block)
        else:
            self.table(block)

    def numbered(self, paragraph: Paragraph, numbers: str) -> None:
        """A numbered paragraph, its lettered items, and what closes it."""
        self.paragraph("NumberedParagraph", paragraph.text, numbering.properties(numbers, 0))
        for item in paragraph.items:
            self.paragraph("LetteredItem", item.text, numbering.properties(numbers, 1))
        if paragraph.closing:
            self.paragraph("Continued", paragraph.closing)

    def table(self, table: Table) -> None:
        """A table under its caption."""
        self.paragraph("Caption", table.caption)
        self.append(tables.write(table, self.given, self.bookmarks))

    def chart(self, chart: Chart) -> None:
        """A picture with its finding as the text for those who cannot see it, and the table that says the same."""
        self.paragraph("ChartTitle", (Text(chart.title),))
        self.paragraph("ChartSubtitle", (Text(chart.subtitle),))
        holder = self.word.add_paragraph(style="Chart")
        if faces.is_rtl(self.language):
            inner(holder).get_or_add_pPr().append(flag("bidi"))
        holder.add_run().add_picture(BytesIO(charts.png(chart, self.language)), width=CHART_WIDTH)
        for properties in inner(holder).iter("{*}docPr"):
            properties.set("descr", chart.title)
            properties.set("name", chart.id)
        if chart.table:
            self.table(chart.table)


def _strengthen(run: Element) -> None:
    """The name of the organ stands out."""
    layout = run.find("{*}rPr")
    if layout is None:
        layout = element("rPr")
        run.insert(0, layout)
    layout.insert(0, value("rStyle", "Strong"))
