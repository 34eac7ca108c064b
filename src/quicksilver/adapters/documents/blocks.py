"""The blocks of a document as markup: masthead, headings, numbered paragraphs with their margin, tables, charts."""

from dataclasses import replace
from html import escape

from quicksilver.adapters import charts
from quicksilver.adapters.documents import labels
from quicksilver.adapters.documents.inline import FIGURE, Setting, footnote_id, line, words
from quicksilver.core.reports.outline import (
    Block,
    Chart,
    Document,
    FigureRef,
    Heading,
    Item,
    Line,
    Masthead,
    Note,
    Paragraph,
    Part,
    Table,
    plain,
)  # fmt: skip

FIGURES_TABLE = "figures"  # the table whose rows say what each figure rests on
WIDE, NARROW = 792, 350
SHORT = 20  # letters: the longest date is “30 de agosto de 2007”


def article(document: Document, given: Setting) -> str:
    """The whole document."""
    parts = [_masthead(document.masthead, given)]
    parts.extend(_part(part, given) for part in document.parts)
    if not given.paged:
        parts.append(_footnotes(document, given))
    return "\n".join(part for part in parts if part)


def anchor(id: str) -> str:
    """The anchor of a paragraph: a8 for a.8."""
    return id.replace(".", "")


def _head(*lines: str) -> str:
    return f'<div class="head">{"".join(lines)}</div>'


def _masthead(head: Masthead, given: Setting) -> str:
    def say(part: Line) -> str:
        return line(part, given)

    def stacked(parts: tuple[Line, ...]) -> str:
        return "<br>".join(say(part) for part in parts if part)

    banner = (
        f'<div class="masthead"><b>{say(head.organ)}</b><span>{say(head.symbol)}</span>'
        f"<span>{say(head.programme)}</span><span>{stacked(head.distribution)}</span></div>"
    )
    occasion = stacked((*head.occasion, *head.agenda))
    return _head(
        banner,
        f'<p class="occasion">{occasion}</p>' if occasion else "",
        f'<h1 class="title">{say(head.title)}</h1>',
        f'<p class="author">{say(head.author)}</p>' if head.author else "",
    )


def _part(part: Part, given: Setting) -> str:
    label = f"<h2>{line(part.label, given)}</h2>" if part.label else ""
    title = f'<p class="title">{line(part.title, given)}</p>' if part.title else ""
    opening = [_head(label, title)] if label or title else []
    blocks = [_block(block, given) for block in part.blocks]
    return "\n".join([f'<section class="part" id="part-{part.id}">', *opening, *blocks, "</section>"])


def _block(block: Block, given: Setting) -> str:
    if isinstance(block, Heading):
        return _heading(block, given)
    if isinstance(block, Paragraph):
        return _paragraph(block, given)
    if isinstance(block, Chart):
        return _head(_chart(block, given))
    return _head(f'<div class="wide">{table(block, given)}</div>')


def _heading(heading: Heading, given: Setting) -> str:
    name = "h2" if heading.level == 1 else "h3"
    number = escape(labels.heading(heading.number, heading.level, given.language))
    return _head(f"<{name}>{number}{line(heading.text, given)}</{name}>")


def _paragraph(paragraph: Paragraph, given: Setting) -> str:
    number = labels.paragraph(paragraph.number, given.language)
    items = "".join(_item(item, given) for item in paragraph.items)
    body = [f"<p>{line(paragraph.text, given)}</p>"]
    body.append(f"<ol>{items}</ol>" if items else "")
    body.append(f'<p class="closing">{line(paragraph.closing, given)}</p>' if paragraph.closing else "")
    margin = "" if given.paged else _margin(paragraph, given)
    return (
        f'<div class="para" id="{anchor(paragraph.id)}"><span class="no">{escape(number)}</span>'
        f'<div class="body">{"".join(body)}</div>{margin}</div>'
    )


def _item(item: Item, given: Setting) -> str:
    return f"<li><span>{escape(item.label)}</span><span>{line(item.text, given)}</span></li>"


def _margin(paragraph: Paragraph, given: Setting) -> str:
    """The margin beside a paragraph; the paragraph's own number leads its first note."""
    if not paragraph.notes:
        return ""
    lead = f'<b><bdi dir="ltr">{escape(paragraph.id)}</bdi></b> '
    notes = "".join(_note(note, lead if n == 0 else "", given) for n, note in enumerate(paragraph.notes))
    return f'<aside class="note">{notes}</aside>'


def _note(note: Note, lead: str, given: Setting) -> str:
    # A gap is a state, and states begin with their bead.
    bead = '<span class="bead none"></span>' if note.kind == "gap" else ""
    return f'<p class="{escape(note.kind)}">{lead}{bead}{line(note.text, given, marked=False)}</p>'


def table(table: Table, given: Setting) -> str:
    """A table; on a phone its rows become cards, so each cell carries the name of its column."""
    names = [plain(column) for column in table.columns]
    heads = "".join(
        f'<th scope="col"{_numeric(n, table)}>{line(column, given)}</th>' for n, column in enumerate(table.columns)
    )
    rows = "".join(_row(row, table, names, given) for row in table.rows)
    return (
        f'<table class="cards" id="table-{escape(table.id)}"><caption>{line(table.caption, given)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _numeric(column: int, table: Table) -> str:
    return ' class="num"' if column in table.numeric else ""


def _look(column: int, table: Table, cell: Line) -> str:
    """Short cells, dates above all, stay on one line."""
    return _numeric(column, table) or (' class="when"' if len(plain(cell)) <= SHORT else "")


def listed_figures(document: Document) -> frozenset[str]:
    """The figures that have a row in the annex of figures."""
    tables = [block for part in document.parts for block in part.blocks if isinstance(block, Table)]
    return frozenset(_figure_of(row) for table in tables if table.id == FIGURES_TABLE for row in table.rows)


def figure_anchor(figure: str) -> str:
    """The address of a figure's row within the document."""
    return f"#figure-{figure}"


def _figure_of(row: tuple[Line, ...]) -> str:
    return next((part.figure for cell in row for part in cell if isinstance(part, FigureRef)), "")


def _row(row: tuple[Line, ...], table: Table, names: list[str], given: Setting) -> str:
    figure = _figure_of(row) if table.id == FIGURES_TABLE else ""
    id = f' id="figure-{escape(figure)}"' if figure else ""
    if figure and given.link(FIGURE, figure) == figure_anchor(figure):
        given = replace(given, link=lambda kind, target: None)  # the row would open itself
    cells = [f'<th scope="row">{line(row[0], given)}</th>'] if row else []
    cells.extend(
        f'<td data-is="{escape(names[n])}"{_look(n, table, cell)}>{line(cell, given)}</td>'
        for n, cell in enumerate(row[1:], 1)
    )
    return f"<tr{id}>{''.join(cells)}</tr>"


def _chart(chart: Chart, given: Setting) -> str:
    """A chart drawn for wide and for narrow, and the table that says the same."""
    beside = table(chart.table, given) if chart.table else ""
    if given.paged:
        drawn = charts.image(chart, given.language)
    else:
        drawn = charts.svg(chart, given.language, WIDE) + charts.svg(chart, given.language, NARROW)
        summary = line(chart.table.caption, given) if chart.table else ""
        beside = f'<details class="below"><summary>{summary}</summary>{beside}</details>' if beside else ""
    return (
        f'<figure class="chart wide" id="chart-{escape(chart.id)}"><figcaption>'
        f"<h3>{words(chart.title, given.language)}</h3>"
        f"<small>{words(chart.subtitle, given.language)}</small></figcaption>{drawn}{beside}</figure>"
    )


def _footnotes(document: Document, given: Setting) -> str:
    notes = [
        f'<p class="small quiet" id="{footnote_id(n)}"><a class="src" href="#fn-{n}-call">{escape(note.mark)}</a>'
        f" {line(note.text, given)}</p>"
        for n, note in enumerate(document.footnotes, 1)
    ]
    return _head(*notes) if notes else ""
