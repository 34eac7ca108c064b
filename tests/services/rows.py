"""The least that a row of each kind must say, made from the models, so that a new kind is tested with the rest."""

from django.db import models

from quicksilver.core import codelists
from quicksilver.records.fields import CodeField, KeyField, LanguageField, TextsField
from quicksilver.records.models import RECORD_MODELS
from quicksilver.services import editing
from quicksilver.services.checking_values import fields_of
from quicksilver.services.steps import CHAINS

# Where the first code of a list, or a word, would not do.
GIVEN = {"currency": "USD", "amount": "1000.00", "number": "26/1", "letter": "b", "standing": "official", "order": "3"}
ORDER = [model.KIND for model in RECORD_MODELS]


def minimal(kind):
    """Values for every field that a row of a kind needs; references are to rows that ``one_of_each`` enters."""
    model = RECORD_MODELS[ORDER.index(kind)]
    needed = [field for field in fields_of(model) if not (field.null or field.blank or field.has_default())]
    values = {field.name: _value(field) for field in needed if field.name != "key"}
    text = next((field.name for field in fields_of(model) if isinstance(field, TextsField)), "")
    chain = CHAINS.get(kind)
    step = {chain.state: chain.table.initial[0]} if chain else {}
    if kind == "area-stage":
        step = {"stage": "proposed"}
    dated = {"effective": "2008-01"} if editing.is_dated(model) else {}
    return {**values, **({text: {"en": "First of its kind"}} if text else {}), **step, **dated}


def one_of_each(enter, before):
    """Enter a row of each kind that a kind may point to."""
    for kind in ORDER[: ORDER.index(before)]:
        enter(kind, **minimal(kind), key=f"{kind}/first")


def _value(field):
    if field.name in GIVEN:
        return GIVEN[field.name]
    if field.is_relation:
        return f"{field.related_model.KIND}/first"
    if isinstance(field, CodeField):
        return codelists.codes(field.codelist)[0]
    if isinstance(field, LanguageField):
        return "fr"
    if isinstance(field, KeyField):
        return "source/first"
    return "7" if isinstance(field, models.IntegerField) else "first"
