"""The document tree: what a document of the programme is made of, in one language, before it is rendered.

A composer builds it, ``adapters/documents`` renders it (HTML, PDF, Word), and issuing freezes it as JSON.
It knows no colours, no pages and no database.
"""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from quicksilver.core.reports.figures import BasisRow, Figure

# -- inside a paragraph ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """Plain words. ``language`` is set only when they are not in the document's own language."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Symbol:
    """A document symbol, always left to right and never torn apart; ``key`` is the document's."""

    text: str
    key: str = ""


@dataclass(frozen=True)
class Ref:
    """A name that opens its record: a decision, an area, a meeting, a stakeholder."""

    text: str
    key: str
    language: str = ""


@dataclass(frozen=True)
class FigureRef:
    """A printed figure; ``figure`` is the id under which its basis is found."""

    text: str
    figure: str


@dataclass(frozen=True)
class FootnoteRef:
    """The mark of a footnote."""

    mark: str


Inline = Text | Symbol | Ref | FigureRef | FootnoteRef
Line = tuple[Inline, ...]

# -- blocks ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Masthead:
    """The head of the first page: the issuing organ, the symbol, and the lines beside and under them."""

    organ: Line
    programme: Line
    symbol: Line
    distribution: tuple[Line, ...]
    occasion: tuple[Line, ...]
    agenda: tuple[Line, ...]
    title: Line
    author: Line


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 opens a chapter (I), level 2 a section (A)."""

    level: int
    number: str
    text: Line


@dataclass(frozen=True)
class Note:
    """What stands in the margin beside a paragraph.

    ``kind`` is ``source``, ``correction``, ``uncertain``, ``gap`` or ``later``.
    """

    kind: str
    text: Line


@dataclass(frozen=True)
class Item:
    """A lettered item of a paragraph, such as (a)."""

    label: str
    text: Line


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph. ``id`` names part and number (``a.8``): annexes restart their numbering."""

    id: str
    number: str
    text: Line
    items: tuple[Item, ...] = ()
    closing: Line = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table; ``numeric`` lists the columns (from 0) that are set at the end of the line."""

    id: str
    caption: Line
    columns: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Bar:
    """One bar of a chart; a ``value`` of None is drawn as a dashed outline: the record does not say."""

    label: str
    value: Decimal | int | None
    printed: str
    key: str = ""


@dataclass(frozen=True)
class Moment:
    """One point of a timeline, ``on`` its first day; ``happened`` is false for what is only planned."""

    label: str
    on: date
    printed: str
    happened: bool
    key: str = ""


@dataclass(frozen=True)
class Chart:
    """A chart and the table that says the same.

    ``kind`` is ``bars`` or ``timeline``; the title is the finding, ``subtitle`` gives unit, place, time.
    """

    id: str
    kind: str
    title: str
    subtitle: str
    bars: tuple[Bar, ...] = ()
    moments: tuple[Moment, ...] = ()
    as_at: date | None = None
    as_at_printed: str = ""
    table: Table | None = None


@dataclass(frozen=True)
class Footnote:
    """A footnote of the document; the seed's own is marked by an asterisk."""

    mark: str
    text: Line


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True)
class Part:
    """A cover note or an annex; each starts its own paragraph numbers."""

    id: str
    label: Line
    title: Line
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A whole document in one language."""

    kind: str
    language: str
    as_at: date
    known_at: str
    title: str
    masthead: Masthead
    parts: tuple[Part, ...]
    footnotes: tuple[Footnote, ...] = ()
    figures: tuple[Figure, ...] = ()
    wording: str = "unreviewed"


_KINDS = {
    kind.__name__: kind
    for kind in (
        Text, Symbol, Ref, FigureRef, FootnoteRef, Masthead, Heading, Note, Item, Paragraph, Table, Bar,
        Moment, Chart, Footnote, Part, Document, Figure, BasisRow,
    )
}  # fmt: skip


def to_json(node: Any) -> Any:
    """A tree as plain JSON values; each node says its kind, decimals are strings, dates ISO 8601."""
    if is_dataclass(node) and not isinstance(node, type):
        values = {f.name: to_json(getattr(node, f.name)) for f in fields(node)}
        return {"node": type(node).__name__, **values}
    if isinstance(node, tuple | list):
        return [to_json(part) for part in node]
    if isinstance(node, Decimal):
        return {"decimal": str(node)}
    if isinstance(node, date):
        return {"date": node.isoformat()}
    return node


def from_json(value: Any) -> Any:
    """The tree that ``to_json`` wrote.

    Raises
    ------
    KeyError
        A node is of a kind this version does not know.
    """
    if isinstance(value, list):
        return tuple(from_json(part) for part in value)
    if not isinstance(value, dict):
        return value
    if "decimal" in value:
        return Decimal(value["decimal"])
    if "date" in value:
        return date.fromisoformat(value["date"])
    kind = _KINDS[value["node"]]
    return kind(**{name: from_json(part) for name, part in value.items() if name != "node"})


def plain(line: Line) -> str:
    """The words of a line, without its links."""
    return "".join(part.mark if isinstance(part, FootnoteRef) else part.text for part in line)
