"""Keeping the record by hand: entering a row, correcting it, superseding it by a later one, undoing a deed.

Values come as files and forms give them, ``{field: text, list or mapping}``, and pass the checks that files pass. A
row rests on a source: its key, or, in place of the key, the values of a new source, which is entered by the same deed.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from quicksilver.core import policies
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.core.record import kind_of
from quicksilver.records.fields import KnownDateField
from quicksilver.records.models import Source
from quicksilver.services import checking, conflicts, gate, keys, steps, wordings
from quicksilver.services import values as plain
from quicksilver.services.checking_rows import KINDS
from quicksilver.services.conflicts import Conflict, opened
from quicksilver.services.drafts import RULE, Draft, Model
from quicksilver.services.undoing import undo

__all__ = ["DEED", "OWN", "SOURCE", "Conflict", "correct", "enter", "may", "opened", "supersede", "undo"]

Values = Mapping[str, Any]
# Parts of a form beside the row itself, as problems name them: the deed with its reason, and a new source.
DEED, SOURCE = "deed", "source"
# What a row that replaces another does not take over from it.
OWN = ("key", "supersedes", "effective", "source", "locator", "more_sources", "remark")


def enter(*, actor: Actor, kind: str, values: Values, reason: str, now: datetime) -> str:
    """Enter a row; its key is made from its values where none is given. Returns the key.

    Writes: the row, and its source if that is new; revision `enter`.

    Raises
    ------
    gate.NotPermitted   the actor may not enter rows of this area
    Refused             carries every problem found, not just the first
    """
    model = _model(kind)
    given = _tidied(model, values)
    with _deed(actor, "enter", now=now, reason=reason, action="record.enter", **of(model, given)):
        row, source = _made(model, given, reason, _taken(model, given))
        _write(source, row)
        return str(row.pk)


def correct(*, actor: Actor, key: str, values: Values, reason: str, seen: int, now: datetime) -> str:
    """Correct a row: it was wrong, and what it said stays readable as what was known before. Returns the key.

    What is not among ``values`` stays as it is. ``seen`` is the revision that the form was opened with (``opened``).
    Writes: the row, and its source if that is new; revision `correct`.

    Raises
    ------
    gate.NotPermitted   the actor may not correct rows of this area, the one it had or the one it gets
    Conflict            somebody changed the row since; carries who, when, and the wordings side by side
    Refused             carries every problem found
    """
    model = _model(kind_of(key))
    before = _row(model, key)
    given = _tidied(model, {**plain.of(model, before), **values, "key": key})
    gate.require(actor, "record.correct", **of(model, given))
    of_row = of(model, plain.of(model, before))
    with _deed(actor, "correct", now=now, reason=reason, action="record.correct", **of_row) as deed:
        conflicts.require_unchanged(model, key, seen, values)
        before = _row(model, key)
        row, source = _made(model, given, reason, [], before)
        stale = wordings.mark_stale(model, before, row)
        if stale:
            deed.witness(f"to be read again: {', '.join(stale)}")
        _write(source, row, before)
        return key


def supersede(*, actor: Actor, key: str, values: Values, reason: str, now: datetime, seen: int | None = None) -> str:
    """Let a later row take a dated row's place from a date on; the earlier one stays. Returns the new row's key.

    What is not among ``values`` is as in the row replaced, its date, key and source apart.
    Writes: the new row, and its source if that is new; revision `supersede`.

    Raises
    ------
    gate.NotPermitted   the actor may not enter rows of this area
    Conflict            somebody changed the row since it was ``seen``
    Refused             carries every problem found
    """
    model = _model(kind_of(key))
    taken_over = {name: value for name, value in plain.of(model, _row(model, key)).items() if name not in OWN}
    given = _tidied(model, {**taken_over, **values, "supersedes": key})
    gate.require(actor, "record.correct", **of(model, taken_over))
    with _deed(actor, "supersede", now=now, reason=reason, action="record.enter", **of(model, given)):
        if seen is not None:
            conflicts.require_unchanged(model, key, seen, values)
        row, source = _made(model, given, reason, [*_taken(model, given), *_not_replaceable(model, key, given)])
        _write(source, row)
        return str(row.pk)


def may(actor: Actor, action: str, kind: str, given: Values) -> bool:
    """Whether an actor may do something to a row of a kind with these values, its key among them if it has one."""
    found = of(_model(kind), given)
    return policies.allowed(actor, action, organisation=found["organisation"], area=found["area"])


def of(model: Model, given: Values) -> dict[str, str]:
    """What a row is of, for the policy: its area, its organisation, itself."""
    own = str(given.get("key") or "")
    area = own if model.KIND == "area" else _text(given.get("area"))
    organisation = own if model.KIND == "stakeholder" else ""
    return {"area": area, "organisation": organisation, "subject": own}


def is_dated(model: Model) -> bool:
    """Whether rows of a kind take effect on a date, and so can be superseded."""
    return any(field.name == "effective" and isinstance(field, KnownDateField) for field in model._meta.concrete_fields)


# -- what is given ----------------------------------------------------------------------------------------


def _model(kind: str) -> Model:
    if kind not in KINDS:
        message = msg("There is no kind of row “{kind}”. The kinds are: {known}.")
        raise Refused([Problem("kind-unknown", message, {"kind": kind, "known": ", ".join(KINDS)}, RULE)])
    return KINDS[kind]


def _row(model: Model, key: str) -> Any:
    row = model.objects.filter(key=key).first()
    if row is None:
        raise Refused([conflicts.gone(key)])
    return row


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _tidied(model: Model, given: Values) -> dict[str, Any]:
    """The values with a full key; one is proposed where none is given."""
    tidy = {name: value for name, value in given.items() if value not in plain.EMPTY}
    key = keys.full(model.KIND, _text(tidy.get("key")).strip())
    return {**tidy, "key": key or keys.propose(model, tidy)}


def _taken(model: Model, given: Values) -> Iterator[Problem]:
    """That a new row's key is another's: entering never overwrites."""
    if model.objects.filter(key=given["key"]).exists():
        message = msg("There is a row “{key}” already. Give the new one another key, such as {near}.")
        found = {"key": given["key"], "near": keys.propose(model, {**given, "key": ""})}
        yield Problem("key-taken", message, found, RULE, Place(field="key"))


def _not_replaceable(model: Model, key: str, given: Values) -> Iterator[Problem]:
    """Why a row cannot be superseded by this one."""
    if not is_dated(model):
        message = msg("Rows of this kind have no date, so that none can take the place of another. Correct “{key}”.")
        yield Problem("not-dated", message, {"key": key}, RULE, Place(field="effective"))
        return
    if not given.get("effective"):
        message = msg("From when does it replace “{key}”? Give the date, as exactly as it is known.")
        yield Problem("date-missing", message, {"key": key}, RULE, Place(field="effective"))
    other = model.objects.filter(supersedes=key).values_list("key", flat=True).first()
    if other:
        message = msg("“{key}” has been superseded already, by “{other}”. Supersede that one.")
        yield Problem("superseded-already", message, {"key": key, "other": other}, RULE, Place(field="supersedes"))


# -- checking and writing ---------------------------------------------------------------------------------


@contextmanager
def _deed(actor: Actor, name: str, *, now: datetime, reason: str, **asked: str) -> Iterator[gate.Deed]:
    """One deed; what only the database knows to be wrong is refused as the rest is."""
    try:
        with gate.deed(actor, name, now=now, reason=reason.strip(), **asked) as doing:
            yield doing
    except IntegrityError as error:
        message = msg("The database refuses these rows: {what}. Nothing was written.")
        raise Refused([Problem("database-refuses", message, {"what": str(error).strip()}, RULE)]) from error


def _made(
    model: Model, given: Values, reason: str, found: Iterator[Problem] | list[Problem], before: Any = None
) -> tuple[Any, Any]:
    """The checked row, unsaved, and its source if that is a new one.

    Raises
    ------
    Refused
        With everything that is wrong with the row, its source, its step and the reason.
    """
    problems = list(found)
    drafted = _drafts(model, given)
    made = {type(row): row for row in checking.check(drafted, problems)}
    row = made[model]
    problems += [*steps.check(model, row, before), *_reason_missing(reason)]
    if before is not None and not problems and plain.same(model, before, row):
        problems.append(Problem("nothing-changed", msg("Nothing differs from what is on record."), {}, RULE))
    if problems:
        raise Refused(problems)
    return row, made.get(Source) if len(drafted) > 1 else None


def _drafts(model: Model, given: Values) -> list[Draft]:
    """The draft of a row, and that of the source that is given in place of a key."""
    source = given.get("source")
    if not isinstance(source, Mapping) or "source" not in {field.name for field in model._meta.concrete_fields}:
        return [plain.draft(model, given)]
    own = _tidied(Source, source)
    row = plain.draft(model, {**given, "source": own["key"]})
    return [row, plain.draft(Source, own, form=SOURCE)]


def _reason_missing(reason: str) -> Iterator[Problem]:
    if not reason.strip():
        message = msg("Say in a few words why: whoever reads the history will ask.")
        yield Problem("reason-missing", message, {}, RULE, Place(file=DEED, field="reason"))


def _write(source: Any, row: Any, before: Any = None) -> None:
    if source is not None:
        source.save(force_insert=True)
    row.save(force_insert=before is None, force_update=before is not None)
