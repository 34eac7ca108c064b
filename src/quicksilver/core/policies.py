"""Who may do what: one table for pages, downloads, the command line and, later, the API.

``allowed`` is asked before every deed, ``scope`` before every list. What is not in the table is not allowed. A role
is held for an organisation or an area, so the table says for each action not only who, but over what.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# Everyone who may act, from the outside in; the words are those of the codelist “role” [R29, R30, R105]. Everybody,
# signed in or not, is of the public.
ROLES = (
    "public", "applicant", "reviewer", "adviser", "donor_contact", "delegate", "focal_point",
    "government_focal_point", "area_lead", "secretariat",
)  # fmt: skip
# Roles that mean nothing without the organisation, or the area, they are held for.
OF_AN_ORGANISATION = ("donor_contact", "delegate", "focal_point", "government_focal_point")
OF_AN_AREA = ("area_lead",)
# Those who speak for an organisation may name delegates, who prepare what one of them submits.
NAMING_DELEGATES = ("focal_point", "government_focal_point")


class Reach(StrEnum):
    """Over what a role may do something."""

    ANY = "any"
    ORGANISATION = "own organisation"
    AREA = "own area"
    PERSON = "own person"


@dataclass(frozen=True)
class May:
    """What the table says of one role: over what, and in which states (“*”: in any)."""

    reach: Reach = Reach.ANY
    states: tuple[str, ...] = ("*",)

    def in_state(self, state: str) -> bool:
        """Whether a thing's state is among them."""
        return "*" in self.states or state in self.states


_ANY, _OWN, _AREA, _SELF = May(), May(Reach.ORGANISATION), May(Reach.AREA), May(Reach.PERSON)
_REPORTS = May(states=("draft", "issued", "superseded"))

# action -> role -> what it may. An action is “topic.verb”.
POLICY: Mapping[str, Mapping[str, May]] = {
    "record.read": {"public": _ANY},
    "record.load": {"secretariat": _ANY},
    "record.enter": {"area_lead": _AREA, "secretariat": _ANY},
    "record.correct": {"area_lead": _AREA, "secretariat": _ANY},
    "record.import": {"secretariat": _ANY},
    "record.undo": {"secretariat": _ANY},
    "report.read": {"public": _REPORTS},
    "report.issue": {"secretariat": May(states=("draft",))},
    "report.correct": {"secretariat": May(states=("issued", "superseded"))},
    "report.supersede": {"secretariat": May(states=("issued",))},
    "history.verify": {"secretariat": _ANY},
    # One submits for an organisation; delegates prepare.
    "reply.prepare": {"delegate": _OWN, "focal_point": _OWN, "government_focal_point": _OWN, "secretariat": _ANY},
    "reply.submit": {"focal_point": _OWN, "government_focal_point": _OWN, "secretariat": _ANY},
    # People: who they are is nobody's business but their organisation's and the secretariat's.
    "people.read": {
        "public": _SELF, "delegate": _OWN, "focal_point": _OWN, "government_focal_point": _OWN, "secretariat": _ANY,
    },
    "people.invite": {"secretariat": _ANY},
    "people.delegate": {"focal_point": _OWN, "government_focal_point": _OWN, "secretariat": _ANY},
    "people.accept": {"public": _SELF},
    "people.correct": {"public": _SELF, "secretariat": _ANY},
    "people.export": {"public": _SELF, "secretariat": _ANY},
    "people.erase": {"secretariat": _ANY},
    "contact.read": {"delegate": _OWN, "focal_point": _OWN, "government_focal_point": _OWN, "secretariat": _ANY},
    "contact.enter": {"focal_point": _OWN, "government_focal_point": _OWN, "secretariat": _ANY},
    "attempt.read": {"secretariat": _ANY},
}  # fmt: skip


@dataclass(frozen=True)
class Grant:
    """A role held now, for an organisation, for an area, or for the programme as a whole."""

    role: str
    organisation: str = ""
    area: str = ""


@dataclass(frozen=True)
class Actor:
    """Who acts.

    Parameters
    ----------
    key : str
        What the history keeps: ``person/<uuid>``, so that a person can be erased from everything but the deed; or
        the name of a command line.
    name : str
        What is shown to whoever may see it; never kept.
    grants : tuple of Grant
        The roles held at this moment.
    """

    key: str
    name: str
    grants: tuple[Grant, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles held, each once; whoever holds none is of the public."""
        return tuple(dict.fromkeys(grant.role for grant in self.grants)) or ("public",)


PUBLIC = Actor("public", "public", ())


def secretariat(name: str) -> Actor:
    """The secretariat by a name that is nobody's account: a command line, a test."""
    return Actor(name, name, (Grant("secretariat"),))


@dataclass(frozen=True)
class Scope:
    """Over what an actor may do something: everything, or what is of these organisations, areas, this person."""

    everywhere: bool = False
    grants: tuple[Grant, ...] = ()
    person: str = ""

    @property
    def organisations(self) -> frozenset[str]:
        """Keys of the organisations it reaches."""
        return frozenset(grant.organisation for grant in self.grants if grant.organisation)

    @property
    def areas(self) -> frozenset[str]:
        """Keys of the areas it reaches, whatever the organisation."""
        return frozenset(grant.area for grant in self.grants if grant.area and not grant.organisation)

    def covers(self, organisation: str = "", area: str = "", person: str = "") -> bool:
        """Whether it reaches a thing of this organisation, this area, or this person."""
        if self.everywhere or (self.person and person == self.person):
            return True
        return any(_within(grant, organisation, area) for grant in self.grants)

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.grants or self.person)


def scope(actor: Actor, action: str, state: str = "*") -> Scope:
    """Over what an actor may do something to things in a state."""
    roles = POLICY.get(action, {})
    held = [(grant, roles[grant.role]) for grant in (Grant("public"), *actor.grants) if grant.role in roles]
    rules = [(grant, may) for grant, may in held if may.in_state(state)]
    signed_in = actor.key != PUBLIC.key
    return Scope(
        everywhere=any(may.reach is Reach.ANY for _, may in rules),
        grants=tuple(reached for grant, may in rules if (reached := _reached(grant, may.reach))),
        person=actor.key if signed_in and any(may.reach is Reach.PERSON for _, may in rules) else "",
    )


def allowed(
    actor: Actor, action: str, state: str = "*", *, organisation: str = "", area: str = "", person: str = ""
) -> bool:
    """Whether an actor may do something to a thing in a state, of an organisation, an area, a person."""
    return scope(actor, action, state).covers(organisation, area, person)


def _reached(grant: Grant, reach: Reach) -> Grant | None:
    """What a grant reaches: its organisation, narrowed to its area if it has one; or its area alone."""
    if reach is Reach.ORGANISATION and grant.organisation:
        return grant
    return Grant(grant.role, area=grant.area) if reach is Reach.AREA and grant.area else None


def _within(grant: Grant, organisation: str, area: str) -> bool:
    """Whether a thing is of the grant's organisation or area; an area narrows only what is of some area."""
    if not grant.organisation:
        return grant.area == area
    return grant.organisation == organisation and (not grant.area or not area or grant.area == area)
