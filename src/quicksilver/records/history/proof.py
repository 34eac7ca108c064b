"""Proving the history: the chain walked again, the triggers looked for, past and present compared.

What it cannot prove: that the last revisions were not cut off together with all they changed. Who needs
that keeps the digest of the last revision elsewhere; ``verify`` reports it.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper

from quicksilver.core.errors import Problem
from quicksilver.core.languages import msg
from quicksilver.records.history import digests, tables, triggers
from quicksilver.records.history.versions import CURRENT
from quicksilver.records.models import IssuedFile, Revision

RULE = "docs/operators.md"
# How many revisions are held in memory at a time.
BLOCK = 1000
# How many keys a message names before it says “and more”.
NAMED = 12


@dataclass(frozen=True)
class Proof:
    """What a walk over the history found.

    Parameters
    ----------
    revisions : int
        How many revisions were walked.
    digest : str
        Digest of the last sealed one; a copy kept elsewhere proves the whole chain before it.
    outside : tuple of int
        Revisions that no deed of the programme made: SQL by hand. No fault, but somebody should know.
    problems : tuple of Problem
        The first broken link, missing triggers, rows whose history does not match them, issued files that changed.
    """

    revisions: int
    digest: str
    outside: tuple[int, ...]
    problems: tuple[Problem, ...]


def verify(progress: Callable[[int, int], None] | None = None) -> Proof:
    """Walk the whole history again and report everything that does not hold."""
    connection = connections[router.db_for_write(Revision)]
    numbers = list(Revision.objects.values_list("number", "digest", "actor", "deed"))
    outside = tuple(n for n, _, actor, deed in numbers if (actor, deed) == (tables.OUTSIDE, tables.DIRECT))
    sealed = [digest for _, digest, _, _ in numbers if digest]
    problems = [
        *_broken_link(connection, len(numbers), progress),
        *_missing_triggers(connection),
        *_present_and_past(connection),
        *_beyond(connection, numbers[-1][0] if numbers else 0),
        *_issued_differing(),
    ]
    return Proof(len(numbers), sealed[-1] if sealed else "", outside, tuple(problems))


def _broken_link(
    connection: BaseDatabaseWrapper, total: int, progress: Callable[[int, int], None] | None
) -> Iterator[Problem]:
    """The first revision that does not follow from the one before it."""
    previous, due = "", 1
    while block := list(Revision.objects.filter(number__gte=due).order_by("number")[:BLOCK]):
        changes = digests.changes(connection, block[0].number, block[-1].number)
        for revision in block:
            lines = changes.get(revision.number, [])
            problem = _link_problem(revision, due, previous, lines)
            if problem:
                yield problem
                return
            previous, due = revision.digest, due + 1
        if progress:
            progress(due - 1, total)


def _link_problem(revision: Revision, due: int, previous: str, lines: list[str]) -> Problem | None:
    """What is wrong with one revision, given the one before and what it changed."""
    known = {"number": revision.number, "due": due, "actor": revision.actor, "deed": revision.deed}
    known["at"] = revision.at.isoformat()
    if revision.number != due:
        message = msg(
            "Revision {due} is not there: revision {number} ({deed} by {actor}, {at}) follows the one before."
        )
        return Problem("chain-gap", message, known, RULE)
    if not revision.digest:
        message = msg("Revision {number} ({deed} by {actor}, {at}) is not sealed. The next deed seals it.")
        return Problem("chain-open", message, known, RULE)
    if revision.previous != previous:
        message = msg(
            "Revision {number} ({deed} by {actor}, {at}) is the first broken link: it does not name the digest of"
            " the revision before it."
        )
        return Problem("chain-broken", message, known, RULE)
    computed = digests.digest(revision, previous, lines)
    if computed != revision.digest:
        message = msg(
            "Revision {number} ({deed} by {actor}, {at}) is the first broken link: its rows or its header are not"
            " those it was sealed with. Sealed as {stored}, now {computed}. Rows it touches: {keys}."
        )
        found = {"stored": revision.digest[:16], "computed": computed[:16], "keys": _keys(digests.touched_keys(lines))}
        return Problem("chain-broken", message, {**known, **found}, RULE)
    return None


def _missing_triggers(connection: BaseDatabaseWrapper) -> Iterator[Problem]:
    names = triggers.missing(connection)
    if names:
        message = msg(
            "{count} triggers that keep the history are missing or altered: {names}. “quicksilver migrate” makes"
            " them again; changes made meanwhile are not in the history."
        )
        yield Problem("triggers-missing", message, {"count": len(names), "names": _keys(names)}, RULE)


def _present_and_past(connection: BaseDatabaseWrapper) -> Iterator[Problem]:
    """Rows that are not what their last version says, or whose last version says they are there no more."""
    with connection.cursor() as cursor:
        for table in tables.kept():
            keys = sorted({*_differing(cursor, table, reverse=False), *_differing(cursor, table, reverse=True)})
            if keys:
                message = msg("Rows of “{kind}” are not what the history says they are: {keys}.")
                yield Problem("history-differs", message, {"kind": table.kind, "keys": _keys(keys)}, RULE)


def _differing(cursor: Any, table: tables.Kept, *, reverse: bool) -> list[str]:
    present = f"SELECT {table.listed()} FROM {table.name}"
    past = f"SELECT {table.listed()} FROM {table.version} WHERE rev_to = {CURRENT}"
    first, second = (past, present) if reverse else (present, past)
    cursor.execute(f"SELECT key FROM ({first} EXCEPT {second}) AS differing")
    return [key for (key,) in cursor.fetchall()]


def _beyond(connection: BaseDatabaseWrapper, last: int) -> Iterator[Problem]:
    """Versions of revisions that are not there."""
    with connection.cursor() as cursor:
        for table in tables.kept():
            cursor.execute(
                f"SELECT key FROM {table.version} WHERE rev_from < 1 OR rev_from > %s "
                f"OR (rev_to > %s AND rev_to <> {CURRENT}) OR rev_to <= rev_from ORDER BY key",
                [last, last],
            )
            keys = [key for (key,) in cursor.fetchall()]
            if keys:
                message = msg("Versions of “{kind}” belong to revisions that are not there: {keys}.")
                yield Problem("history-beyond", message, {"kind": table.kind, "keys": _keys(keys)}, RULE)


def _issued_differing() -> Iterator[Problem]:
    """Issued files that are not those the chain attests to."""
    reasons = Revision.objects.filter(deed="issue_report").values_list("reason", flat=True)
    attested = {(lines[0], line) for reason in reasons for lines in [reason.splitlines()] for line in lines}
    for file in IssuedFile.objects.select_related("report").order_by("report", "language", "format").iterator(20):
        digest = hashlib.sha256(bytes(file.content)).hexdigest()
        if (file.report.key, f"{file.language}.{file.format} sha256:{digest}") not in attested:
            message = msg("The file {file} of the issued report {report} is not the one that was issued.")
            found = {"file": f"{file.language}.{file.format}", "report": file.report.key}
            yield Problem("issued-differs", message, found, RULE)


def _keys(names: list[str]) -> str:
    return ", ".join([*names[:NAMED], "…"] if len(names) > NAMED else names)
