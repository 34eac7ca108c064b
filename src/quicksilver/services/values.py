"""Rows as the plain values that files and forms give (text, list, mapping), and such values as drafts of rows."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from quicksilver.adapters.datafiles import Located
from quicksilver.core.dates import KnownDate
from quicksilver.core.errors import Place
from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry, SourceRef
from quicksilver.services import checking_values
from quicksilver.services.drafts import Draft, Model

EMPTY: tuple[Any, ...] = (None, "", [], {})


def of(model: Model, row: Any) -> dict[str, Any]:
    """The values of a row, or of one of its versions, by field; what says nothing is left out."""
    found = {field.name: _of_field(field, getattr(row, field.attname)) for field in checking_values.fields_of(model)}
    return {name: value for name, value in found.items() if value not in EMPTY}


def of_entry(model: Model, row: Entry) -> dict[str, Any]:
    """The values of a row read as an entry, the same as ``of`` gives of the row itself."""
    first, *more = row.sources or (SourceRef(""),)
    beside = {
        "key": row.key,
        "effective": row.effective,
        "supersedes": row.supersedes_key,
        "remark": row.remark,
        "source": first.source,
        "locator": first.locator,
        "more_sources": [[each.source, each.locator] for each in more],
    }
    held = {**beside, **row.fields}
    found = {each.name: _of_field(each, held.get(each.name)) for each in checking_values.fields_of(model)}
    return {name: value for name, value in found.items() if value not in EMPTY}


def _of_field(field: models.Field, value: Any) -> Any:
    """The value of a column; an amount has as many digits after its point as it will be stored with."""
    if isinstance(field, models.DecimalField) and isinstance(value, Decimal):
        value = value.quantize(Decimal(1).scaleb(-field.decimal_places))
    return plain(value)


def plain(value: Any) -> Any:
    """A value as a file would write it: numbers, dates and truths as words."""
    if isinstance(value, Texts):
        return value.to_json()
    if isinstance(value, KnownDate):
        return value.edtf
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | Decimal) else value


def draft(model: Model, given: Mapping[str, Any], *, form: str = "") -> Draft:
    """The draft of a row from values by field; each stands at the field of its name. Empty values are not given.

    ``form`` names the part of a form they come from, where there is more than one.
    """
    said = {name: value for name, value in given.items() if value not in EMPTY}
    located = {name: _located(value, Place(file=form, field=name)) for name, value in said.items()}
    return Draft(model, located, Place(file=form))


def canonical(model: Model, given: Mapping[str, Any]) -> dict[str, Any]:
    """Values in the form in which a row would give them back, as far as they hold; so that like compares with like."""
    made = checking_values.made(draft(model, given), [])
    tidy = of(model, made.instance)
    return {
        name: tidy.get(name, value) if name not in made.faulty else value
        for name, value in given.items()
        if value not in EMPTY
    }


def same(model: Model, one: models.Model, other: models.Model) -> bool:
    """Whether two rows say the same."""
    return of(model, one) == of(model, other)


def _located(value: Any, place: Place) -> Located:
    if isinstance(value, Mapping):
        return Located({name: _located(child, place) for name, child in value.items()}, place)
    if isinstance(value, list | tuple):
        return Located([_located(child, place) for child in value], place)
    return Located(value, place)
