"""Keys of new rows: the kind, then a name that a person can read: ``area-stage/asgm-active``, ``pledge/usa-2007``."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from quicksilver.core import dates, languages
from quicksilver.core.errors import Refused
from quicksilver.records.fields import CodeField, TextsField
from quicksilver.services.checking_values import fields_of
from quicksilver.services.drafts import Model

# Columns that tell rows of one kind apart, in the order in which a key names them.
_NUMBERS = ("code", "number", "symbol", "part", "paragraph", "item", "letter", "language")
_LONGEST = 60  # of a proposed name; keys may have twice as many characters
_WORDS = 6  # of a text that go into a key


def full(kind: str, key: str) -> str:
    """A key as somebody wrote it, the kind before it where it was left out."""
    return key if not key or key.startswith(f"{kind}/") else f"{kind}/{key}"


def propose(model: Model, values: Mapping[str, Any]) -> str:
    """A key for a new row that no row has yet: one SQL query.

    What is unique names a row by itself; else the row it belongs to comes first, and then its numbers, its codes, its
    year or its words, whichever it has.
    """
    name = "-".join(part for part in _parts(model, values) if part)[:_LONGEST].strip("-.") or "1"
    stem = f"{model.KIND}/{name}"
    taken = set(model.objects.filter(key__startswith=stem).values_list("key", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)


def slug(text: str) -> str:
    """The letters and digits of a text that a key may hold; nothing of scripts without Latin letters."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "-", ascii_only).strip("-.")


def _parts(model: Model, values: Mapping[str, Any]) -> Iterator[str]:
    unique = [_word(values.get(field.name)) for field in fields_of(model) if field.unique and not field.is_relation]
    own = next((word for word in unique[1:] if word), "")
    if own:
        yield own
        return
    parent = _parent(model, values)
    yield parent
    numbers = [_word(values.get(name)) for name in _NUMBERS]
    codes = [_word(values.get(field.name)) for field in fields_of(model) if _tells_apart(field)] if parent else []
    yield "-".join(filter(None, numbers)) or "-".join(filter(None, codes)) or _otherwise(model, values, parent)


def _parent(model: Model, values: Mapping[str, Any]) -> str:
    """The name of the row that this one belongs to: the first it must point to, its source apart."""
    belongs = [field for field in fields_of(model) if field.is_relation and not field.null and field.name != "source"]
    found = (str(values.get(field.name) or "").partition("/")[2] for field in belongs)
    return slug(next(found, ""))


def _tells_apart(field: models.Field) -> bool:
    return isinstance(field, CodeField) and not field.blank and not field.has_default()


def _otherwise(model: Model, values: Mapping[str, Any], parent: str) -> str:
    words = next((said for field in fields_of(model) if (said := _first_words(field, values.get(field.name)))), "")
    year = _year(values.get("effective"))
    return (year or words) if parent else (words or year)


def _first_words(field: models.Field, value: Any) -> str:
    """The first words of a text, in English if there is English, else in a language with Latin letters."""
    if not isinstance(field, TextsField) or not isinstance(value, Mapping) or field.name == "remark":
        return ""
    found = (value.get(code) for code in ("en", *languages.CODES))
    said = (slug(_text(wording)) for wording in found if wording)
    return "-".join(next(filter(None, said), "").split("-")[:_WORDS])


def _text(wording: Any) -> str:
    return str(wording.get("text") or "") if isinstance(wording, Mapping) else str(wording)


def _word(value: Any) -> str:
    return slug(value.replace("_", "-")) if isinstance(value, str) else ""


def _year(value: Any) -> str:
    try:
        known = dates.parse(value) if isinstance(value, str) and value else None
    except Refused:
        return ""
    return str(known.latest.year if known.latest.year < 9999 else known.earliest.year) if known else ""
