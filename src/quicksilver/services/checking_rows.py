"""Checking rows against one another and against the record: keys, references, uniqueness, chains."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models

from quicksilver.core.errors import Place, Problem
from quicksilver.core.languages import msg
from quicksilver.core.record import kind_of
from quicksilver.records.fields import KeyField, KeysField
from quicksilver.records.models import RECORD_MODELS
from quicksilver.services.checking_values import Made, did_you_mean, fields_of, located
from quicksilver.services.drafts import RULE, Model

KINDS: dict[str, Model] = {model.KIND: model for model in RECORD_MODELS}
_NAME = re.compile(r"^[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*$")


def check(rows: list[Made], problems: list[Problem]) -> None:
    """Add to the problems everything that is wrong between the rows."""
    places = _keys(rows, problems)
    known = _Known(places)
    for row in rows:
        problems.extend(_reference_problems(row, known))
    for model in {row.draft.model for row in rows}:
        own = [row for row in rows if row.draft.model is model]
        problems.extend(_uniqueness_problems(model, own))
        problems.extend(_cycle_problems(model, own))


# -- keys -----------------------------------------------------------------------------------------------


def _keys(rows: Iterable[Made], problems: list[Problem]) -> dict[str, Place]:
    """Each key with the place of its row; a key that is malformed or given twice is a problem."""
    places: dict[str, Place] = {}
    for row in rows:
        key = row.draft.key
        if not key or "key" in row.faulty:
            continue
        problems.extend(located(row.draft, problem, "key") for problem in _key_problems(row, places.get(key)))
        places.setdefault(key, row.draft.place_of("key"))
    return places


def _key_problems(row: Made, first: Place | None) -> Iterator[Problem]:
    key, kind = row.draft.key, row.draft.model.KIND
    if first:
        message = msg("The key “{key}” is given twice: here and at {first}. Every row has a key of its own.")
        yield Problem("key-twice", message, {"key": key, "first": str(first)}, RULE)
    if kind_of(key) != kind:
        message = msg("The key “{key}” should begin with the kind of its row: “{kind}/…”.")
        yield Problem("key-kind", message, {"key": key, "kind": kind}, RULE)
    elif not _NAME.match(key.partition("/")[2]):
        message = msg("The key “{key}” should be {kind}/ and then small letters, digits, hyphens and points.")
        yield Problem("key-form", message, {"key": key, "kind": kind}, RULE)


# -- references -----------------------------------------------------------------------------------------


class _Known:
    """The keys there will be: those of the drafts, and those on record, asked for once a kind."""

    def __init__(self, places: dict[str, Place]) -> None:
        self._drafted: dict[str, set[str]] = defaultdict(set)
        for key in places:
            self._drafted[kind_of(key)].add(key)
        self._keys: dict[str, set[str]] = {}

    def of(self, kind: str) -> set[str]:
        """All keys of a kind."""
        if kind not in self._keys:
            model = KINDS.get(kind)
            stored = set(model.objects.values_list("key", flat=True)) if model else set()
            self._keys[kind] = stored | self._drafted[kind]
        return self._keys[kind]


def _reference_problems(row: Made, known: _Known) -> Iterator[Problem]:
    for field in fields_of(row.draft.model):
        if field.name not in row.faulty:
            for problem in _field_references(field, getattr(row.instance, field.attname), known):
                yield located(row.draft, problem, field.name)


def _field_references(field: Any, value: Any, known: _Known) -> Iterator[Problem]:
    """What is wrong with the keys that a field holds."""
    if field.is_relation:
        yield from _key_unknown(value, known, [field.related_model.KIND]) if value else ()
    elif isinstance(field, KeyField):
        yield from _key_unknown(value, known, KINDS) if value else ()
    elif isinstance(field, KeysField):
        yield from (problem for key in value for problem in _key_unknown(key, known, KINDS))
    elif field.name == "more_sources":
        yield from (problem for pair in value for problem in _further_source(pair, known))


def _further_source(pair: Any, known: _Known) -> Iterator[Problem]:
    if isinstance(pair, list) and len(pair) == 2 and all(isinstance(word, str) for word in pair):
        yield from _key_unknown(pair[0], known, ["source"])
        return
    message = msg("A further source is a pair of key and place, such as [source/seed, a.8]; this is “{value}”.")
    yield Problem("source-shape", message, {"value": str(pair)[:60]}, RULE)


def _key_unknown(key: Any, known: _Known, kinds: Iterable[str]) -> Iterator[Problem]:
    kind, kinds = kind_of(str(key)), list(kinds)
    if kind in kinds and key in known.of(kind):
        return
    candidates = known.of(kind) if kind in kinds else {each for kind in kinds for each in known.of(kind)}
    near = did_you_mean(str(key), candidates)
    found = {"key": str(key)[:120], "near": near, "kinds": ", ".join(kinds)}
    message = msg("There is no row “{key}”, neither in these files nor on record. It should be of the kind {kinds}.")
    if len(kinds) > 1:
        message = msg("There is no row “{key}”, neither in these files nor on record.")
    if near:
        message = msg("There is no row “{key}”, neither in these files nor on record. Did you mean “{near}”?")
    yield Problem("reference-unknown", message, found, RULE)


# -- uniqueness -----------------------------------------------------------------------------------------


def _uniqueness_problems(model: Model, rows: list[Made]) -> Iterator[Problem]:
    """Values that only one row may have, and two would, counting those on record that stay as they are."""
    replaced = {row.draft.key for row in rows}
    for columns, needed in _unique_sets(model):
        stored = model.objects.exclude(key__in=replaced).values_list("key", *columns)
        taken: dict[tuple[Any, ...], str] = {tuple(values): key for key, *values in stored}
        for row in rows:
            values = {column: getattr(row.instance, column) for column in columns}
            names = _names(model, columns)
            if row.faulty & set(names) or None in values.values() or "" in [values[column] for column in needed]:
                continue
            here = f"{row.draft.key} ({row.draft.place})"
            other = taken.setdefault(tuple(values.values()), here)
            if other != here:
                yield _not_unique(row, names, tuple(values.values()), other)


def _unique_sets(model: Model) -> Iterator[tuple[list[str], list[str]]]:
    """Columns that are unique together, and those of them that count only where they are not empty."""
    for field in fields_of(model):
        if field.unique and not field.primary_key:
            yield [field.attname], []
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            # The one form of condition that the models use: ~Q(name="").
            condition: Any = constraint.condition
            needed = [name for name, _ in condition.children] if condition else []
            yield [model._meta.get_field(name).attname for name in constraint.fields], needed


def _names(model: Model, columns: list[str]) -> list[str]:
    return [field.name for field in fields_of(model) if field.attname in columns]


def _not_unique(row: Made, names: list[str], values: tuple[Any, ...], other: str) -> Problem:
    message = msg("Only one row may have {names} = {values}; {other} has it too.")
    found = {"names": ", ".join(names), "values": ", ".join(str(value) for value in values), "other": other}
    return located(row.draft, Problem("not-unique", message, found, RULE), names[-1])


# -- chains ---------------------------------------------------------------------------------------------


def _cycle_problems(model: Model, rows: list[Made]) -> Iterator[Problem]:
    """Rows that, followed from one to the next, lead back to themselves."""
    for field in (field for field in fields_of(model) if field.related_model is model):
        following = _stored_links(model, field.attname)
        following.update({row.draft.key: getattr(row.instance, field.attname) for row in rows})
        told: set[str] = set()
        for row in rows:
            cycle = _cycle(row.draft.key, following)
            if cycle and not told & set(cycle):
                told.update(cycle)
                message = msg(
                    "These rows lead back to themselves by “{name}”: {chain}. Break the chain at one of them."
                )
                found = {"name": field.name, "chain": " → ".join([*cycle, cycle[0]])}
                yield located(row.draft, Problem("chain-circular", message, found, RULE), field.name)


def _stored_links(model: Model, column: str) -> dict[str, str | None]:
    """Each row on record with the row of its own kind that a column points to."""
    return dict(model.objects.exclude(**{column: None}).values_list("key", column))


def _cycle(key: str, following: dict[str, str | None]) -> list[str]:
    """The keys from one back to itself; empty where the chain ends or loops elsewhere."""
    walked = [key]
    while (after := following.get(walked[-1])) and after not in walked:
        walked.append(after)
    return walked if after == key else []
