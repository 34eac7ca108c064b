"""The whole table, written out a second time: role × action × state, and over what."""

from itertools import product

import pytest

from quicksilver.core import codelists, policies
from quicksilver.core.lifecycle import REPORT
from quicksilver.core.policies import POLICY, PUBLIC, ROLES, Actor, Grant, Reach, allowed, scope

STATES = REPORT.states
EVERY = {"", "*", *STATES}
OWN, OTHER = "stakeholder/own", "stakeholder/other"
AREA, ELSEWHERE = "area/own", "area/elsewhere"
ME = "person/me"
# The columns: P public (signed in), A applicant, R reviewer, V adviser, D donor contact, d delegate, F focal point,
# G Government focal point, L area lead, S secretariat. Everywhere “*”; of the own organisation “o”, the own area “a”,
# the own person “p”; not at all “.”.
COLUMNS = "PARVDdFGLS"
# What everybody may, everybody who holds a role may, too.
TABLE = """
action            states                  P A R V D d F G L S
record.read       any                     * * * * * * * * * *
record.load       any                     . . . . . . . . . *
record.enter      any                     . . . . . . . . a *
record.correct    any                     . . . . . . . . a *
record.import     any                     . . . . . . . . . *
record.undo       any                     . . . . . . . . . *
report.read       draft,issued,superseded * * * * * * * * * *
report.issue      draft                   . . . . . . . . . *
report.correct    issued,superseded       . . . . . . . . . *
report.supersede  issued                  . . . . . . . . . *
history.verify    any                     . . . . . . . . . *
reply.prepare     any                     . . . . . o o o . *
reply.submit      any                     . . . . . . o o . *
people.read       any                     p p p p p o o o p *
people.invite     any                     . . . . . . . . . *
people.delegate   any                     . . . . . . o o . *
people.accept     any                     p p p p p p p p p p
people.correct    any                     p p p p p p p p p *
people.export     any                     p p p p p p p p p *
people.erase      any                     . . . . . . . . . *
contact.read      any                     . . . . . o o o . *
contact.enter     any                     . . . . . . o o . *
attempt.read      any                     . . . . . . . . . *
"""
HEAD, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
CELLS = {
    (role, action): (cell, EVERY if states == "any" else set(states.split(",")))
    for action, states, *cells in ROWS
    for role, cell in zip(ROLES, cells, strict=True)
}


def holder(role):
    return Actor(ME, "Someone", () if role == "public" else (Grant(role, OWN, AREA if role == "area_lead" else ""),))


def test_the_table_has_a_line_for_each_action_and_a_column_for_each_role():
    assert HEAD[2:] == list(COLUMNS)
    assert [action for action, *_ in ROWS] == list(POLICY)
    assert len(COLUMNS) == len(ROLES)


@pytest.mark.parametrize(("role", "action"), list(product(ROLES, POLICY)))
def test_allowed_is_what_the_table_says_and_nothing_else(role, action):
    cell, states = CELLS[role, action]
    for state in EVERY:
        may = cell if state in states else "."
        found = {
            "somewhere": allowed(holder(role), action, state),
            "own organisation": allowed(holder(role), action, state, organisation=OWN),
            "other organisation": allowed(holder(role), action, state, organisation=OTHER),
            "own area": allowed(holder(role), action, state, area=AREA),
            "other area": allowed(holder(role), action, state, area=ELSEWHERE),
            "myself": allowed(holder(role), action, state, person=ME),
            "another": allowed(holder(role), action, state, person="person/another"),
        }
        everywhere = dict.fromkeys(found, may == "*")
        person = {"myself": may in "*p" or (may == "o" and CELLS["public", action][0] == "p")}
        expected = {**everywhere, "own organisation": may in "*o", "own area": may in "*a", **person}
        assert found == expected, state


@pytest.mark.parametrize("action", list(POLICY))
def test_nobody_signed_in_reads_and_does_nothing_else(action):
    reading = action in ("record.read", "report.read")
    assert bool(scope(PUBLIC, action, "issued")) == reading
    assert not allowed(PUBLIC, action, "issued", person=PUBLIC.key) or reading


@pytest.mark.parametrize("role", [*ROLES, "donor", ""])
@pytest.mark.parametrize("action", ["record.delete", "report", "", "*"])
def test_allowed_an_unknown_action_never_is(role, action):
    assert not allowed(Actor(ME, "Someone", (Grant(role, OWN),)), action, organisation=OWN)


@pytest.mark.parametrize("action", list(POLICY))
def test_a_role_that_is_not_in_the_list_is_of_the_public(action):
    assert scope(Actor(ME, "Someone", (Grant("donor", OWN, AREA),)), action) == scope(holder("public"), action)


def test_a_role_without_organisation_reaches_none():
    nowhere = Actor(ME, "Someone", (Grant("focal_point"), Grant("area_lead")))
    assert not allowed(nowhere, "reply.submit")
    assert not allowed(nowhere, "record.enter", area="")


def test_two_roles_reach_what_each_does():
    both = Actor(ME, "Someone", (Grant("focal_point", OWN), Grant("delegate", OTHER)))
    assert scope(both, "reply.prepare").organisations == {OWN, OTHER}
    assert scope(both, "reply.submit").organisations == {OWN}
    assert both.roles == ("focal_point", "delegate")


def test_a_focal_point_for_one_area_speaks_for_its_organisation_there_alone():
    one = Actor(ME, "Someone", (Grant("focal_point", OWN, AREA),))
    assert allowed(one, "reply.submit", organisation=OWN, area=AREA)
    assert allowed(one, "reply.submit", organisation=OWN)
    assert not allowed(one, "reply.submit", organisation=OWN, area=ELSEWHERE)
    assert not allowed(one, "reply.submit", organisation=OTHER, area=AREA)


def test_an_area_lead_reaches_the_area_whatever_the_organisation():
    lead = holder("area_lead")
    assert allowed(lead, "record.enter", organisation=OTHER, area=AREA)
    assert scope(lead, "record.enter").areas == {AREA}


def test_the_table_speaks_of_known_roles_reaches_and_states_only():
    cells = [may for roles in POLICY.values() for may in roles.values()]
    assert {role for roles in POLICY.values() for role in roles} <= set(ROLES)
    assert {state for may in cells for state in may.states} <= {"*", *STATES}
    assert {may.reach for may in cells} == set(Reach)
    assert [action for action, roles in POLICY.items() if not roles] == []


def test_roles_are_those_of_the_codelist():
    assert codelists.codes("role") == ROLES
    assert {*policies.OF_AN_ORGANISATION, *policies.OF_AN_AREA, *policies.NAMING_DELEGATES} <= set(ROLES)


def test_the_secretariat_by_a_name_may_what_the_secretariat_may():
    officer = policies.secretariat("root (command line)")
    assert (officer.key, officer.roles) == ("root (command line)", ("secretariat",))
    assert allowed(officer, "people.erase", person="person/another")


def test_whoever_is_not_known_is_the_public():
    assert PUBLIC.roles == Actor("x", "Someone", ()).roles == ("public",)
