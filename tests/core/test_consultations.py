from datetime import date

from tests.core.rows import record, row

from quicksilver.core.consultations import components_at, invitations_at

ASKED = row("invitation/areas", "2007-06", topics=["areas_objectives", "self_nomination"])
GOVERNMENTS = row("compilation/gov", "[2007-06-01..2007-08-30]", document="document/inf-1")
REPLY = row("reply/ngo", "2007-07-17")
RECORD = record(ASKED, GOVERNMENTS, REPLY, row("invitation/earlier", "2005", topics=["priority_areas"]))


def test_invitations_at_tells_which_are_certain():
    assert [(found.invitation.key, found.certain) for found in invitations_at(RECORD, date(2007, 6, 15))] == [
        ("invitation/earlier", True), ("invitation/areas", False),
    ]  # fmt: skip


def test_invitations_at_brings_what_had_come_back():
    (found,) = invitations_at(RECORD, date(2007, 7, 16), "self_nomination")
    assert (found.compilations, found.replies) == ((GOVERNMENTS,), ())
    (found,) = invitations_at(RECORD, date(2007, 7, 17), "self_nomination")
    assert found.replies == (REPLY,)


def test_invitations_at_before_any_is_empty():
    assert invitations_at(RECORD, date(2004, 12, 31)) == ()


DRAFTS = record(
    row("component/plans", order=1),
    row("component/framework", order=0),
    row("draft-state/1", "[..2007-08-30]", component="component/framework", state="begun"),
    row("draft-state/2", "2008-04-03", component="component/framework", state="considered",
        supersedes="draft-state/1"),
    row("draft-state/3", "2009-06", component="component/framework", state="published", supersedes="draft-state/2"),
)  # fmt: skip


def states(day):
    framework, plans = components_at(DRAFTS, day)
    assert (framework.component.key, plans.component.key) == ("component/framework", "component/plans")
    return [row["state"] for row in framework.states], [row["state"] for row in framework.possible]


def test_components_at_gives_all_states_entered_in_their_order():
    assert states(date(2007, 3, 25)) == ([], ["begun"])
    assert states(date(2007, 8, 30)) == (["begun"], [])
    assert states(date(2008, 5, 1)) == (["begun", "considered"], [])
    assert states(date(2009, 6, 15)) == (["begun", "considered"], ["published"])
    assert states(date(2009, 12, 31)) == (["begun", "considered", "published"], [])


def test_state_finds_the_row_by_which_a_draft_entered_it():
    framework, plans = components_at(DRAFTS, date(2008, 5, 1))
    assert framework.state("considered").key == "draft-state/2"
    assert framework.state("published") is None
    assert plans.state("begun") is None
