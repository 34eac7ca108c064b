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
from quicksilver.records.models import Revision

log = logging.getLogger("quicksilver.gate")
RULE = "docs/architecture.md"


class NotPermitted(Refused):
    """The actor may not do this; carries who and what."""

    def __init__(self, actor: Actor, action: str, state: str = "*") -> None:
        self.actor, self.action, self.state = actor, action, state
        message = msg("{name}, as {role}, may not do this: {action}. Ask the secretariat.")
        found = {"name": actor.name, "role": actor.role, "action": action}
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


def require(actor: Actor, action: str, state: str = "*") -> None:
    """Refuse, and log, what the policy does not allow.

    Raises
    ------
    NotPermitted
        The actor's role may not do this in this state.
    """
    if not policies.allowed(actor, action, state):
        log.warning("refused: %s (%s) attempted %s %s", actor.name, actor.role, action, state)
        raise NotPermitted(actor, action, state)


@contextmanager
def deed(actor: Actor, name: str, *, now: datetime, action: str, reason: str = "", state: str = "*") -> Iterator[Deed]:
    """Do one deed: all of it or nothing, under one revision with the actor's name.

    Writes: the revision, unless the deed changes nothing. Whatever is raised inside undoes everything.

    Raises
    ------
    NotPermitted
        The actor may not do this; nothing was begun.
    RuntimeError
        Another deed is under way: a deed is the unit of change and holds no other.
    """
    require(actor, action, state)
    with transaction.atomic(durable=True):
        revision = revisions.open_revision(at=now, actor=actor.name, deed=name, reason=reason)
        doing = Deed(revision)
        yield doing
        doing.close()
