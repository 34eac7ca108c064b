"""Bars from zero, each with its name and its value beside it; a value not on record is a dashed outline."""

from decimal import Decimal

from quicksilver.adapters.charts.drawing import Box, Drawing, Word
from quicksilver.adapters.charts.measure import width as words_width
from quicksilver.core.reports.outline import Bar, Chart

HEIGHT, PITCH, INSET = 28, 42, 10  # px: a bar, from one to the next, between a bar's end and its words
NAMES = 150  # px, for the names beside the bars; wider if the names are
NARROW = 500  # px; below it the names stand above their bars


def draw(chart: Chart, width: int) -> Drawing:
    """The bars in a width. [px]"""
    top = max((Decimal(bar.value) for bar in chart.bars if bar.value is not None), default=Decimal(0))
    return _beside(chart, width, top) if width >= NARROW else _above(chart, width, top)


def _beside(chart: Chart, width: int, top: Decimal) -> Drawing:
    drawing = Drawing(width, len(chart.bars) * PITCH)
    longest = max((words_width(bar.label) for bar in chart.bars), default=0)
    start = min(max(NAMES, longest + 2 * INSET), width / 2)
    for row, bar in enumerate(chart.bars):
        y = row * PITCH + 6
        drawing.add(Word(0, y + 19, bar.label))
        _bar(drawing, bar, top, (start, y, width - start))
    return drawing


def _above(chart: Chart, width: int, top: Decimal) -> Drawing:
    drawing = Drawing(width, len(chart.bars) * 58)
    for row, bar in enumerate(chart.bars):
        y = row * 58
        drawing.add(Word(0, y + 14, bar.label))
        _bar(drawing, bar, top, (0, y + 22, width))
    return drawing


def _bar(drawing: Drawing, bar: Bar, top: Decimal, room: tuple[float, float, float]) -> None:
    """One bar, its value inside if the words fit, else after its end."""
    x, y, full = room
    if bar.value is None:
        drawing.add(Box(x + 0.5, y, full - 1, HEIGHT, "ax dash"), Word(x + INSET, y + 19, bar.printed, "q"))
        return
    length = float(Decimal(bar.value) / top) * full if top else 0.0
    if length:
        drawing.add(Box(x, y, length, HEIGHT, "c1"))
    words = words_width(bar.printed) + 2 * INSET
    if words <= length:
        drawing.add(Word(x + INSET, y + 19, bar.printed, "b on"))
    elif words <= full - length:
        drawing.add(Word(x + length + (INSET if length else 0), y + 19, bar.printed, "b"))
    else:  # neither inside nor after it: at the end of the room, over the bar, on a ground of its own
        drawing.add(Word(x + full, y + 19, bar.printed, "b halo", "end"))
