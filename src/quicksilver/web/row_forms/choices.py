"""What can be chosen in a field of a form: codes by their words, rows by their names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from quicksilver.core import codelists, languages
from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry
from quicksilver.services import record as reading
from quicksilver.web import naming
from quicksilver.web.here import Here

# Up to so many rows stand in a list; of more, some are found by a word.
LISTED = 60
FOUND = 20


@dataclass(frozen=True)
class Option:
    """One choice."""

    value: str
    label: str
    chosen: bool = False


def codes(listname: str, chosen: Iterable[str]) -> list[Option]:
    """The codes of a list, those chosen first and in the order in which they were chosen."""
    held = [code for code in chosen if code in codelists.codes(listname)]
    ordered = dict.fromkeys([*held, *codelists.codes(listname)])
    return [Option(code, naming.first_up(naming.label(listname, code)), code in held) for code in ordered]


def spoken(chosen: str) -> list[Option]:
    """The six languages, each in its own name."""
    return [Option(each.code, each.name, each.code == chosen) for each in languages.LANGUAGES.values()]


def standing(chosen: str) -> list[Option]:
    """The standing of a source."""
    words = {"official": _("official"), "secondary": _("secondary")}
    return [Option(code, naming.first_up(label), code == chosen) for code, label in words.items()]


def truths(chosen: str) -> list[Option]:
    """Yes and no."""
    return [Option(code, label, code == chosen) for code, label in (("true", _("yes")), ("false", _("no")))]


def statuses(chosen: str) -> list[Option]:
    """How far a wording has come; one that is new is ours, unreviewed."""
    words = {
        "draft": _("ours, unreviewed"), "reviewed": _("reviewed"), "official": _("official wording"),
        "machine": _("by machine, unreviewed"),
    }  # fmt: skip
    return [Option(code, label, code == (chosen or "draft")) for code, label in words.items()]


def few(here: Here, kind: str) -> bool:
    """Whether the rows of a kind fit into a list: one SQL query, for a hundred thousand need not be read to know."""
    model: Any = reading.KINDS[kind]
    return bool(model.objects.order_by()[: LISTED + 1].count() <= LISTED)


def rows(here: Here, kind: str, chosen: Iterable[str]) -> list[Option]:
    """The rows of a kind by name, those chosen first and in the order in which they were chosen."""
    held = list(chosen)
    named = [Option(row.key, naming.plain_name(here.record, row), row.key in held) for row in here.record.of(kind)]
    ordered = sorted(named, key=lambda option: option.label.casefold())
    return sorted(ordered, key=lambda option: held.index(option.value) if option.chosen else len(held))


def found(here: Here, kind: str, words: str) -> list[Option]:
    """Rows in whose key or texts, in any language, all words stand; of every kind where none is given."""
    sought = words.casefold().split()
    kinds = reading.KINDS if kind == "any" else [kind]
    matching = (row for each in kinds for row in here.record.of(each) if sought and _says(row, sought))
    return [Option(row.key, naming.plain_name(here.record, row)) for row in islice(matching, FOUND)]


def _says(row: Entry, sought: list[str]) -> bool:
    said = " ".join(_said(row)).casefold()
    return all(word in said for word in sought)


def _said(row: Entry) -> Iterator[str]:
    yield row.key
    for value in row.fields.values():
        if isinstance(value, Texts):
            yield from (wording.text for wording in value.wordings)
        elif isinstance(value, str):
            yield value
