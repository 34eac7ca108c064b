"""From the SVG that Vega writes to the one we serve: no colour, font or style is left, only classes.

The strict content policy forbids style attributes, and dark mode and print change colours by class. Right to
left, x is mirrored (W − x); ``text-anchor`` stays as it is, because it follows the reading direction.
"""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from quicksilver.adapters.charts.drawing import JOIN, RADIUS

_EMBED, _POP = "\u202b", "\u202c"  # right-to-left embedding, and its end
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_LAYER = re.compile(r"mark-(text|rect|rule|symbol) role-mark (\S+)_marks")


def shapes(vega: str, width: float, *, mirrored: bool, physical: bool = False) -> str:
    """The marks of a Vega SVG as elements with classes.

    ``physical`` is for renderers that know no reading direction: in a mirrored drawing start and end are swapped,
    and the words carry their direction as a control sign.
    """
    place = _Places(width, mirrored, physical)
    return "\n".join(_element(kind, look.split(JOIN), mark, place) for kind, look, mark in _marks(vega))


class _Places:
    """Where things stand once the drawing runs in the reading direction."""

    def __init__(self, width: float, mirrored: bool, physical: bool) -> None:
        self.width, self.mirrored, self.physical = width, mirrored, physical

    def x(self, x: float, extent: float = 0) -> str:
        return _short(self.width - x - extent if self.mirrored else x)

    def words(self, text: str) -> str:
        return f"{_EMBED}{text}{_POP}" if self.mirrored and self.physical else text

    def anchor(self, anchor: str) -> str:
        swapped = {"start": "end", "end": "start"} if self.mirrored and self.physical else {}
        return swapped.get(anchor, anchor)


def _marks(vega: str) -> Iterator[tuple[str, str, etree._Element]]:
    for group in etree.fromstring(vega.encode()).iter("{*}g"):
        found = _LAYER.search(group.get("class", ""))
        if found:
            yield from ((found[1], found[2], mark) for mark in group)


def _element(kind: str, look: list[str], mark: etree._Element, place: _Places) -> str:
    x, y = (*_numbers(mark.get("transform", "")), 0.0, 0.0)[:2]
    if kind == "text":
        return _text(look, x, y, mark.text or "", place)
    classes = " ".join(look)
    if kind == "rule":
        x2, y2 = float(mark.get("x2", 0)), float(mark.get("y2", 0))
        return f'<path class="{classes}" d="M{place.x(x)} {_short(y)}L{place.x(x + x2)} {_short(y + y2)}"/>'
    if kind == "symbol":
        return f'<circle class="{classes}" cx="{place.x(x)}" cy="{_short(y)}" r="{RADIUS}"/>'
    left, top, wide, high = _numbers(mark.get("d", ""))[:4]  # M x,y h w v h h -w Z
    return (
        f'<rect class="{classes}" x="{place.x(left, wide)}" y="{_short(top)}"'
        f' width="{_short(wide)}" height="{_short(high)}"/>'
    )


def _text(look: list[str], x: float, y: float, text: str, place: _Places) -> str:
    *classes, anchor = look
    shown = place.anchor(anchor)
    aligned = f' text-anchor="{shown}"' if shown != "start" else ""
    start = f'<text class="{" ".join(classes)}" x="{place.x(x)}" y="{_short(y)}"{aligned}>'
    return f"{start}{escape(place.words(text))}</text>"


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


def _short(value: float) -> str:
    return f"{round(value, 2):g}"
