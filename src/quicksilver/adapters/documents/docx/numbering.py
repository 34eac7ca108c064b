"""Word's own numbering: paragraphs on the first level, lettered items on the second; each part counts anew."""

from docx.document import Document as WordDocument

from quicksilver.adapters.documents import labels
from quicksilver.adapters.documents.docx.styles import LETTER, NUMBER, indented
from quicksilver.adapters.documents.docx.xml import Element, element, value
from quicksilver.core import formats
from quicksilver.core.reports.outline import Document, Paragraph, Part

ABSTRACT = "1"
# How Word counts in the letters of each script, by their first letter.
_LETTERS = {"a": "lowerLetter", "а": "russianLower", "أ": "arabicAbjad"}


def write(word: WordDocument, document: Document) -> dict[str, str]:
    """Write the numbering and tell, for each part, the number of its list."""
    root = word.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    root.append(_abstract(document.language))
    lists = {part.id: str(n) for n, part in enumerate(document.parts, 1)}
    root.extend(_list(lists[part.id], _first(part)) for part in document.parts)
    return lists


def properties(numbers: str, level: int) -> Element:
    """What makes a paragraph an entry of a list."""
    return element("numPr", value("ilvl", str(level)), value("numId", numbers))


def _first(part: Part) -> str:
    """The number with which a part begins."""
    return next((block.number for block in part.blocks if isinstance(block, Paragraph)), "1")


def _abstract(language: str) -> Element:
    first = formats.item_label(1, language)
    letter = next((letter for letter in _LETTERS if letter in first), "a")
    paragraph = labels.paragraph("%1", language)
    number, item = indented(NUMBER, language), indented(NUMBER + LETTER, language)
    return element(
        "abstractNum",
        value("multiLevelType", "multilevel"),
        _level(0, "decimal", paragraph, "NumberedParagraph", (number, NUMBER)),
        _level(1, _LETTERS[letter], first.replace(letter, "%2"), "LetteredItem", (item, LETTER)),
        abstractNumId=ABSTRACT,
    )


def _level(depth: int, letters: str, pattern: str, style: str, room: tuple[int, int]) -> Element:
    start, hanging = room
    stop = element("tabs", element("tab", val="num", pos=str(start)))
    return element(
        "lvl",
        value("start", "1"),
        value("numFmt", letters),
        value("pStyle", style),
        value("suff", "tab"),
        value("lvlText", pattern),
        value("lvlJc", "left"),
        element("pPr", stop, element("ind", left=str(start), hanging=str(hanging))),
        ilvl=str(depth),
    )


def _list(number: str, first: str) -> Element:
    """One part's list: the same levels, counted from the part's first number."""
    override = element("lvlOverride", value("startOverride", first if first.isdigit() else "1"), ilvl="0")
    return element("num", value("abstractNumId", ABSTRACT), override, numId=number)
