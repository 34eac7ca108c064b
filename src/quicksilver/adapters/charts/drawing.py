"""Shapes and words at their places, drawn by Altair and vl-convert.

Places are worked out beforehand in the units of the view box, because what matters most (labels that do not
touch, an unknown value as a dashed outline) is not something a grammar of graphics decides. Each layer is named
after the classes of its shapes, so that the way out can tell them apart without looking at colours.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import pi
from typing import Any

import altair
import vl_convert

RADIUS = 6  # px, of a point
JOIN = "__"  # parts the classes in the name of a layer


@dataclass(frozen=True)
class Word:
    """Words at a place; ``anchor`` is start, middle or end, in the reading direction."""

    x: float
    y: float
    text: str
    classes: str = "b"
    anchor: str = "start"


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    classes: str


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    classes: str


@dataclass(frozen=True)
class Point:
    """A round point."""

    x: float
    y: float
    classes: str


Shape = Word | Box | Stroke | Point


@dataclass
class Drawing:
    """All shapes of a chart; later ones lie on top."""

    width: float
    height: float
    shapes: list[Shape] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Put shapes on top."""
        self.shapes.extend(shapes)


def vega_svg(drawing: Drawing) -> str:
    """The drawing as Vega writes it, one named group for each layer. Nothing is fetched."""
    layers = [_layer(kind, classes, rows, drawing) for (kind, classes), rows in _grouped(drawing.shapes)]
    chart = altair.layer(*layers).properties(width=drawing.width, height=drawing.height, autosize="none", padding=0)
    return vl_convert.vegalite_to_svg(chart.configure_view(stroke=None).to_dict(validate=False), allowed_base_urls=[])


def _grouped(shapes: Iterable[Shape]) -> list[tuple[tuple[str, str], list[dict[str, Any]]]]:
    """Shapes of one kind and look together, in the order in which each look first appears."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for shape in shapes:
        look = f"{shape.classes} {shape.anchor}" if isinstance(shape, Word) else shape.classes
        groups.setdefault((type(shape).__name__, look), []).append(_row(shape))
    return list(groups.items())


def _row(shape: Shape) -> dict[str, Any]:
    values = {"x": shape.x, "y": shape.y}
    if isinstance(shape, Word):
        return {**values, "text": shape.text}
    if isinstance(shape, Box):
        return {**values, "x2": shape.x + shape.width, "y2": shape.y + shape.height}
    if isinstance(shape, Stroke):
        return {**values, "x2": shape.x2, "y2": shape.y2}
    return values


def _layer(kind: str, look: str, rows: list[dict[str, Any]], drawing: Drawing) -> altair.Chart:
    base = altair.Chart(altair.Data(values=rows), name=look.replace(" ", JOIN))
    x = altair.X("x:Q", scale=_scale(drawing.width), axis=None)
    y = altair.Y("y:Q", scale=_scale(drawing.height), axis=None)
    if kind == "Word":
        align = {"start": "left", "middle": "center", "end": "right"}[look.rsplit(maxsplit=1)[-1]]
        return base.mark_text(align=align, baseline="alphabetic").encode(x=x, y=y, text="text:N")
    if kind == "Point":
        return base.mark_point(size=pi * RADIUS**2).encode(x=x, y=y)
    mark = base.mark_rect() if kind == "Box" else base.mark_rule()
    return mark.encode(x=x, y=y, x2="x2:Q", y2="y2:Q")


def _scale(extent: float) -> altair.Scale:
    """A scale that leaves the places as they are."""
    return altair.Scale(domain=[0, extent], range=[0, extent], nice=False, zero=False)
