"""Charts of the document tree: inline SVG for pages, a picture for paper and Word.

A chart always stands beside the table that says the same; its accessible name is its title, the finding.
"""

from base64 import b64encode
from functools import lru_cache
from html import escape
from pathlib import Path

import vl_convert

from quicksilver.adapters.charts import bars, inscribe, timeline
from quicksilver.adapters.charts.drawing import Drawing, vega_svg
from quicksilver.core import languages
from quicksilver.core.reports.outline import Chart

PAPER = 640  # px, the width of a chart on paper
_DRAW = {"bars": bars.draw, "timeline": timeline.draw}
_FACES = {"ar": "Noto Naskh Arabic", "zh": "Noto Sans CJK SC"}
_PAPER_SHEET = Path(__file__).parent / "paper.css"


@lru_cache(maxsize=512)
def svg(chart: Chart, language: str, width: int) -> str:
    """A chart for a page: classes only, words as text, mirrored where the language runs from right to left.

    Parameters
    ----------
    chart : Chart
        Bars or a timeline.
    language : str
        One of the six languages.
    width : int
        Width of the view box: 792 for wide, 350 for narrow screens. [px]
    """
    drawing = _DRAW[chart.kind](chart, width)
    kind = "wide" if width >= bars.NARROW else "narrow"
    return _wrapped(chart, drawing, f'class="{kind}" role="img"', _shapes(drawing, language))


@lru_cache(maxsize=64)
def picture(chart: Chart, language: str) -> str:
    """A chart as an SVG that needs no style sheet and no reading direction around it."""
    drawing = _DRAW[chart.kind](chart, PAPER)
    # The first face must have the script: not every renderer looks further for a missing sign.
    face = _FACES.get(language, "Noto Sans")
    sheet = _PAPER_SHEET.read_text(encoding="utf-8").replace("FACE", face)
    shapes = _shapes(drawing, language, physical=True)
    size = f'xmlns="http://www.w3.org/2000/svg" width="{drawing.width:g}" height="{drawing.height:g}"'
    return _wrapped(chart, drawing, size, f"<style>{sheet}</style>\n{shapes}")


def image(chart: Chart, language: str) -> str:
    """A chart as an image element for the typesetter, with its title as the text for those who cannot see it."""
    # The typesetter draws the words of an SVG letter by letter, which tears joined Arabic letters apart.
    joined = languages.of(language).direction == "rtl"
    kind, content = ("png", png(chart, language)) if joined else ("svg+xml", picture(chart, language).encode())
    return f'<img alt="{escape(chart.title)}" src="data:image/{kind};base64,{b64encode(content).decode()}">'


def png(chart: Chart, language: str) -> bytes:
    """A chart as a PNG, at three times the size it is shown: sharp on paper."""
    return vl_convert.svg_to_png(picture(chart, language), scale=3)


def _shapes(drawing: Drawing, language: str, *, physical: bool = False) -> str:
    mirrored = languages.of(language).direction == "rtl"
    return inscribe.shapes(vega_svg(drawing), drawing.width, mirrored=mirrored, physical=physical)


def _wrapped(chart: Chart, drawing: Drawing, attributes: str, content: str) -> str:
    box = f"0 0 {drawing.width:g} {drawing.height:g}"
    return f'<svg {attributes} viewBox="{box}" aria-label="{escape(chart.title)}">\n{content}\n</svg>'
