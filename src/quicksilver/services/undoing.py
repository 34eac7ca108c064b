"""Undoing a deed: every row it touched goes back to what it was before, as one new deed; nothing is erased."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.records.fields import KeyField, KeysField
from quicksilver.records.history import versions
from quicksilver.records.models import RECORD_MODELS, Revision
from quicksilver.services import gate
from quicksilver.services import values as plain
from quicksilver.services.drafts import RULE, Model

BATCH = 200  # rows asked for or written by one statement
# In an order in which each comes after those it points to.
_TABLES: tuple[Model, ...] = RECORD_MODELS
LISTED = 10  # rows named in a problem; of more, the number is said


@dataclass(frozen=True)
class Touched:
    """A row that a revision changed: as it was before and after; None where it was not there."""

    model: Model
    key: str
    before: Any
    after: Any


def touched(revision: int) -> tuple[Touched, ...]:
    """The rows that a revision changed, in the order of their tables: one SQL query a table."""
    found = []
    for model in RECORD_MODELS:
        closed, begun = {}, {}
        version: Any = versions.of(model)
        for state in version.objects.filter(Q(rev_from=revision) | Q(rev_to=revision)):
            if state.rev_from == revision:
                begun[state.key] = state
            else:
                closed[state.key] = state
        found += [Touched(model, key, closed.get(key), begun.get(key)) for key in sorted({*closed, *begun})]
    return tuple(found)


def obstacles(revision: int) -> list[Problem]:
    """Why a revision cannot be undone; empty if it can."""
    rows = touched(revision)
    if not rows:
        message = msg("Revision {number} changed no row of the record, so that there is nothing to undo.")
        return [Problem("nothing-to-undo", message, {"number": revision}, RULE)]
    changed = [key for batch in _batches(rows) for key in _otherwise_now(batch)]
    if changed:
        message = msg("Rows were changed again after revision {number}: {rows}. Undo the later changes first.")
        return [Problem("changed-later", message, {"number": revision, "rows": _listed(changed)}, RULE)]
    entered = [row for row in rows if row.before is None]
    pointing = sorted({key for row in _batches(entered) for key in _pointing_to(row)} - {row.key for row in entered})
    if pointing:
        message = msg("Other rows have come to point to what revision {number} entered: {rows}. Change those first.")
        return [Problem("pointed-to", message, {"number": revision, "rows": _listed(pointing)}, RULE)]
    return []


def undo(*, actor: Actor, revision: int, reason: str, now: datetime) -> int:
    """Undo a revision: rows it entered go, rows it changed or removed are again as before. Returns how many.

    Writes: those rows; revision `undo`, which says which one it undoes and can itself be undone.

    Raises
    ------
    gate.NotPermitted   the actor may not undo
    Refused             a later revision touched its rows, or other rows point to them; names them all
    """
    gate.require(actor, "record.undo", subject=f"revision/{revision}")
    try:
        with gate.deed(actor, "undo", now=now, action="record.undo", reason=reason.strip()) as deed:
            problems = _problems(revision, reason)
            if problems:
                raise Refused(problems)
            rows = touched(revision)
            _put_back(rows)
            deed.witness(f"undoes revision {revision}")
            return len(rows)
    except IntegrityError as error:
        message = msg("The database refuses these rows: {what}. Nothing was written.")
        raise Refused([Problem("database-refuses", message, {"what": str(error).strip()}, RULE)]) from error


def _problems(revision: int, reason: str) -> list[Problem]:
    if not Revision.objects.filter(number=revision).exists():
        message = msg("There is no revision {number}.")
        return [Problem("revision-unknown", message, {"number": revision}, RULE)]
    found = obstacles(revision)
    if not reason.strip():
        message = msg("Say in a few words why: whoever reads the history will ask.")
        found.append(Problem("reason-missing", message, {}, RULE, Place(file="deed", field="reason")))
    return found


def _put_back(rows: tuple[Touched, ...]) -> None:
    """Remove what was entered, last tables first; then restore, first tables first."""
    for model in reversed(_TABLES):
        for batch in _batches([row for row in rows if row.model is model and row.before is None]):
            entered = model.objects.filter(key__in=[row.key for row in batch])
            # Rows that replace one another go together, which the collector of ``delete`` would refuse; what else
            # points here was asked for before.
            entered._raw_delete(entered.db)  # noqa: SLF001
    for model in _TABLES:
        own = [row for row in rows if row.model is model and row.before is not None]
        for row in own:
            if row.after is not None:
                _as_before(row).save(force_update=True)
        model.objects.bulk_create([_as_before(row) for row in own if row.after is None], batch_size=BATCH)


def _as_before(row: Touched) -> models.Model:
    columns = [field.attname for field in row.model._meta.concrete_fields]
    instance: models.Model = row.model(**{name: getattr(row.before, name) for name in columns})
    return instance


def _otherwise_now(batch: list[Touched]) -> list[str]:
    """Keys of the rows of one table that no longer say what the revision left; a change undone since is none."""
    model = batch[0].model
    current = model.objects.in_bulk([row.key for row in batch])
    return [row.key for row in batch if _said(model, current.get(row.key)) != _said(model, row.after)]


def _said(model: Model, row: Any) -> dict[str, Any] | None:
    return None if row is None else plain.of(model, row)


def _pointing_to(batch: list[Touched]) -> Iterator[str]:
    """Keys of all rows that point to some rows of one table, by foreign key, by key, or by a list of keys."""
    model, keys = batch[0].model, [row.key for row in batch]
    for other in RECORD_MODELS:
        for field in other._meta.concrete_fields:
            if (field.is_relation and field.related_model is model) or isinstance(field, KeyField):
                yield from other.objects.filter(**{f"{field.attname}__in": keys}).values_list("key", flat=True)
            elif isinstance(field, KeysField) or (field.name == "more_sources" and model.KIND == "source"):
                yield from _naming(other, field.name, keys)


def _naming(model: Model, name: str, keys: list[str]) -> Iterator[str]:
    """Keys of the rows whose list of keys holds one of some; the list is read as the text it is stored as."""
    said = Q()
    for key in keys:
        said |= Q(said__contains=f'"{key}"')
    yield from model.objects.annotate(said=Cast(name, TextField())).filter(said).values_list("key", flat=True)


def _batches(rows: Iterable[Touched]) -> Iterator[list[Touched]]:
    """Rows of one table at a time, as many as one statement takes."""
    by_model: dict[Model, list[Touched]] = {}
    for row in rows:
        by_model.setdefault(row.model, []).append(row)
    for own in by_model.values():
        for start in range(0, len(own), BATCH):
            yield own[start : start + BATCH]


def _listed(keys: list[str]) -> str:
    named = ", ".join(keys[:LISTED])
    return f"{named} (+ {len(keys) - LISTED})" if len(keys) > LISTED else named
