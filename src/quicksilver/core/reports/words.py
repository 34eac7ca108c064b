"""Whole sentences of reports, in six languages, with what fills them.

A sentence is a message of the ``reports`` catalogue with ``{placeholders}``; what fills a placeholder may be
words or parts of the document tree (a symbol, a link, a figure). Nothing is glued from pieces of sentences.
"""

import gettext
import string
from functools import cache
from pathlib import Path

from quicksilver.core import languages
from quicksilver.core.reports.outline import Inline, Line, Text

CATALOGUES = Path(__file__).parents[2] / "locale"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The reports catalogue of a language. English is the language of the message ids."""
    if language == "en":
        return gettext.NullTranslations()
    locale = languages.of(language).locale
    return gettext.translation("reports", CATALOGUES, languages=[locale])


class Words:
    """The voice of a report in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def words(self, message: str, **values: str) -> str:
        """A message as plain words."""
        translated = catalogue(self.language).gettext(message)
        return translated.format_map(values) if values else translated

    def say(self, message: str, **values: "str | Inline | Line") -> Line:
        """A message as a line of the document tree.

        Raises
        ------
        KeyError
            The sentence names a placeholder that nothing fills.
        """
        return filled(catalogue(self.language).gettext(message), values)

    def count(self, one: str, many: str, number: int, **values: "str | Inline | Line") -> Line:
        """A message that depends on a number, by the language's plural rules."""
        return filled(catalogue(self.language).ngettext(one, many, number), values)


def filled(template: str, values: "dict[str, str | Inline | Line]") -> Line:
    """A template with its placeholders filled; neighbouring words become one ``Text``."""
    parts: list[Inline] = []
    for literal, name, _, _ in string.Formatter().parse(template):
        if literal:
            parts.append(Text(literal))
        if name:
            value = values[name]
            parts.extend([Text(value)] if isinstance(value, str) else value if isinstance(value, tuple) else [value])
    return merged(tuple(parts))


def merged(line: Line) -> Line:
    """A line in which plain words that follow one another are one ``Text``."""
    parts: list[Inline] = []
    for part in line:
        last = parts[-1] if parts else None
        if isinstance(part, Text) and isinstance(last, Text) and part.language == last.language:
            parts[-1] = Text(last.text + part.text, last.language)
        elif not isinstance(part, Text) or part.text:
            parts.append(part)
    return tuple(parts)
