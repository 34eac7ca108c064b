"""The gate that every deed passes: may I? → one transaction → one revision → tell people after commit."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from quicksilver.core import policies
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.records.history import revisions
from quicksilver.records.models import Attempt, Revision
from quicksilver.services import indexing

log = logging.getLogger("quicksilver.gate")
RULE = "docs/architecture.md"


class NotPermitted(Refused):
    """The actor may not do this; carries who, what, and to what."""

    def __init__(self, actor: Actor, action: str, state: str = "*", subject: str = "") -> None:
        self.actor, self.action, self.state, self.subject = actor, action, state, subject
        message = msg("{name}, as {role}, may not do this: {action}. Ask the secretariat.")
        found = {"name": actor.name, "role": ", ".join(actor.roles), "action": action}
        super().__init__([Problem("not-permitted", message, found, RULE)])


@dataclass
class Deed:
    """A deed under way: the revision it writes under, and whom to tell afterwards."""

    revision: Revision
    _witnessed: list[str] = field(default_factory=list)

    def witness(self, text: str) -> None:
        """Have the chain attest to something that no kept table holds, such as the digest of an issued file."""
        self._witnessed.append(text)

    def after_commit(self, tell: Callable[[], None]) -> None:
        """Call something once all is written; what it raises is logged, for the deed is done."""
        transaction.on_commit(tell, robust=True)

    def close(self) -> None:
        """Seal the revision; one that changed and attests nothing is taken back."""
        parts = [self.revision.reason, *self._witnessed]
        self.revision.reason = "\n".join(part for part in parts if part)
        revisions.close(self.revision, keep_empty=bool(self._witnessed))


def require(
    actor: Actor,
    action: str,
    state: str = "*",
    *,
    subject: str = "",
    organisation: str = "",
    area: str = "",
    person: str = "",
) -> None:
    """Refuse, and write down, what the policy does not allow.

    Writes: the attempt, in its own transaction, unless nobody is signed in: what the whole world tries is only logged.
    ``subject`` is the key of what it was tried on.

    Raises
    ------
    NotPermitted
        The actor may not do this in this state, or not to a thing of this organisation, area or person.
    """
    if policies.allowed(actor, action, state, organisation=organisation, area=area, person=person):
        return
    log.warning("refused: %s (%s) attempted %s %s %s", actor.key, ", ".join(actor.roles), action, state, subject)
    if actor.key != policies.PUBLIC.key:
        Attempt.objects.create(actor=actor.key, action=action, subject=subject or organisation or area or person)
    raise NotPermitted(actor, action, state, subject)


def reach(actor: Actor, action: str) -> policies.Scope:
    """Over what an actor may do something, for a list or a form: refused where over nothing but the own person.

    Writes and raises as ``require`` does.
    """
    found = policies.scope(actor, action)
    if not (found.everywhere or found.grants):
        require(actor, action)
    return found


@contextmanager
def deed(
    actor: Actor, name: str, *, now: datetime, action: str, reason: str = "", state: str = "*", **of: str
) -> Iterator[Deed]:
    """Do one deed: all of it or nothing, under one revision with the actor's key.

    ``of`` says what it is done to, as ``require`` takes it: ``organisation``, ``area``, ``person``, ``subject``.
    Writes: the revision, unless the deed changes nothing, and the search index of what changed. Whatever is raised
    inside undoes everything.

    Raises
    ------
    NotPermitted
        The actor may not do this; nothing was begun.
    RuntimeError
        Another deed is under way: a deed is the unit of change and holds no other.
    """
    require(actor, action, state, **of)
    with transaction.atomic(durable=True):
        revision = revisions.open_revision(at=now, actor=actor.key, deed=name, reason=reason)
        doing = Deed(revision)
        yield doing
        indexing.update(revision)
        doing.close()
