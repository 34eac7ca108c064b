"""Proving the history on request."""

from collections.abc import Callable

from quicksilver.core.policies import Actor
from quicksilver.records.history import proof, revisions
from quicksilver.services import gate


def verify(actor: Actor, progress: Callable[[int, int], None] | None = None) -> proof.Proof:
    """Walk the whole history again.

    Writes: the seal of changes made outside the programme since the last deed, so that they too are chained.

    Raises
    ------
    gate.NotPermitted
        The actor may not ask for it.
    """
    gate.require(actor, "history.verify")
    revisions.seal_pending()
    return proof.verify(progress)
