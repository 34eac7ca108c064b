"""The gate: who may, all or nothing, one revision, and people told only afterwards."""

import logging

import pytest
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.policies import PUBLIC, Actor, Grant
from quicksilver.records.models import Attempt, Pledge, Revision
from quicksilver.services import gate

pytestmark = pytest.mark.django_db


def correct(actor=SECRETARIAT, amount="5.00"):
    with gate.deed(actor, "correct_pledge", reason="misprint", now=ENTERED, action="record.load"):
        Pledge.objects.update(amount=amount)


def test_deed_leaves_one_sealed_revision_in_the_actors_name(small):
    correct()

    revision = Revision.objects.get(number=2)
    assert (revision.actor, revision.deed, revision.reason) == ("Test secretariat", "correct_pledge", "misprint")
    assert len(revision.digest) == 64


def test_who_may_not_is_refused_and_logged(small, caplog):
    with caplog.at_level(logging.WARNING), pytest.raises(gate.NotPermitted) as refused:
        correct(PUBLIC)

    assert (refused.value.actor, refused.value.action) == (PUBLIC, "record.load")
    assert "public (public) attempted record.load" in caplog.text
    assert (Revision.objects.count(), Attempt.objects.count()) == (1, 0)


def test_what_somebody_signed_in_may_not_is_written_down(small):
    somebody = Actor("person/1", "Somebody", (Grant("focal_point", "stakeholder/usa"),))
    with pytest.raises(gate.NotPermitted) as refused:
        gate.require(somebody, "people.delegate", organisation="stakeholder/unep", subject="person/2")

    attempt = Attempt.objects.get()
    assert (attempt.actor, attempt.action, attempt.subject, attempt.outcome) == (
        "person/1", "people.delegate", "person/2", "refused",
    )  # fmt: skip
    assert "Somebody, as focal_point" in str(refused.value)


def test_reach_is_over_what_is_not_ones_own(db):
    somebody = Actor("person/1", "Somebody", ())
    with pytest.raises(gate.NotPermitted):
        gate.reach(somebody, "people.read")

    assert gate.reach(SECRETARIAT, "people.read").everywhere


def test_deed_that_fails_undoes_everything(small):
    def fail():
        with gate.deed(SECRETARIAT, "correct_pledge", now=ENTERED, action="record.load"):
            Pledge.objects.update(amount="5.00")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert str(Pledge.objects.get().amount) == "1000380.00"
    assert Revision.objects.count() == 1


def test_deed_that_changes_nothing_leaves_no_revision(small):
    correct(amount="1000380.00")

    assert Revision.objects.count() == 1


def test_deed_that_attests_to_something_leaves_a_revision(small):
    with gate.deed(SECRETARIAT, "attest", reason="why", now=ENTERED, action="record.load") as deed:
        deed.witness("sha256:00")

    assert Revision.objects.get(number=2).reason == "why\nsha256:00"


def test_people_are_told_after_the_deed(small, django_capture_on_commit_callbacks):
    told = []
    with (
        django_capture_on_commit_callbacks(execute=True),
        gate.deed(SECRETARIAT, "tell", now=ENTERED, action="record.load") as deed,
    ):
        deed.after_commit(lambda: told.append("told"))
        assert told == []

    assert told == ["told"]


@pytest.mark.django_db(transaction=True)
def test_deed_within_a_deed_is_refused():
    with (
        pytest.raises(RuntimeError, match="durable"),
        gate.deed(SECRETARIAT, "one", now=ENTERED, action="record.load"),
        gate.deed(SECRETARIAT, "two", now=ENTERED, action="record.load"),
    ):
        pass
