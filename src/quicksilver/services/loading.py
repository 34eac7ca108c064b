"""Loading a folder of data files into the record: all of it, or nothing and every problem at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import models

from quicksilver.adapters import datafiles
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.policies import Actor
from quicksilver.records.models import RECORD_MODELS, Source
from quicksilver.services import checking, gate

RULE = datafiles.RULE
# Named in files by the plural of what they hold.
COLLECTIONS: dict[str, type[models.Model]] = {
    "sources": Source,
    **{f"{model.KIND}s".replace("-", "_"): model for model in RECORD_MODELS},
    "bodies": next(model for model in RECORD_MODELS if model.KIND == "body"),
}


@dataclass(frozen=True)
class Loaded:
    """What a load did."""

    created: int
    changed: int
    unchanged: int


@dataclass(frozen=True)
class Draft:
    """A row of a file on its way into a table."""

    model: type[models.Model]
    values: dict[str, datafiles.Located]
    place: Place

    @property
    def key(self) -> str:
        """The key as written, or empty."""
        found = self.values.get("key")
        return str(found.value) if found and found.value else ""


def load_record(
    actor: Actor, folder: Path, *, now: datetime, progress: Callable[[int, int], None] | None = None
) -> Loaded:
    """Load a folder of data files.

    Writes: the rows that are new or differ, in one transaction under one revision; loading the same files
    again writes nothing.

    Raises
    ------
    Refused
        Every problem of every file, each with file and line; nothing was written.
    """
    rows, problems = datafiles.read_folder(folder)
    drafts = [draft for row in rows for draft in _drafts(row, problems)]
    instances = checking.check(drafts, problems)
    if problems:
        raise Refused(sorted(problems, key=lambda problem: (problem.place.file, problem.place.line)))
    with gate.deed(actor, "load_record", reason=f"load {folder.name}", now=now, action="record.load"):
        return _write(instances, progress)


def _drafts(row: datafiles.Row, problems: list[Problem]) -> Iterator[Draft]:
    """A row and the rows nested in it, as drafts of their tables."""
    model = COLLECTIONS.get(row.collection)
    if model is None:
        message = "There is no collection “{name}”. The collections are: {known}."
        found = {"name": row.collection, "known": ", ".join(sorted(COLLECTIONS))}
        problems.append(Problem("collection-unknown", message, found, RULE, row.place))
        return
    yield from _with_children(model, row.values, row.place, problems)


def _with_children(
    model: type[models.Model], values: dict[str, datafiles.Located], place: Place, problems: list[Problem]
) -> Iterator[Draft]:
    children = {relation.get_accessor_name(): relation for relation in model._meta.related_objects}
    own = {name: value for name, value in values.items() if not _is_nested(name, value, children)}
    yield Draft(model, own, place)
    for name in values.keys() - own.keys():
        relation = children[name]
        for child in values[name].value:
            if not isinstance(child.value, dict):
                message = "Each row under “{name}” should be a mapping from field names to values."
                problems.append(Problem("file-shape", message, {"name": name}, RULE, child.place))
                continue
            parent = {relation.field.name: values["key"]} if "key" in values else {}
            yield from _with_children(relation.related_model, {**child.value, **parent}, child.place, problems)


def _is_nested(name: str, value: datafiles.Located, children: dict[str, Any]) -> bool:
    return name in children and isinstance(value.value, list)


def _write(instances: list[models.Model], progress: Callable[[int, int], None] | None) -> Loaded:
    """Write what is new or differs, table by table in the order of their references."""
    created = changed = 0
    stored = {
        model: {row.pk: row for row in model.objects.all()} for model in {type(instance) for instance in instances}
    }
    for number, instance in enumerate(instances, 1):
        before = stored[type(instance)].get(instance.pk)
        if before is None:
            instance.save(force_insert=True)
            created += 1
        elif _differs(before, instance):
            instance.save(force_update=True)
            changed += 1
        if progress:
            progress(number, len(instances))
    return Loaded(created, changed, len(instances) - created - changed)


def _differs(before: models.Model, after: models.Model) -> bool:
    columns = [field for field in before._meta.concrete_fields if field.editable]
    return any(
        field.get_prep_value(getattr(before, field.attname)) != field.get_prep_value(getattr(after, field.attname))
        for field in columns
    )
