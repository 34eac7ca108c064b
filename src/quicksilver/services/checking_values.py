"""Checking each value of a draft by itself: its field must exist, its form and range must fit."""

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from quicksilver.adapters import datafiles
from quicksilver.core import money
from quicksilver.core.errors import Problem
from quicksilver.core.languages import msg
from quicksilver.records.fields import CodesField, KeysField
from quicksilver.services.drafts import RULE, Draft, Model

# How a YAML file writes a truth value; Django knows only Python's way.
_TRUTHS = {"true": True, "false": False}

_ONE_VALUE = (models.CharField, models.TextField, models.DecimalField, models.IntegerField, models.BooleanField)


@dataclass(frozen=True)
class Made:
    """A draft and the unsaved row made from it; ``faulty`` names the fields whose values do not hold."""

    draft: Draft
    instance: models.Model
    faulty: frozenset[str]


def made(draft: Draft, problems: list[Problem]) -> Made:
    """The unsaved row of a draft, as far as its values hold; what does not is added to the problems."""
    found = [*_unknown_fields(draft), *_money_problems(draft)]
    # What is already said of an amount and its currency is not said twice.
    found.extend(_missing(draft, {problem.place.field for problem in found}))
    faulty = {problem.place.field for problem in found}
    instance = draft.model()
    for field in fields_of(draft.model):
        given = draft.values.get(field.name)
        if given is None or given.value is None or field.name in faulty:
            continue
        try:
            setattr(instance, field.attname, _cleaned(field, datafiles.plain(given)))
        except ValidationError as error:
            found.extend(located(draft, problem, field.name) for problem in _as_problems(error, field, given))
            faulty.add(field.name)
    problems.extend(found)
    return Made(draft, instance, frozenset(faulty))


def fields_of(model: Model) -> list[models.Field]:
    """The fields that a draft may give."""
    return [field for field in model._meta.concrete_fields if field.editable]


def located(draft: Draft, problem: Problem, name: str) -> Problem:
    """A problem at the place of a value, which is named there."""
    place = draft.place_of(name)
    return problem.at(type(place)(place.file, place.line, name))


def did_you_mean(word: str, known: Collection[str]) -> str:
    """The known word that looks most like one, or empty."""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=0.6)), "")


def _unknown_fields(draft: Draft) -> Iterator[Problem]:
    known = [field.name for field in fields_of(draft.model)]
    for name in draft.values.keys() - set(known):
        found = {"name": name, "kind": draft.model.KIND, "known": ", ".join(known), "near": did_you_mean(name, known)}
        message = msg("A row of the kind “{kind}” has no field “{name}”. Its fields are: {known}.")
        if found["near"]:
            message = msg("A row of the kind “{kind}” has no field “{name}”. Did you mean “{near}”?")
        yield located(draft, Problem("field-unknown", message, found, RULE), name)


def _missing(draft: Draft, said: Collection[str]) -> Iterator[Problem]:
    """Fields that every row of the kind must give and this one does not."""
    for field in fields_of(draft.model):
        if field.name in said:
            continue
        given = draft.values.get(field.name)
        optional = field.null or field.blank or field.has_default()
        if not optional and (given is None or given.value in (None, "", [], {})):
            message = msg("The field “{name}” is missing: {help} Every row of the kind “{kind}” needs it.")
            found = {"name": field.name, "help": field.help_text, "kind": draft.model.KIND}
            yield located(draft, Problem("field-missing", message, found, RULE), field.name)


def _cleaned(field: models.Field, value: Any) -> Any:
    """A value in its field's own form; raises ``ValidationError``."""
    _require_shape(field, value)
    if field.is_relation:
        return value
    if isinstance(field, models.BooleanField):
        value = _TRUTHS.get(str(value).lower(), value)
    if isinstance(field, CodesField | KeysField) and isinstance(value, str):
        value = [value]
    return field.clean(value, None)


def _require_shape(field: models.Field, value: Any) -> None:
    """One value where one is due, and words that every database can hold."""
    if isinstance(value, list | dict) and (field.is_relation or isinstance(field, _ONE_VALUE)):
        raise ValidationError("one value", code="shape")
    if any("\x00" in text or (not text.isprintable() and _unpaired(text)) for text in _texts(value)):
        raise ValidationError("characters", code="characters")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))


def _unpaired(text: str) -> bool:
    """Whether a text holds half a character (a surrogate), which no database takes."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


_WHY = {
    "shape": msg("The field “{name}” takes one value here, not a list or a mapping."),
    "characters": msg("The text of “{name}” holds a character that cannot be stored (NUL or half a character)."),
    "max_length": msg("“{value}” is too long for “{name}”: {length} characters, at most {limit}."),
    "invalid": msg("“{value}” is not a value for “{name}”: {wanted}."),
    "max_digits": msg("“{value}” has too many digits for “{name}”: at most {limit}, two of them after the point."),
    "other": msg("“{value}” is not right for “{name}”: {help}"),
}
_ALSO = {"max_decimal_places": "max_digits", "max_whole_digits": "max_digits", "invalid_choice": "other"}
_WANTED = (
    (models.DecimalField, msg("write a plain number such as 1000380.00, without spaces or thousands marks")),
    (models.IntegerField, msg("write a whole number such as 12")),
    (models.BooleanField, msg("write true or false")),
    (models.JSONField, msg("write a list")),
)


def _as_problems(error: ValidationError, field: models.Field, given: datafiles.Located) -> list[Problem]:
    """The core's own problems where it found them, else Django's in our words."""
    if hasattr(error, "problems"):
        return list(error.problems)
    return [_as_problem(single.code or "other", field, str(datafiles.plain(given))) for single in error.error_list]


def _as_problem(code: str, field: models.Field, value: str) -> Problem:
    code = _ALSO.get(code, code)
    message = _WHY.get(code, _WHY["other"])
    wanted = next((words for kind, words in _WANTED if isinstance(field, kind)), field.help_text)
    limit = getattr(field, "max_digits", None) or field.max_length or ""
    found = {
        "value": value if len(value) <= 60 else f"{value[:60]}…",
        "name": field.name,
        "length": len(value),
        "limit": limit,
        "wanted": wanted,
        "help": field.help_text,
    }
    return Problem(f"value-{code}".replace("_", "-"), message, found, RULE)


def _money_problems(draft: Draft) -> list[Problem]:
    """An amount is nothing without its currency, nor a currency without its amount."""
    names = {field.name for field in fields_of(draft.model)}
    amount, currency = (_word(draft, name) for name in ("amount", "currency"))
    if not {"amount", "currency"} <= names or not (amount or currency) or _shapeless(draft):
        return []
    if not amount:
        message = msg("The currency {currency} stands without an amount. Give the amount, or neither.")
        problem = Problem("currency-without-amount", message, {"currency": currency}, money.RULE)
        return [located(draft, problem, "amount")]
    problems = [
        located(draft, problem, "currency" if problem.code.startswith("currency") else "amount")
        for problem in money.check(amount, currency)
    ]
    if not problems and Decimal(amount) <= 0:
        message = msg("The amount {amount} {currency} should be more than nothing.")
        found = {"amount": amount, "currency": currency}
        return [located(draft, Problem("amount-not-positive", message, found, money.RULE), "amount")]
    return problems


def _shapeless(draft: Draft) -> bool:
    """Whether a list or mapping stands where a word is due; that is told of the field itself."""
    return any(
        isinstance(draft.values[name].value, list | dict) for name in {"amount", "currency"} & draft.values.keys()
    )


def _word(draft: Draft, name: str) -> str:
    found = draft.values.get(name)
    return found.value if found and isinstance(found.value, str) else ""
