"""The catalogue files: reading, renewing and compiling them.

The files change only when the words do: no dates, no line numbers, no wrapped lines, sorted by message.
"""

import gettext
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Row
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import generate_po, read_po

from catalogues.message import Message

LOCALES = {"ar": "Arabic", "zh_Hans": "Chinese", "fr": "French", "ru": "Russian", "es": "Spanish"}
STATUS = "X-Wording-Status"
# Babel sets “many” behind “other” in Arabic; translators and their tools expect the order of CLDR:
# zero, one, two, few, many, other.
ARABIC = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
# Enough of two English sentences is alike for the translation of the one to help with the other.
ALIKE = 0.8


class Words(Catalog):
    """A catalogue whose header says what a translator needs and nothing that changes by itself."""

    def __init__(self, locale: str, domain: str, status: str = "unreviewed") -> None:
        super().__init__(locale=locale, domain=domain, header_comment=_introduction(locale), fuzzy=False)
        self.status = status

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's lines."""
        return [
            ("Project-Id-Version", "Quicksilver"),
            ("Language", str(self.locale)),
            ("Plural-Forms", plural_forms(str(self.locale))),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            (STATUS, self.status),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        self.status = dict(headers).get(STATUS, self.status)

    @property
    def num_plurals(self) -> int:
        """How many forms the language has."""
        return int(re.match(r"nplurals=(\d+)", plural_forms(str(self.locale))).group(1))


def path(folder: Path, locale: str, domain: str) -> Path:
    """Where a catalogue lies, in the folder of all locales."""
    return folder / locale / "LC_MESSAGES" / f"{domain}.po"


def plural_forms(locale: str) -> str:
    """The ``Plural-Forms`` of a language: Babel's, but for Arabic."""
    return ARABIC if locale == "ar" else str(get_plural(locale))


def numbers_by_form(forms: str) -> dict[int, list[int]]:
    """Which numbers each plural form serves, tried on the first thousand."""
    form_of = gettext.c2py(forms.split("plural=")[1].rstrip(";"))
    numbers: dict[int, list[int]] = {}
    for number in range(1000):
        numbers.setdefault(form_of(number), []).append(number)
    return numbers


def read(file: Path) -> Catalog:
    """A catalogue as it stands; an empty one where there is no file."""
    if not file.exists():
        return Catalog()
    with file.open("rb") as stream:
        return read_po(stream, locale=file.parts[-3], abort_invalid=True)


def renewed(old: Catalog, messages: Iterable[Message], *, locale: str, domain: str, status: str) -> Words:
    """The catalogue of what is said now, with the translations there are.

    Where only an older sentence much like the new one was translated, its translation is taken along and
    marked fuzzy: someone has to look at it.
    """
    new = Words(locale, domain, status)
    for message in messages:
        said = (message.singular, message.plural) if message.plural else message.singular
        new.add(said, locations=[(message.file, 0)], context=message.context or None)
    unused = {_first(row): row for row in old if row.id and new.get(_first(row), row.context) is None and row.string}
    for row in new:
        if row.id:
            _take(row, old.get(_first(row), row.context), unused)
            row.string = _shaped(row, new.num_plurals)
    return new


def status_of(file: Path) -> str:
    """The status of the wording that a file's header names."""
    found = re.search(rf'"{STATUS}: (\w+)', file.read_text(encoding="utf-8")) if file.exists() else None
    return found.group(1) if found else "unreviewed"


def update(folder: Path, found: dict[str, list[Message]]) -> None:
    """Write every catalogue anew."""
    for locale in LOCALES:
        for domain, messages in found.items():
            file = path(folder, locale, domain)
            words = renewed(read(file), messages, locale=locale, domain=domain, status=status_of(file))
            write(words, file)


def write(words: Catalog, file: Path) -> None:
    """Write a catalogue."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = generate_po(words, width=0, include_lineno=False, ignore_obsolete=True, sort_by="message")
    file.write_text("".join(lines).rstrip("\n") + "\n", encoding="utf-8")


def compile_all(folder: Path) -> None:
    """Write the binary form of each catalogue that is newer than it."""
    for file in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        binary = file.with_suffix(".mo")
        if not binary.exists() or binary.stat().st_mtime <= file.stat().st_mtime:
            with binary.open("wb") as stream:
                write_mo(stream, _complete(read(file)))


def _complete(catalogue: Catalog) -> Catalog:
    """A catalogue without half-translated messages: a form left empty would print as nothing."""
    for row in catalogue:
        if isinstance(row.string, tuple) and not all(row.string):
            row.string = ""
    return catalogue


def _first(row: Row) -> str:
    return row.id if isinstance(row.id, str) else row.id[0]


def _take(row: Row, old: Row | None, unused: dict[str, Row]) -> None:
    """Give a row the translation of the old one, or of one much like it."""
    if old is None:
        alike = get_close_matches(_first(row), unused, 1, ALIKE)
        if not alike:
            return
        old = unused[alike[0]]
        row.flags.add("fuzzy")
    row.string = old.string
    row.user_comments = list(old.user_comments)
    row.flags |= {"fuzzy"} & old.flags


def _shaped(row: Row, forms: int) -> str | tuple[str, ...]:
    """The translation with as many forms as the message needs."""
    given = (row.string or "",) if isinstance(row.string, str | None) else tuple(row.string)
    if isinstance(row.id, str):
        return given[0]
    return (*given, *[""] * forms)[:forms]


def _introduction(locale: str) -> str:
    """What stands at the head of the file."""
    shown = numbers_by_form(plural_forms(locale)).items()
    legend = [f"#   msgstr[{form}]: {', '.join(map(str, numbers[:6]))} …" for form, numbers in sorted(shown)]
    lines = [
        f"# What Quicksilver says, in {LOCALES[locale]}.",
        "# Fill in msgstr; keep every {placeholder} and %(placeholder)s; remove “fuzzy” once you have looked.",
        "# The wording is the project's own; see the status in the header below.",
        *(["# Where a sentence depends on a number, its forms are for:", *legend] if len(legend) > 1 else []),
    ]
    return "\n".join(lines)
