"""Who may do what: one table for pages, downloads, the command line and, later, the API.

``allowed`` is asked before every deed. What is not in the table is not allowed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# Everyone who may act, from the outside in. More come with sign-in; the names are those of the programme.
ROLES = ("public", "secretariat")

# action -> role -> states in which it may be done ("*": in any state).
POLICY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "record.read": {"public": ("*",), "secretariat": ("*",)},
    "record.load": {"secretariat": ("*",)},
    "report.read": {"public": ("draft", "issued", "superseded"), "secretariat": ("draft", "issued", "superseded")},
    "report.issue": {"secretariat": ("draft",)},
    "report.correct": {"secretariat": ("issued", "superseded")},
    "report.supersede": {"secretariat": ("issued",)},
    "history.verify": {"secretariat": ("*",)},
}


@dataclass(frozen=True)
class Actor:
    """Who acts, and in which role."""

    name: str
    role: str = "public"


PUBLIC = Actor("public")


def allowed(actor: Actor, action: str, state: str = "*") -> bool:
    """Whether an actor may do something to a thing in a state."""
    states = POLICY.get(action, {}).get(actor.role, ())
    return "*" in states or state in states
