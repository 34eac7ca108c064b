"""What is wrong with the catalogues: one line for each fault, with file and line."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Row

from catalogues import files
from catalogues.message import Message

NAMED = re.compile(r"%\((\w+)\)[sd]")
TAG = re.compile(r"</?[a-z][^>]*>")
LONE = re.compile(r"%(?!%|\(\w+\)[sd])")


def faults(folder: Path, found: dict[str, list[Message]]) -> list[str]:
    """Every fault of every catalogue."""
    return [
        fault
        for locale in files.LOCALES
        for domain, messages in found.items()
        for fault in _of_file(files.path(folder, locale, domain), messages)
    ]


def _of_file(file: Path, messages: list[Message]) -> Iterator[str]:
    name = "/".join(file.parts[-4:])
    if not file.exists():
        yield f"{name}: there is no such catalogue. Run: make messages"
        return
    catalogue, forms = files.read(file), files.plural_forms(file.parts[-3])
    if f'"Plural-Forms: {forms}\\n"' not in file.read_text(encoding="utf-8"):
        yield f"{name}: the header's Plural-Forms should be {forms}"
    if f'"{files.STATUS}: ' not in file.read_text(encoding="utf-8"):
        yield f"{name}: the header should say the status of the wording, {files.STATUS}"
    said = {(message.singular, message.context or None): message for message in messages}
    # A sentence said both with and without a number is kept as one with a number.
    said |= {(message.singular, message.context or None): message for message in messages if message.plural}
    for (singular, context), message in said.items():
        row = catalogue.get(singular, context)
        for fault in _of_row(row, message, files.numbers_by_form(forms)):
            yield f"{name}:{row.lineno if row and row.lineno else 1}: {fault}: “{singular}”"
    yield from _obsolete(name, catalogue, set(said))


def _obsolete(name: str, catalogue: Catalog, said: set[tuple[str, str | None]]) -> Iterator[str]:
    for row in [*(row for row in catalogue if row.id), *catalogue.obsolete.values()]:
        first = row.id if isinstance(row.id, str) else row.id[0]
        if (first, row.context) not in said or row in catalogue.obsolete.values():
            yield f"{name}:{row.lineno or 1}: nothing says this any more (run: make messages): “{first}”"


def _of_row(row: Row | None, message: Message, numbers: dict[int, list[int]]) -> Iterator[str]:
    """What is wrong with the translation of one message."""
    if row is None:
        yield "missing (run: make messages, then translate)"
        return
    if bool(message.plural) == isinstance(row.id, str) or (message.plural and row.id[1] != message.plural):
        yield "the English forms have changed (run: make messages)"
        return
    given = (row.string,) if isinstance(row.string, str) else tuple(row.string)
    if not all(given):
        yield "not translated" if not any(given) else "a plural form is missing"
    elif row.fuzzy:
        yield "the English has changed: look at the translation and remove “fuzzy”"
    else:
        yield from _placeholders(message, given, numbers)
        yield from _markup(message, given)


def _markup(message: Message, given: tuple[str, ...]) -> Iterator[str]:
    """Tags must be those of the English, in any order."""
    wanted = sorted(TAG.findall(message.singular))
    for text in given:
        if sorted(TAG.findall(text)) != wanted:
            yield f"the tags should be {' '.join(wanted) or 'none'} in “{text}”"


def _placeholders(message: Message, given: tuple[str, ...], numbers: dict[int, list[int]]) -> Iterator[str]:
    """Placeholders must agree; a form that serves a single number may leave that number to words."""
    english = [message.singular, *([message.plural] if message.plural else [])]
    wanted = set().union(*(_names(text) for text in english))
    for form, text in enumerate(given):
        try:
            names = _names(text)
        except ValueError:
            yield f"a brace has no partner in “{text}”"
            continue
        unknown, lacking = names - wanted, wanted - names
        may_lack = 1 if message.plural and len(numbers.get(form, ())) == 1 else 0
        if unknown:
            yield f"placeholder {', '.join(sorted(unknown))} is not in the English"
        if len(lacking) > may_lack:
            yield f"placeholder {', '.join(sorted(lacking))} is missing in “{text}”"
        if "%" in "".join(english) and LONE.search(text.replace("%%", "")):
            yield f"a per cent sign should be doubled in “{text}”"


def _names(text: str) -> set[str]:
    """The placeholders of a text.

    Raises
    ------
    ValueError
        The text has a brace without its partner.
    """
    braced = {f"{{{name}}}" for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return braced | {f"%({name})s" for name in NAMED.findall(text)}
