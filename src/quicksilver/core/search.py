"""Words as they are searched for, in six languages: the same tokens for every database.

Neither database finds Chinese words of two characters or Arabic words without their article by itself, so texts are
cut here, and a database only has to find tokens. Latin, Cyrillic and Arabic words are stemmed and lose case, accents
and the marks that writers leave out; a run of Chinese gives its characters and its pairs of them; figures are joined
(1,000,380 · 1 000 380 · 100万). Stems are those of Snowball (snowballstem.org).
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

import snowballstemmer

from quicksilver.core import symbols

# Beyond this a query is not read: no sentence that somebody looks for is longer.
LONGEST = 200
# Characters shown before a word that was found; twice as many after it.
AROUND = 90
# Tokens are words: what is longer is no word, and PostgreSQL takes no lexeme above 2 KiB.
_LONGEST_TOKEN = 60

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134a"
_MARKS = "\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
# A space may part groups of three digits, and so may each of the marks that a language uses.
_GROUPED = r"\d{1,3}(?P<mark>[,.'’٬， \u00a0\u2009\u202f])\d{3}(?:(?P=mark)\d{3})*(?!\d)(?:[.,]00(?!\d))?"
_FOUND = re.compile(
    rf"(?P<han>[{_HAN}]+)"
    rf"|(?P<number>(?:{_GROUPED}|\d+(?:\.\d+(?=\s?[万萬亿億]))?)(?P<myriad>\s?[万萬亿億])?(?!(?![{_HAN}])[^\W\d_]))"
    rf"|(?P<word>(?:(?![{_HAN}])[^\W_]|[{_MARKS}])+)"
)
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_PARTS_WORDS = re.compile(r"\w|[.,;:!?،؛؟。，；：！？]\s|\n|.{4}")
_APOSTROPHES = "'’ʼ"

_STEMMERS = {"ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian"}
# Letters that writers of a script exchange freely.
_FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي"})


@dataclass(frozen=True)
class Query:
    """What somebody looks for.

    Parameters
    ----------
    text : str
        The query as asked, without spaces around it.
    words : tuple of tuple of str
        Sets of tokens, as each language cuts the words; a text is found that has all of one set.
    exact : tuple of str
        The query taken as one identifier: a symbol, a number of a decision, a key.
    """

    text: str
    words: tuple[tuple[str, ...], ...]
    exact: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def wanted(self) -> frozenset[str]:
        """Every token of any language."""
        return frozenset(token for words in self.words for token in words)


def read(text: str) -> Query:
    """A query, in whatever language: the languages that share a script each cut it their way."""
    asked = unicodedata.normalize("NFC", text).strip()[:LONGEST]
    cut = dict.fromkeys(tuple(dict.fromkeys(tokens(asked, code, query=True))) for code in ("en", "fr", "es"))
    exact = dict.fromkeys((identifier(symbols.normalise(asked)), identifier(asked)))
    return Query(asked, tuple(words for words in cut if words), tuple(form for form in exact if form))


def tokens(text: str, language: str, query: bool = False) -> list[str]:
    """The tokens of a text in a language.

    For a query, a run of Chinese gives pairs only (one character if it is alone), and a word its one form.
    """
    return [token for _, _, token in _cut(unicodedata.normalize("NFC", text), language, query)]


def identifier(text: str) -> str:
    """A symbol, number or key as one token, however it is parted: ``24/3`` and ``24-3`` are ``24x3``."""
    parts = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
    return "x".join(parts)[:_LONGEST_TOKEN]


def marks(text: str, language: str, wanted: Collection[str]) -> list[tuple[int, int]]:
    """Where the wanted tokens stand in a text (in its NFC form): beginnings and ends, in order.

    Words that stand together are one place, such as the whole of a symbol.
    """
    found: list[tuple[int, int]] = []
    for begin, end, token in _cut(text, language, query=False):
        if token not in wanted:
            continue
        if found and not _PARTS_WORDS.search(text, found[-1][1], max(begin, found[-1][1])):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def excerpt(text: str, spans: list[tuple[int, int]], around: int = AROUND) -> list[tuple[str, bool]]:
    """A text around the first of the marked places, in pieces: the words, and whether they are marked."""
    first, last = (max(0, spans[0][0] - around), spans[0][1] + 2 * around) if spans else (0, 3 * around)
    first = 0 if first < 20 else text.find(" ", first, spans[0][0]) + 1 or first
    last = len(text) if last > len(text) - 20 else _word_end(text, last)
    pieces, at = [("…", False)] if first else [], first
    for begin, end in spans:
        if end <= last:
            pieces += [(text[at:begin], False), (text[begin:end], True)]
            at = end
    pieces.append((text[at:last] + ("…" if last < len(text) else ""), False))
    return [piece for piece in pieces if piece[0]]


def _word_end(text: str, last: int) -> int:
    """The space before a place, if there is one near it; Chinese has none."""
    space = text.rfind(" ", last - 20, last)
    return space if space > 0 else last


def _cut(text: str, language: str, query: bool) -> Iterator[tuple[int, int, str]]:
    """Every token with the place it stands at."""
    for match in _FOUND.finditer(text):
        if match["han"]:
            yield from _characters(match["han"], match.start(), query)
        elif match["number"]:
            yield match.start(), match.end(), _number(match)
        elif not _elided(text, match.start(), match.end()):
            for token in _forms(match["word"], language)[: 1 if query else None]:
                yield match.start(), match.end(), token


def _characters(run: str, start: int, query: bool) -> Iterator[tuple[int, int, str]]:
    for place, character in enumerate(run):
        if not query or len(run) == 1:
            yield start + place, start + place + 1, character
        if place + 1 < len(run):
            yield start + place, start + place + 2, run[place : place + 2]


def _number(match: re.Match[str]) -> str:
    """A number's digits; the Chinese units of ten thousand and a hundred million are counted out."""
    plain = unicodedata.normalize("NFKC", match["number"])
    if match["myriad"]:
        digits = re.sub(r"[^\d.]" if not match["mark"] else r"\D", "", plain)
        return format((Decimal(digits) * _MYRIADS[match["myriad"].strip()]).normalize(), "f").replace(".", "x")
    whole = re.sub(r"[.,]00$", "", plain) if match["mark"] else plain
    return "".join(str(unicodedata.decimal(sign)) for sign in whole if sign.isdecimal())[:_LONGEST_TOKEN]


def _elided(text: str, begin: int, end: int) -> bool:
    """The letter before or after an apostrophe is no word of its own: l'énergie, country's."""
    if end < len(text) and text[end] in _APOSTROPHES and end + 1 < len(text) and text[end + 1].isalpha():
        return end - begin == 1 or text[begin:end].lower() == "qu"
    return end - begin == 1 and begin > 1 and text[begin - 1] in _APOSTROPHES and text[begin - 2].isalpha()


@lru_cache(maxsize=65_536)
def _forms(word: str, language: str) -> tuple[str, ...]:
    """The forms of a word: its stem as written, then as written by those who leave the accents out."""
    plain = unicodedata.normalize("NFKC", word).casefold().replace("ـ", "").replace("\u00ad", "")
    spoken = _language(plain, language)
    if spoken == "ru":
        plain = plain.replace("ё", "е")  # й is a letter, not an accent, until the stem is found
        bare = plain
    elif spoken == "ar" and plain.endswith("ه"):
        plain = plain[:-1] + "ة"  # the two dots are often left out
        bare = _fold(plain)
    else:
        bare = _fold(plain)
    stemmed = (_fold(_stem(form, spoken)) for form in dict.fromkeys((plain, bare)))
    return tuple(dict.fromkeys(form[:_LONGEST_TOKEN] for form in stemmed if form))


def _language(word: str, language: str) -> str:
    """The language to stem by: the script tells it, but for those in Latin letters."""
    if any("\u0400" <= letter <= "\u04ff" for letter in word):
        return "ru"
    if any("\u0600" <= letter <= "\u06ff" for letter in word):
        return "ar"
    return language if language in ("en", "es", "fr") else "en"


def _stem(word: str, language: str) -> str:
    if any(letter.isdigit() for letter in word):
        return word
    stem: str = _stemmer(language).stemWord(word)
    return stem or word


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_STEMMERS[language])


def _fold(word: str) -> str:
    """Without accents and vowel signs, with one form for letters that are exchanged freely."""
    apart = unicodedata.normalize("NFD", word.translate(_FOLDED))
    return "".join(sign for sign in apart if sign.isalnum())
