"""Undoing a deed: all its rows go back at once, nothing later is lost, and the undoing can be undone."""

from datetime import timedelta

import pytest
from tests.conftest import ENTERED, SECRETARIAT, SMALL

from quicksilver.core.errors import Refused
from quicksilver.core.policies import PUBLIC
from quicksilver.records.history import proof
from quicksilver.records.models import Appeal, Pledge, Receipt, Revision, Stakeholder
from quicksilver.services import editing, gate, loading, undoing

pytestmark = pytest.mark.django_db
LATER = ENTERED + timedelta(days=1)


def undo(number, reason="By mistake"):
    return undoing.undo(actor=SECRETARIAT, revision=number, reason=reason, now=LATER)


def correct(key, **values):
    seen = editing.opened(key)
    editing.correct(actor=SECRETARIAT, key=key, values=values, reason="Misread", seen=seen, now=LATER)


def test_whole_load_is_undone_as_one_deed_and_the_undoing_too(small):
    assert undo(1) == 7
    assert (Pledge.objects.count(), Stakeholder.objects.count()) == (0, 0)
    assert undo(2) == 7
    assert Pledge.objects.get().effective_by.isoformat() == "2007-08-30"
    assert list(Revision.objects.values_list("deed", "reason")) == [
        ("load_record", "load record"),
        ("undo", "By mistake\nundoes revision 1"),
        ("undo", "By mistake\nundoes revision 2"),
    ]
    assert proof.verify().problems == ()


def test_corrections_of_several_rows_are_taken_back_and_later_rows_stay(small, folder):
    loading.load_record(SECRETARIAT, folder(small=SMALL.replace("a.8", "a.9")), now=LATER)
    correct("decision/24-3", locator="c.2")
    undo(2)

    assert (Appeal.objects.get().locator, Pledge.objects.get().locator) == ("a.8", "a.8")
    assert editing.opened("decision/24-3") == 3


def test_what_was_changed_again_is_not_undone_over(small):
    correct("pledge/usa-2007", locator="a.9")
    correct("pledge/usa-2007", locator="a.10")
    with pytest.raises(Refused, match=r"pledge/usa-2007"):
        undo(2)
    assert Pledge.objects.get().locator == "a.10"


def test_change_that_was_itself_undone_is_no_obstacle(small):
    correct("pledge/usa-2007", locator="a.9")
    correct("pledge/usa-2007", locator="a.10")
    undo(3)
    undo(2)
    assert Pledge.objects.get().locator == "a.8"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("receipt", {"donor": "stakeholder/usa", "pledge": "pledge/new", "amount": "1.00", "currency": "USD"}),
        ("funding-statement", {"text": {"en": "Nothing came"}, "more_sources": [["source/new", "1"]]}),
        ("invitation", {"issued_by": "stakeholder/unep", "topics": [], "areas": ["area/new"]}),
        ("document-citation", {"document": "document/first", "cited": "pledge/new"}),
    ],
)
def test_rows_that_others_point_to_stay(small, folder, kind, values):
    rows = """
sources:
  - {key: source/new, kind: letter, standing: official}
areas:
  - {key: area/new, code: new, order: "1", source: source/seed}
pledges:
  - {key: pledge/new, donor: stakeholder/usa, amount: "2.00", currency: USD, source: source/seed}
"""
    document = {"key": "document/first", "document_class": "working", "source": "source/seed"}
    editing.enter(actor=SECRETARIAT, kind="document", values=document, reason="For the test", now=LATER)
    loading.load_record(SECRETARIAT, folder(rows=rows), now=LATER)
    key = editing.enter(
        actor=SECRETARIAT, kind=kind, values={**values, "source": "source/seed"}, reason="Later", now=LATER
    )
    with pytest.raises(Refused, match=key):
        undo(3)
    undo(4)
    assert undo(3) == 3
    assert Receipt.objects.count() == 0


def test_undoing_needs_a_reason_a_revision_and_the_right(small):
    with pytest.raises(Refused, match="why"):
        undo(1, reason="  ")
    with pytest.raises(Refused, match="no revision 9"):
        undo(9)
    with pytest.raises(gate.NotPermitted):
        undoing.undo(actor=PUBLIC, revision=1, reason="Mischief", now=LATER)


def test_deed_that_changed_no_row_has_nothing_to_undo(small):
    with gate.deed(SECRETARIAT, "issue_report", now=LATER, action="report.issue", state="draft") as deed:
        deed.witness("a file")
    assert [problem.code for problem in undoing.obstacles(2)] == ["nothing-to-undo"]


def test_many_rows_are_named_in_part_and_counted(small, folder):
    loading.load_record(SECRETARIAT, folder(small=_with_many("A")), now=LATER)
    loading.load_record(SECRETARIAT, folder(small=_with_many("B")), now=LATER)
    (problem,) = undoing.obstacles(2)
    assert problem.values["rows"].endswith("(+ 2)")


def _with_many(name):
    rows = [
        f"  - {{key: stakeholder/x{n}, names: {{en: {name}}}, kind: ngo, source: source/seed}}\n" for n in range(12)
    ]
    return SMALL.replace("bodies:\n", f"{''.join(rows)}bodies:\n")
