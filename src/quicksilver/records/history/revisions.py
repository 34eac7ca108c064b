"""The second clock at work: opening a revision for a deed, sealing it, and finding the one of a moment.

At most one revision is open, the last. A change made outside every deed opens one of its own
(``triggers``); the next deed seals it before it begins, so that nobody's name comes to stand over it.
"""

from datetime import datetime

from django.db import connections, models, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from quicksilver.records.history import digests, postgresql
from quicksilver.records.models import Revision


def open_revision(*, at: datetime, actor: str, deed: str, reason: str = "") -> Revision:
    """Open the revision of a deed; to be called inside the deed's transaction.

    Writes: the revision, and the seal of a pending one. A clock that was put back does not put back what is
    known: the revision's time is never before the one before it.
    """
    connection = _connection()
    take_turn(connection)
    seal_pending()
    last = Revision.objects.order_by("-number").first()
    return Revision.objects.create(
        number=last.number + 1 if last else 1,
        at=max(at, last.at) if last else at,
        actor=actor,
        deed=deed,
        reason=reason,
        previous=last.digest if last else "",
    )


def seal(revision: Revision) -> str:
    """Close a revision for good with its digest; returns the digest."""
    return _seal(revision, _changes(revision))


def close(revision: Revision, *, keep_empty: bool = False) -> bool:
    """Seal a revision, or take it back if it changed nothing; returns whether it stays."""
    changes = _changes(revision)
    if not changes and not keep_empty:
        revision.delete()
        return False
    _seal(revision, changes)
    return True


def seal_pending() -> Revision | None:
    """Seal the revision that changes outside every deed have left open, if there is one; returns it."""
    if not Revision.objects.filter(digest="").exists():
        return None
    with transaction.atomic():
        take_turn(_connection())
        pending = Revision.objects.filter(digest="").first()
        if pending:
            seal(pending)
    return pending


def revision_at(moment: datetime | None) -> tuple[int, str] | None:
    """Number and digest of the last revision, or of the last made by a moment; None if there was none."""
    found = Revision.objects.order_by("-number")
    if moment is not None:
        found = found.filter(at__lte=moment)
    return found.values_list("number", "digest").first()


def touched(first: int, last: int) -> list[type[models.Model]]:
    """The kept tables in which the revisions from one number to another changed anything: one SQL query."""
    with _connection().cursor() as cursor:
        return digests.touched(cursor, first, last)


def take_turn(connection: BaseDatabaseWrapper) -> None:
    """Wait until no one else is writing, so that revisions are committed in the order of their numbers.

    SQLite needs nothing: its transactions begin IMMEDIATE (see the settings).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [postgresql.LOCK])


def _changes(revision: Revision) -> list[str]:
    """What a revision changed, read from the version tables."""
    return digests.changes(_connection(), revision.number, revision.number).get(revision.number, [])


def _seal(revision: Revision, changes: list[str]) -> str:
    before = Revision.objects.filter(number=revision.number - 1).values_list("digest", flat=True).first()
    revision.previous = before or ""
    revision.digest = digests.digest(revision, revision.previous, changes)
    revision.save(update_fields=["reason", "previous", "digest"])
    return revision.digest


def _connection() -> BaseDatabaseWrapper:
    return connections[router.db_for_write(Revision)]
