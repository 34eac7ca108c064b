"""Which parts of a line run from left to right inside right-to-left words.

Numbers, dates, ranges and Latin names inside Arabic are set apart as runs of their own, so that no renderer
can turn their order around. [standards 1.5, 6.3]
"""

import re
from dataclasses import dataclass

from quicksilver.core import languages

_WORD = r"[A-Za-z0-9\u00C0-\u024F\u0400-\u04FF\u4E00-\u9FFF]"
# Signs that hold a run together: 24/3 IV, 1 000 380 (no-break spaces), UNEP(DTIE), 25–26, a.8, NGO’s.
_GLUE = r"[ \u00A0.,:;/()'’&@#+–−_-]"
_FOREIGN = re.compile(rf"[−+-]?{_WORD}(?:(?:{_WORD}|{_GLUE})*(?:{_WORD}|\)))?(?:[ \u00A0]?%)?")


@dataclass(frozen=True)
class Run:
    """Words of one direction; ``foreign`` runs go against the words around them."""

    text: str
    foreign: bool


def runs(text: str, language: str) -> list[Run]:
    """A text cut into runs; in a left-to-right language it is one run."""
    if languages.of(language).direction == "ltr":
        return [Run(text, False)] if text else []
    found: list[Run] = []
    end = 0
    for match in _FOREIGN.finditer(text):
        stop = match.start() + len(_balanced(match.group()))
        found.extend((Run(text[end : match.start()], False), Run(text[match.start() : stop], True)))
        end = stop
    found.append(Run(text[end:], False))
    return [run for run in found if run.text]


def _balanced(run: str) -> str:
    """A run without the closing brackets that belong to the words around it."""
    while run.endswith(")") and run.count(")") > run.count("("):
        run = run[:-1].rstrip()
    return run
