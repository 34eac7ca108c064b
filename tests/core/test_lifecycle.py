from itertools import product

import pytest

from quicksilver.core import codelists
from quicksilver.core.lifecycle import AREA, DRAFT, LIFECYCLES, MEETING, REPORT, Lifecycle

EACH = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=[lifecycle.name for lifecycle in LIFECYCLES])


@EACH
def test_no_dead_ends(lifecycle):
    assert lifecycle.dead_ends() == []


@EACH
def test_an_end_can_be_reached_from_every_state(lifecycle):
    finals = {state for state, following in lifecycle.transitions.items() if not following}
    for state in lifecycle.states:
        reached = {state}
        for _ in lifecycle.states:
            reached |= {after for found in reached for after in lifecycle.transitions[found]}
        assert reached & finals, state


@EACH
def test_check_agrees_with_the_table_for_every_step(lifecycle):
    for after, state in product(["", *lifecycle.states, "unheard-of"], [*lifecycle.states, "unheard-of"]):
        following = lifecycle.transitions.get(after, ()) if after else lifecycle.initial
        assert [problem.code for problem in lifecycle.check(state, after)] == (
            [] if state in following else ["state-out-of-order"]
        )


@pytest.mark.parametrize("lifecycle", [MEETING, AREA, DRAFT], ids=["meeting", "area", "draft"])
def test_the_states_are_those_of_the_codelist(lifecycle):
    assert set(lifecycle.states) == set(codelists.codes(lifecycle.name))


def test_a_held_meeting_stays_held_and_an_issued_report_never_becomes_a_draft():
    assert not MEETING.transitions["held"]
    assert REPORT.transitions["issued"] == ("superseded",)


def test_dead_ends_names_what_is_lonely_unknown_or_nobodys():
    broken = Lifecycle("x", ("a",), {"a": ("b",), "lonely": (), "c": ("a",)}, {"c": "secretariat"})
    assert broken.dead_ends() == ["a", "b", "c", "lonely"]
