"""Lifecycles as tables: the states a thing passes through, who owns each, and which may follow which.

Nothing branches on a state by hand; tests walk the tables and find states without owner, way in or way out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quicksilver.core.errors import Problem
from quicksilver.core.languages import msg


@dataclass(frozen=True)
class Lifecycle:
    """A table of states.

    Parameters
    ----------
    name : str
        What passes through the states; also the codelist that names them.
    initial : tuple of str
        The states it may begin in.
    transitions : mapping
        Each state with those that may follow it; a final state with none.
    owners : mapping
        The role that has to act in each state; empty for a final state.
    """

    name: str
    initial: tuple[str, ...]
    transitions: Mapping[str, tuple[str, ...]]
    owners: Mapping[str, str]

    @property
    def states(self) -> tuple[str, ...]:
        """All states, in the order of the table."""
        return tuple(self.transitions)

    def may_follow(self, state: str, after: str) -> bool:
        """Whether a state may come after another; after none (empty), an initial one may."""
        return state in (self.transitions.get(after, ()) if after else self.initial)

    def check(self, state: str, after: str) -> list[Problem]:
        """What is wrong with a step."""
        if self.may_follow(state, after):
            return []
        allowed = ", ".join((self.transitions.get(after, ()) if after else self.initial) or ("—",))
        found = {"state": state, "after": after or "—", "allowed": allowed}
        message = msg("“{state}” cannot come after “{after}”. What can: {allowed}.")
        return [Problem("state-out-of-order", message, found, f"lifecycle {self.name}")]

    def dead_ends(self) -> list[str]:
        """States that nothing leads to, that lead to no known state, or that nobody owns; empty when sound."""
        reached = {*self.initial, *(state for following in self.transitions.values() for state in following)}
        unknown = [state for state in reached if state not in self.transitions]
        lonely = [state for state in self.transitions if state not in reached]
        orphans = [state for state, following in self.transitions.items() if following and not self.owners.get(state)]
        return sorted({*unknown, *lonely, *orphans})


MEETING = Lifecycle(
    name="meeting_state",
    initial=("planned", "held"),
    transitions={
        "planned": ("moved", "held", "cancelled"),
        "moved": ("moved", "held", "cancelled"),
        "held": (),
        "cancelled": (),
    },
    owners={"planned": "secretariat", "moved": "secretariat"},
)

# Initial areas began active; others were proposed, or information was first gathered on them (R46, T14).
AREA = Lifecycle(
    name="area_stage",
    initial=("active", "proposed", "information"),
    transitions={
        "proposed": ("consultation", "active", "not_taken_up"),
        "consultation": ("active", "merged", "not_taken_up"),
        "information": ("consultation", "active", "merged", "not_taken_up"),
        "active": ("merged",),
        "merged": (),
        "not_taken_up": (),
    },
    owners=dict.fromkeys(("proposed", "consultation", "information", "active"), "secretariat"),
)

DRAFT = Lifecycle(
    name="draft_state",
    initial=("begun",),
    transitions={
        "begun": ("in_consultation", "submitted", "considered"),
        "in_consultation": ("submitted", "considered"),
        "submitted": ("considered", "adopted", "published"),
        "considered": ("submitted", "adopted", "published"),
        "adopted": ("published",),
        "published": (),
    },
    owners=dict.fromkeys(("begun", "in_consultation", "submitted", "considered", "adopted"), "secretariat"),
)

REPORT = Lifecycle(
    name="report_state",
    initial=("draft",),
    transitions={"draft": ("issued",), "issued": ("superseded",), "superseded": ()},
    owners={"draft": "secretariat", "issued": "secretariat"},
)

LIFECYCLES = (MEETING, AREA, DRAFT, REPORT)
