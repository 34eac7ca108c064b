"""One report being told: the record, the date, the language, and the figures met on the way.

Composers ask the narrator for names, symbols, figures and notes; it sees to it that each links to its record
and that every printed figure is listed with its basis.
"""

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quicksilver.core import codelists, formats, mandates
from quicksilver.core.dates import KnownDate, Occurrence
from quicksilver.core.languages import Texts, msg
from quicksilver.core.money import Money
from quicksilver.core.record import Entry, Snapshot, SourceRef
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.outline import FigureRef, Inline, Item, Line, Note, Paragraph, Ref, Symbol, Text, plain
from quicksilver.core.reports.words import Words, filled, merged

NOTHING = msg("There is nothing to report under this heading.")
UNCERTAIN = msg("The record dates what follows only {when}; it does not say whether it had come about by {date}.")


@dataclass(frozen=True)
class Told:
    """A whole sentence with the rows that make it true; it is no more certain than they are."""

    line: Line
    rows: tuple[Entry, ...] = ()


class Narrator(Words):
    """The voice of one report in one language."""

    def __init__(self, record: Snapshot, as_at: date, language: str) -> None:
        super().__init__(language)
        self.record = record
        self.as_at = as_at
        self.figures: dict[str, Figure] = {}

    # -- words for things ---------------------------------------------------------------------------------

    def day(self, day: date) -> str:
        """A date in full."""
        return formats.day(day, self.language)

    def when(self, known: KnownDate) -> str:
        """A date as it stands in a sentence: on, in, from … to, after … and by."""
        return formats.when(known, self.language)

    def days(self, known: KnownDate | None) -> str:
        """The days of a row as they stand in a sentence, which the record may not know."""
        return self.when(known) if known else self.words(msg("at an unknown date"))

    def known(self, known: KnownDate) -> str:
        """A date standing by itself."""
        return formats.date_known(known, self.language)

    def text(self, texts: Texts) -> Text:
        """A text in the report's language, or marked as being in another."""
        wording = texts.best(self.language)
        return Text(wording.text, "" if wording.language == self.language else wording.language)

    def name(self, entry: Entry, field: str = "names") -> Ref:
        """The name of a record, opening it."""
        text = self.text(entry[field] or entry.fields.get("names", Texts()))
        return Ref(text.text, entry.key, text.language)

    def named(self, key: str, field: str = "names") -> Ref:
        """The name of the record with a key; the key itself if the record lacks it."""
        entry = self.record.get(key)
        return self.name(entry, field) if entry else Ref(key, key)

    def symbol(self, key: str) -> Inline:
        """A document's symbol, or its title where it has none."""
        document = self.record.get(key)
        if document is None:
            return Text(key)
        return Symbol(document["symbol"], key) if document["symbol"] else self.name(document, "title")

    def decision(self, entry: Entry) -> Ref:
        """The number and part of a decision, as cited in this language: 24/3 IV."""
        return Ref(mandates.local_number(entry["number"], entry["part"], self.language), entry.key)

    def paragraph_of(self, provision: Entry) -> Ref:
        """The paragraph and item of a provision: 27 (a)."""
        place = mandates.local_place(provision["paragraph"], provision["item"], self.language)
        return Ref(place, provision.key)

    def code(self, listname: str, code: str) -> str:
        """The label of a code."""
        return codelists.label(listname, code, self.language)

    def listing(self, parts: Sequence["Inline | str"], *, long: bool = False) -> Line:
        """Several things in a row, the way the language lists them; ``long`` parts them by semicolons."""
        marks = [f"{{{number}}}" for number in range(len(parts))]
        last = parts[-1] if parts else ""
        ends = last if isinstance(last, str) else plain((last,))
        template = formats.listing(marks, self.language, long=long, last=ends)
        return filled(template, {str(number): part for number, part in enumerate(parts)})

    # -- figures ------------------------------------------------------------------------------------------

    def keep(self, figures: Iterable[Figure]) -> None:
        """List figures with their basis even where no sentence prints them."""
        for figure in figures:
            self.figures.setdefault(figure.id, figure)

    def figure(self, figure: Figure) -> FigureRef:
        """A figure as printed, opening its basis."""
        self.keep([figure])
        return FigureRef(self.printed(figure), figure.id)

    def printed(self, figure: Figure) -> str:
        """The value of a figure in the language's form; an unknown value is said to be unknown."""
        if figure.value is None:
            return self.words(msg("not on record"))
        if len(figure.unit) == 3 and figure.unit.isupper():
            return formats.money(Money(Decimal(figure.value), figure.unit), self.language)
        return formats.number(figure.value, self.language)

    # -- paragraphs ---------------------------------------------------------------------------------------

    def paragraph(
        self,
        id: str,
        sentences: Sequence[Line | Told],
        *,
        items: Sequence[Line] = (),
        rows: Sequence[Entry] = (),
        notes: Sequence[Note] = (),
    ) -> Paragraph:
        """A numbered paragraph of whole sentences, with the sources of its rows in the margin."""
        told = self.hedged(sentences) if sentences or items else [self.say(NOTHING)]
        return Paragraph(
            id=id,
            number=id.partition(".")[2],
            text=self.joined(told),
            items=tuple(Item(formats.item_label(n, self.language), line) for n, line in enumerate(items, 1)),
            notes=(*self.sources(rows), *self.remarks(rows), *self.corrections(id), *notes),
        )

    def joined(self, sentences: Sequence[Line]) -> Line:
        """Whole sentences one after another; Chinese sets no space between them."""
        gap: Line = () if self.language == "zh" else (Text(" "),)
        parts: list[Inline] = []
        for sentence in map(_begun, sentences):
            parts.extend((*gap, *sentence) if parts else sentence)
        return merged(tuple(parts))

    def hedged(self, sentences: Iterable[Line | Told], said: KnownDate | None = None) -> list[Line]:
        """What is certain first; then, span by span, what is only possible, after a sentence that says so.

        ``said`` is a span that the reader has been told of already.
        """
        certain: list[Line] = []
        possible: dict[KnownDate, list[Line]] = {}
        for told in sentences:
            span = self.span(told.rows) if isinstance(told, Told) else None
            lines = certain if span is None else possible.setdefault(span, [])
            lines.append(told.line if isinstance(told, Told) else told)
        # What the reader has been told of comes before another sentence of the kind changes what it holds for.
        for span, lines in sorted(possible.items(), key=lambda group: group[0] != said):
            if span != said:
                certain.append(self.say(UNCERTAIN, when=self.when(span), date=self.day(self.as_at)))
            certain.extend(lines)
        return certain

    def span(self, rows: Iterable[Entry]) -> KnownDate | None:
        """The span within which the record leaves open when the last of some rows came about; None if all had."""
        spans = [row.effective for row in rows if row.effective and row.occurred(self.as_at) is Occurrence.POSSIBLY]
        return max(spans, default=None)

    # -- margin -------------------------------------------------------------------------------------------

    def sources(self, rows: Sequence[Entry]) -> list[Note]:
        """The sources the rows rest on, each once."""
        refs = list(dict.fromkeys(ref for row in rows for ref in row.sources))
        if not refs:
            return []
        return [
            Note("source", self.say(msg("Source: {sources}"), sources=self.listing([self.source(r) for r in refs])))
        ]

    def source(self, ref: SourceRef) -> Ref:
        """A source as cited in the margin: its mark; the place in it where it has none (⟨a.8⟩)."""
        entry = self.record.get(ref.source)
        if entry is None:
            return Ref(f"{ref.source.partition('/')[2]} {ref.locator}".strip(), ref.source)
        mark = entry.fields.get("mark") or ref.locator
        return Ref(mark or entry.key.partition("/")[2], ref.source)

    def remarks(self, rows: Sequence[Entry]) -> list[Note]:
        """What a reader must know about the rows."""
        texts = list(dict.fromkeys(row.remark for row in rows if row.remark.wordings))
        return [Note("uncertain", (self.text(remark),)) for remark in texts]

    def corrections(self, paragraph: str) -> list[Note]:
        """The faults of the source's copy in this paragraph, and how each is read."""
        faults = sorted(self.record.where("erratum", paragraph=paragraph), key=lambda row: _fault_order(row["number"]))
        message = msg("{number}: the source’s Chinese copy prints “{printed}”. {reading}")
        return [
            Note(
                "correction",
                self.say(
                    message,
                    number=Ref(fault["number"], fault.key),
                    printed=Text(fault["as_printed"], "" if self.language == "zh" else "zh"),
                    reading=self.text(fault["reading"]),
                ),
            )
            for fault in faults
        ]


def _begun(sentence: Line) -> Line:
    """A sentence with a capital, also where what fills a placeholder stands first."""
    first = sentence[0] if sentence else None
    if isinstance(first, Text | Ref) and first.text:
        return (dataclasses.replace(first, text=first.text[0].upper() + first.text[1:]), *sentence[1:])
    return sentence


def _fault_order(number: str) -> tuple[int, str]:
    """A sort key by which T2 and T2b, one fault in two paragraphs, come before T10."""
    return int("".join(sign for sign in number if sign.isdigit()) or 0), number
