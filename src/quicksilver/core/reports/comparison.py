"""What changed from one report to a later one: figures and paragraphs, told from the two trees alone."""

from dataclasses import dataclass

from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.outline import Document, Paragraph, plain


@dataclass(frozen=True)
class ChangedFigure:
    """A figure in the earlier and the later report; None where it is not in one of them."""

    id: str
    before: Figure | None
    after: Figure | None


@dataclass(frozen=True)
class ChangedParagraph:
    """The words of a paragraph in the earlier and the later report; empty where it is not in one of them."""

    id: str
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """Everything in which two reports differ, in the order of the later one."""

    figures: tuple[ChangedFigure, ...]
    paragraphs: tuple[ChangedParagraph, ...]


def between(earlier: Document, later: Document) -> Comparison:
    """What changed from one report to a later one in the same language.

    A figure has changed when its value or its unit has; a paragraph when its words have. That the date
    moved on is no change by itself.
    """
    figures_before, figures_after = ({figure.id: figure for figure in report.figures} for report in (earlier, later))
    texts_before, texts_after = texts(earlier), texts(later)
    return Comparison(
        tuple(
            ChangedFigure(name, figures_before.get(name), figures_after.get(name))
            for name in {**figures_after, **figures_before}
            if _value(figures_before.get(name)) != _value(figures_after.get(name))
        ),
        tuple(
            ChangedParagraph(name, texts_before.get(name, ""), texts_after.get(name, ""))
            for name in {**texts_after, **texts_before}
            if texts_before.get(name, "") != texts_after.get(name, "")
        ),
    )


def texts(report: Document) -> dict[str, str]:
    """The words of each numbered paragraph, its items and closing included, by the paragraph's id."""
    return {block.id: _words(block) for part in report.parts for block in part.blocks if isinstance(block, Paragraph)}


def _words(paragraph: Paragraph) -> str:
    items = [f"{item.label} {plain(item.text)}" for item in paragraph.items]
    return "\n".join(part for part in (plain(paragraph.text), *items, plain(paragraph.closing)) if part)


def _value(figure: Figure | None) -> tuple[object, ...]:
    """What makes a figure the same: an unknown value is not the same as no figure."""
    return (figure.value, figure.unit) if figure else ()
