"""What is wrong, said so that it can be mended: problems, and the one error that carries them.

Checks never raise one at a time. They return problems; the service raises ``Refused`` once, with all of
them; the door (page, command, API) prints them in the reader's language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Place:
    """Where a problem was found: a file and line, or a form's field."""

    file: str = ""
    line: int = 0
    field: str = ""

    def __str__(self) -> str:
        at = f"{self.file}:{self.line}" if self.line else self.file
        return f"{at}: {self.field}" if at and self.field else at or self.field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    Parameters
    ----------
    code : str
        Stable name of the kind of problem, such as ``date-impossible``.
    message : str
        Message id: an English sentence with ``{placeholders}``, whole, translatable. It says what is wrong
        with the value found, and what would be right.
    values : mapping
        What fills the placeholders.
    rule : str
        Where the rule comes from: a document and paragraph, a standard, or the project's own page.
    place : Place
        Where it was found.
    """

    code: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    rule: str = ""
    place: Place = Place()

    def at(self, place: Place) -> "Problem":
        """The same problem, located."""
        return Problem(self.code, self.message, self.values, self.rule, place)

    def __str__(self) -> str:
        sentence = self.message.format_map(self.values)
        located = f"{self.place}: {sentence}" if str(self.place) else sentence
        return f"{located} [{self.rule}]" if self.rule else located


class QuicksilverError(Exception):
    """What every error of the programme is a kind of."""


class Refused(QuicksilverError, ValueError):
    """Nothing was done, and here is everything that stood in the way.

    A ``ValueError`` too, because what was given, not the programme, has to change.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
