"""The whole table, written out a second time: role × action × state."""

from itertools import product

import pytest

from quicksilver.core.lifecycle import REPORT
from quicksilver.core.policies import POLICY, PUBLIC, ROLES, Actor, allowed

STATES = REPORT.states
EVERY = {"", "*", *STATES}
# What each role may do to what; everything else is forbidden.
MAY = {
    ("public", "record.read"): EVERY,
    ("public", "report.read"): set(STATES),
    ("secretariat", "record.read"): EVERY,
    ("secretariat", "record.load"): EVERY,
    ("secretariat", "report.read"): set(STATES),
    ("secretariat", "report.issue"): {"draft"},
    ("secretariat", "report.correct"): {"issued", "superseded"},
    ("secretariat", "report.supersede"): {"issued"},
    ("secretariat", "history.verify"): EVERY,
}


@pytest.mark.parametrize(("role", "action", "state"), list(product([*ROLES, "donor", ""], POLICY, sorted(EVERY))))
def test_allowed_is_what_the_table_says_and_nothing_else(role, action, state):
    assert allowed(Actor("Someone", role), action, state) == (state in MAY.get((role, action), set()))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ["record.delete", "report", "", "*"])
def test_allowed_an_unknown_action_never_is(role, action):
    assert not allowed(Actor("Someone", role), action)


def test_the_table_speaks_of_known_roles_and_states_only():
    assert {role for roles in POLICY.values() for role in roles} <= set(ROLES)
    assert {state for roles in POLICY.values() for states in roles.values() for state in states} <= {"*", *STATES}


def test_no_action_is_in_the_table_for_nobody():
    assert [action for action, roles in POLICY.items() if not any(roles.values())] == []


def test_whoever_is_not_known_is_the_public():
    assert PUBLIC.role == Actor("Someone").role == "public"
