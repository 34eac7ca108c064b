"""Tables in Word: the head repeats on each page, rows stay whole, and Arabic runs from right to left."""

from collections.abc import Iterator
from itertools import count

from quicksilver.adapters.documents.blocks import FIGURES_TABLE
from quicksilver.adapters.documents.docx import faces, runs
from quicksilver.adapters.documents.docx.styles import TEXT_WIDTH
from quicksilver.adapters.documents.docx.xml import Element, element, flag, value
from quicksilver.core.reports.outline import FigureRef, Line, Table, plain

LONGEST, ROOM = 40, 5  # letters: a longer cell is folded; what each column has over its letters


def write(table: Table, given: runs.Setting, bookmarks: "Bookmarks") -> Element:
    """A table as Word's own."""
    layout = element("tblPr", value("tblStyle", "Ruled"))
    layout.extend([flag("bidiVisual")] if faces.is_rtl(given.language) else [])
    layout.extend((element("tblW", w=str(TEXT_WIDTH), type_="dxa"), element("tblLayout", type_="autofit")))
    widths = _widths(table)
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    made = element("tbl", layout, grid)
    made.append(_row(table.columns, table, widths, given, "TableHead", flag("tblHeader")))
    for row in table.rows:
        made.append(_row(row, table, widths, given, "TableText"))
        if table.id == FIGURES_TABLE:
            bookmarks.place(made[-1], row)
    return made


class Bookmarks:
    """Places that figures open; each name once in a file."""

    def __init__(self) -> None:
        self._ids: Iterator[int] = count(1)
        self._names: set[str] = set()

    def place(self, made: Element, row: tuple[Line, ...]) -> None:
        """Mark a row as the place of the figure it shows."""
        figure = next((part.figure for cell in row for part in cell if isinstance(part, FigureRef)), "")
        name = runs.bookmark(figure)
        if not figure or name in self._names:
            return
        self._names.add(name)
        id = str(next(self._ids))
        paragraph = next(made.iter("{*}p"))
        paragraph.insert(1, element("bookmarkStart", id_=id, name=name))
        paragraph.append(element("bookmarkEnd", id_=id))


def _widths(table: Table) -> list[int]:
    """Columns as wide as their longest cell asks for, within reason; Word itself does not look."""
    lines = zip(table.columns, *table.rows, strict=True)
    asked = [min(max(len(plain(cell)) for cell in column), LONGEST) + ROOM for column in lines]
    return [TEXT_WIDTH * share // sum(asked) for share in asked]


def _row(
    cells: tuple[Line, ...], table: Table, widths: list[int], given: runs.Setting, style: str, *traits: Element
) -> Element:
    made = element("tr", element("trPr", flag("cantSplit"), *traits))
    for n, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        layout = element("pPr", value("pStyle", style))
        layout.extend([flag("bidi")] if faces.is_rtl(given.language) else [])
        layout.extend([value("jc", "right")] if n in table.numeric else [])  # the end: Word mirrors it in bidi
        size = element("tcPr", element("tcW", w=str(width), type_="dxa"))
        made.append(element("tc", size, element("p", layout, *runs.line(cell, given))))
    return made
