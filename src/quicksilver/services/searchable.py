"""What a row can be found by: its words in each language, and its identifiers and amounts."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db import models

from quicksilver.core import codelists, languages, search
from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry
from quicksilver.records.fields import CodeField, CodesField
from quicksilver.services import record as reading

# Columns that name a row to the world; every other short column only means something within it.
IDENTIFIERS = ("symbol", "number", "mark")
# The languages that cut Latin letters each their own way; what is in no language is cut in all of them.
_LATIN = ("en", "fr", "es")


@dataclass(frozen=True)
class Line:
    """One text of a row; ``language`` is empty where it is in none, as an amount is."""

    text: str
    language: str = ""
    is_amount: bool = False


def lines(row: Entry) -> Iterator[Line]:
    """Every text that a reader of the row sees, in the order of its columns, in its NFC form."""
    for line in _lines(row):
        yield replace(line, text=unicodedata.normalize("NFC", line.text))


def words(row: Entry) -> list[str]:
    """The tokens of a row's texts, each once."""
    found: dict[str, None] = {}
    for line in lines(row):
        for language in [line.language] if line.language else _LATIN:
            found |= dict.fromkeys(search.tokens(line.text, language))
    return list(found)


def identifiers(row: Entry) -> list[str]:
    """The tokens of what names a row: key, symbol, number; and of an amount with its currency."""
    named = [row.key, row.key.partition("/")[2], *(str(row.fields.get(name) or "") for name in IDENTIFIERS)]
    if row.fields.get("number") and row.fields.get("part"):
        named.append(f"{row['number']} {row['part']}")
    money = [str(row.fields.get("currency") or "").lower()] if row.fields.get("amount") is not None else []
    amounts = [plain(value) for value in row.fields.values() if isinstance(value, Decimal)]
    return list(dict.fromkeys(token for token in (*map(search.identifier, named), *amounts, *money) if token))


def plain(amount: Decimal) -> str:
    """An amount as one token: 1000380, or 1000380x5 for half a unit more."""
    return search.identifier(format(amount.normalize(), "f"))


def _lines(row: Entry) -> Iterator[Line]:
    for column in reading.KINDS[row.kind]._meta.concrete_fields:
        value = row.fields.get(column.name)
        if value:
            yield from _of_column(column, value)
    yield from _wordings(row.remark)


def _of_column(column: Any, value: Any) -> Iterator[Line]:
    if isinstance(value, Texts):
        yield from _wordings(value)
    elif isinstance(column, CodeField | CodesField):
        for code in [value] if isinstance(value, str) else value:
            labels = (Line(codelists.label(column.codelist, code, spoken), spoken) for spoken in languages.CODES)
            yield from labels
    elif isinstance(value, Decimal):
        yield Line(format(value.normalize(), "f"), is_amount=column.name == "amount")
    elif isinstance(column, models.TextField) or column.name in (*IDENTIFIERS, "currency", "part"):
        yield Line(str(value))


def _wordings(texts: Texts) -> Iterator[Line]:
    for wording in texts.wordings:
        yield Line(wording.text, wording.language)
        if wording.as_cited:
            yield Line(wording.as_cited, wording.language)
