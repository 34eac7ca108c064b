"""How each language sets the numbers of chapters, sections and paragraphs, as printed by United Nations offices."""

_PARAGRAPH = {"ar": "{n} -"}
_CHAPTER = {"ar": "{n} - ", "zh": "{n}、"}
_SECTION = {"ar": "{n} - "}


def paragraph(number: str, language: str) -> str:
    """The number of a paragraph: 8. or, in Arabic, 8 -."""
    return _PARAGRAPH.get(language, "{n}.").format(n=number)


def heading(number: str, level: int, language: str) -> str:
    """The number of a heading with what parts it from the words; empty if it has none."""
    patterns = _CHAPTER if level == 1 else _SECTION
    return patterns.get(language, "{n}. ").format(n=number) if number else ""
