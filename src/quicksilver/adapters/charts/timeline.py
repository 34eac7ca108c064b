"""A line of moments: filled has happened, hollow is planned; each is named beside its point.

Wide, time runs along the line and the names stand above and below it in lanes, so that none touches another.
Narrow, the moments follow one another down a line, in order but not to scale.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quicksilver.adapters.charts.drawing import Drawing, Point, Stroke, Word
from quicksilver.adapters.charts.measure import width as words_width
from quicksilver.core.reports.outline import Chart

NARROW = 500  # px; below it the line runs down
LANE, GAP, MARGIN = 44, 14, 8  # px: height of a lane of names, between two names, at the ends of the line
STEP = 52  # px, from one moment to the next down the line


@dataclass(frozen=True)
class Stop:
    """One place on the line: a moment, or the date the chart holds for (``state`` is ``as_at``)."""

    on: date
    state: str
    lines: tuple[tuple[str, str], ...]  # class and words


def draw(chart: Chart, width: int) -> Drawing:
    """The timeline in a width. [px]"""
    stops = _stops(chart)
    return _along(stops, chart.as_at, width) if width >= NARROW else _down(stops, width)


def _stops(chart: Chart) -> list[Stop]:
    found = [
        Stop(moment.on, "solid" if moment.happened else "void", (("b", moment.label), ("q", moment.printed)))
        for moment in chart.moments
    ]
    if chart.as_at:
        found.append(Stop(chart.as_at, "as_at", (("b", chart.as_at_printed),)))
    return sorted(found, key=lambda stop: (stop.on, stop.state == "as_at"))


# -- down the line ----------------------------------------------------------------------------------------


def _down(stops: list[Stop], width: int) -> Drawing:
    texts = [[line for kind, text in stop.lines for line in _folded(text, kind, width - 34)] for stop in stops]
    tops = [14.0]
    for lines in texts:
        tops.append(tops[-1] + max(STEP, 18 * len(lines) + 16))
    drawing = Drawing(width, tops[-1] - 20 if stops else 20)
    for stop, lines, y, below in zip(stops, texts, tops, tops[1:], strict=False):
        if stop is not stops[-1]:
            drawing.add(Stroke(MARGIN, y, MARGIN, below, _line_look(stop.on, stops)))
        drawing.add(*(Word(34, y - 1 + 18 * n, text, kind) for n, (kind, text) in enumerate(lines)))
    for stop, y in zip(stops, tops, strict=False):
        drawing.add(Stroke(0, y, 24, y, "ink") if stop.state == "as_at" else Point(MARGIN, y, stop.state))
    return drawing


def _line_look(on: date, stops: list[Stop]) -> str:
    """Time that has passed is drawn through; what lies ahead is dashed."""
    as_at = next((stop.on for stop in stops if stop.state == "as_at"), date.max)
    return "ink" if on < as_at else "ax dash"


def _folded(text: str, kind: str, room: float) -> list[tuple[str, str]]:
    """Words folded to a width; Chinese may be folded anywhere."""
    pieces = text.split(" ") if " " in text else list(text)
    glue = " " if " " in text else ""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        longer = lines[-1] + glue + piece
        if words_width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return [(kind, line) for line in lines]


# -- along the line ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Label:
    """Where the words of a stop stand: lane 1, 2 … above the line, −1, −2 … below it."""

    stop: Stop
    x: float
    start: float
    anchor: str
    lane: int = 0

    @property
    def end(self) -> float:
        return self.start + _extent(self.stop)


def _along(stops: list[Stop], as_at: date | None, width: int) -> Drawing:
    if not stops:
        return Drawing(width, 20)
    place = _scale(stops, width)
    labels = _laned([_label(stop, place(stop.on), width) for stop in stops])
    above = max(0, *(label.lane for label in labels))
    below = max(0, *(-label.lane for label in labels))
    y = above * LANE + 16.0
    drawing = Drawing(width, y + below * LANE + 16)
    turn = place(as_at) if as_at else float(width)
    drawing.add(Stroke(0, y, turn, y, "ink"))
    drawing.add(*([Stroke(turn, y, width, y, "ax dash")] if turn < width else []))
    drawing.add(*(Stroke(place(on), y - 4, place(on), y + 4, "ax") for on in _quarters(stops)))
    for label in labels:
        _name(drawing, label, y)
    for label in labels:
        drawing.add(
            Stroke(label.x, y - 14, label.x, y + 14, "ink")
            if label.stop.state == "as_at"
            else Point(label.x, y, label.stop.state)
        )
    return drawing


def _scale(stops: list[Stop], width: int) -> Callable[[date], float]:
    """Days to places, with a little room at both ends."""
    first, last = stops[0].on, stops[-1].on
    days = max((last - first).days, 1)
    return lambda on: 24 + (on - first).days / days * (width - 48)


def _quarters(stops: list[Stop]) -> list[date]:
    """The first days of quarters between the ends; of years, if there are too many."""
    first, last = stops[0].on, stops[-1].on
    months = (1, 4, 7, 10) if last - first < timedelta(days=365 * 4) else (1,)
    days = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in months]
    return [day for day in days if first <= day <= last]


def _extent(stop: Stop) -> float:
    return max(words_width(text) for _, text in stop.lines)


def _label(stop: Stop, x: float, width: int) -> _Label:
    """Words begin at their point, or end at it where the drawing ends; the date stands under its mark."""
    extent = _extent(stop)
    if stop.state == "as_at":
        start = min(max(x - extent / 2, 0), width - extent)
        return _Label(stop, x, start, "middle" if start == x - extent / 2 else "start")
    if x - 6 + extent <= width:
        return _Label(stop, x, x - 6, "start")
    return _Label(stop, x, max(x + 6 - extent, 0), "end")


def _laned(labels: list[_Label]) -> list[_Label]:
    """Each label in the nearest lane where it touches no other and no leader crosses it."""
    placed: list[_Label] = []
    order = sorted(labels, key=lambda label: label.stop.state != "as_at")
    for turn, label in enumerate(order):
        sides = (-1, 1) if label.stop.state == "as_at" or turn % 2 == 0 else (1, -1)
        lanes = [side * depth for depth in range(1, len(labels) + 1) for side in sides]
        candidates = [replace(label, lane=lane) for lane in lanes]
        # Where no lane is free of leaders, one that is free of words will do: crossed rather than left out.
        free = next((new for new in candidates if _fits(new, placed)), None)
        placed.append(free or next(new for new in candidates if not any(_touch(new, old) for old in placed)))
    return placed


def _touch(new: _Label, old: _Label) -> bool:
    return old.lane == new.lane and old.start < new.end + GAP and new.start < old.end + GAP


def _fits(new: _Label, placed: list[_Label]) -> bool:
    for old in placed:
        if old.lane * new.lane < 0:
            continue
        if _touch(new, old):
            return False
        outer, inner = (new, old) if abs(new.lane) > abs(old.lane) else (old, new)
        if outer.lane != inner.lane and inner.start - 4 < outer.x < inner.end + 4:
            return False
    return True


def _name(drawing: Drawing, label: _Label, y: float) -> None:
    """The words of a label, with a leader where they do not stand next to the line."""
    lines = label.stop.lines
    first = y - label.lane * LANE + 6 if label.lane > 0 else y - (label.lane + 1) * LANE + 32
    first += 18 * (2 - len(lines)) if label.lane > 0 else 0
    x = {"start": label.start, "end": label.end, "middle": label.x}[label.anchor]
    if abs(label.lane) > 1:
        near = first + 18 * (len(lines) - 1) + 5 if label.lane > 0 else first - 14
        drawing.add(Stroke(label.x, y, label.x, near, "gl"))
    drawing.add(*(Word(x, first + 18 * n, text, kind, label.anchor) for n, (kind, text) in enumerate(lines)))
