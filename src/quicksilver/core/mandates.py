"""Citations of decisions: decision, part, paragraph, item, each a field of its own (T2)."""

import re
from dataclasses import dataclass

from quicksilver.core import formats
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg

RULE = "docs/data-files.md"

# Parts of decisions are cited by ordinals in Arabic (المقرر 23/9 رابعا), by Roman figures elsewhere.
_ARABIC_PARTS = {"I": "أولا", "II": "ثانيا", "III": "ثالثا", "IV": "رابعا", "V": "خامسا", "VI": "سادسا"}
_CITATION = re.compile(
    r"^(?P<decision>\d+/\d+)(?:\s+(?P<part>[IVX]+))?(?:,?\s+(?:para(?:graph)?\.?\s+)?(?P<paragraph>\d+))?"
    r"(?:\s*\((?P<item>[a-z]+)\))?$"
)


@dataclass(frozen=True, order=True)
class Citation:
    """A place in a decision: ``Citation("24/3", "IV", "27", "a")``; what is not cited is empty."""

    decision: str
    part: str = ""
    paragraph: str = ""
    item: str = ""

    def __str__(self) -> str:
        place = f"{self.paragraph} ({self.item})" if self.item else self.paragraph
        return " ".join(part for part in (self.decision, self.part, place) if part)

    def covers(self, other: "Citation") -> bool:
        """Whether another citation is the same place or lies within it."""
        own = (self.decision, self.part, self.paragraph, self.item)
        theirs = (other.decision, other.part, other.paragraph, other.item)
        return all(not mine or mine == its for mine, its in zip(own, theirs, strict=True))


def parse(text: str) -> Citation:
    """A citation as written: 24/3, 24/3 IV, 24/3 IV 27, 24/3 IV, paragraph 27 (a).

    Raises
    ------
    Refused
        It is not such a citation.
    """
    match = _CITATION.match(text.strip())
    if match is None or (match["item"] and not match["paragraph"]):
        message = msg("“{citation}” does not cite a decision. Write decision, part, paragraph, item: 24/3 IV 27 (a).")
        raise Refused([Problem("citation-malformed", message, {"citation": text}, RULE)])
    return Citation(*(match[name] or "" for name in ("decision", "part", "paragraph", "item")))


def local_number(number: str, part: str, language: str) -> str:
    """Number and part of a decision as a language cites them: 24/3 IV, 24/3 رابعا."""
    cited = _ARABIC_PARTS.get(part, part) if language == "ar" else part
    return f"{number} {cited}".strip()


def local_place(paragraph: str, item: str, language: str) -> str:
    """Paragraph and item as a language cites them: 27 (a), 27 a), 27 (أ)."""
    return f"{paragraph} {formats.letter(item, language)}" if len(item) == 1 else paragraph
