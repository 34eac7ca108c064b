"""Comparing two reports by their trees alone."""

from datetime import date
from decimal import Decimal

from quicksilver.core.reports import comparison
from quicksilver.core.reports.comparison import ChangedParagraph
from quicksilver.core.reports.figures import Figure
from quicksilver.core.reports.outline import Document, Item, Masthead, Paragraph, Part, Text


def report(figures: dict[str, Decimal | None], paragraphs: dict[str, str], day: int = 1) -> Document:
    as_at = date(2007, 8, day)
    blocks = tuple(
        Paragraph(name, "1", (Text(text),), (Item("(a)", (Text("item"),)),)) for name, text in paragraphs.items()
    )
    return Document(
        kind="status_report",
        language="en",
        as_at=as_at,
        known_at="",
        title="",
        masthead=Masthead((), (), (), (), (), (), (), ()),
        parts=(Part("a", (), (), blocks),),
        figures=tuple(Figure(id, value, "USD", as_at, ()) for id, value in figures.items()),
    )


def test_same_words_and_values_are_no_change_though_the_date_moved():
    found = comparison.between(report({"f": Decimal(1)}, {"a.1": "x"}), report({"f": Decimal(1)}, {"a.1": "x"}, day=9))

    assert found == comparison.Comparison((), ())


def test_added_gone_and_changed_figures_are_told_in_the_later_order():
    before = report({"gone": Decimal(1), "changed": Decimal(2)}, {})
    after = report({"added": Decimal(3), "changed": Decimal(4)}, {})

    found = [
        (f.id, f.before and f.before.value, f.after and f.after.value)
        for f in comparison.between(before, after).figures
    ]
    assert found == [("added", None, Decimal(3)), ("changed", Decimal(2), Decimal(4)), ("gone", Decimal(1), None)]


def test_unknown_value_is_another_thing_than_no_figure():
    assert len(comparison.between(report({}, {}), report({"f": None}, {})).figures) == 1


def test_changed_paragraphs_are_told_with_both_wordings():
    found = comparison.between(report({}, {"a.1": "old", "a.2": "same"}), report({}, {"a.1": "new", "a.2": "same"}))

    assert found.paragraphs == (ChangedParagraph("a.1", "old\n(a) item", "new\n(a) item"),)
