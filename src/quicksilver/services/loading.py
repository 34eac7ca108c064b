"""Loading a folder of data files into the record: all of it, or nothing and every problem at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import IntegrityError, models

from quicksilver.adapters import datafiles
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.services import checking, drafts, gate

RULE = datafiles.RULE
# Rows written by one statement: far below what either database allows in parameters.
BATCH = 200


@dataclass(frozen=True)
class Loaded:
    """What a load did."""

    created: int
    changed: int
    unchanged: int


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
    gate.require(actor, "record.load")
    rows, problems = datafiles.read_folder(folder)
    instances = checking.check([draft for row in rows for draft in drafts.of_row(row, problems)], problems)
    if problems:
        raise Refused(sorted(problems, key=lambda problem: (problem.place.file, problem.place.line)))
    try:
        with gate.deed(actor, "load_record", reason=f"load {folder.name}", now=now, action="record.load"):
            return _write(instances, progress)
    except IntegrityError as error:
        # The last line of defence: a rule that only the database knows, or a row written meanwhile.
        message = msg("The database refuses these rows: {what}. Nothing was written.")
        raise Refused([Problem("database-refuses", message, {"what": str(error).strip()}, RULE)]) from error


def _write(instances: list[models.Model], progress: Callable[[int, int], None] | None) -> Loaded:
    """Write what is new or differs, table by table in the order of their references.

    Rows on record that the files do not speak of stay as they are: files add and correct, they take nothing away.
    """
    created = changed = done = 0
    models_written: dict[Any, None] = dict.fromkeys(type(instance) for instance in instances)
    for model in models_written:
        rows = [instance for instance in instances if type(instance) is model]
        stored = model.objects.in_bulk([row.pk for row in rows]) if len(rows) < BATCH else model.objects.in_bulk()
        new = [row for row in rows if row.pk not in stored]
        differing = [row for row in rows if row.pk in stored and _differs(stored[row.pk], row)]
        model.objects.bulk_create(new, batch_size=BATCH)
        for row in differing:
            row.save(force_update=True)
        created, changed, done = created + len(new), changed + len(differing), done + len(rows)
        if progress:
            progress(done, len(instances))
    return Loaded(created, changed, len(instances) - created - changed)


def _differs(before: models.Model, after: models.Model) -> bool:
    """Whether any value that a file can give is another than the one on record."""
    return any(
        field.get_prep_value(getattr(before, field.attname)) != field.get_prep_value(getattr(after, field.attname))
        for field in before._meta.concrete_fields
        if field.editable
    )
