"""Revisions: in order, sealed once, found by their moment."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.records.history import revisions
from quicksilver.records.models import Pledge, Revision
from quicksilver.services import gate

pytestmark = pytest.mark.django_db

# The digest of the small record's one revision. It is the same on SQLite and PostgreSQL, or one of them
# fails here; it changes only when the form of the digest or the small record does.
DIGEST_OF_SMALL = "a5e9803775e9871e3ea946437758eccaf5b9eb470dc7fd9149c52dac38fcefee"


def test_digest_is_the_same_on_every_database(small):
    assert Revision.objects.get().digest == DIGEST_OF_SMALL


def test_first_revision_names_nothing_before_it(small):
    assert Revision.objects.get().previous == ""


def test_change_outside_deeds_is_sealed_by_the_next_deed(small):
    Pledge.objects.update(amount="5.00")
    with gate.deed(SECRETARIAT, "test", now=ENTERED, action="record.load"):
        Pledge.objects.update(amount="6.00")

    found = list(Revision.objects.values_list("number", "actor", "deed"))
    assert found == [
        (1, "Test secretariat", "load_record"),
        (2, "(outside the programme)", "direct_sql"),
        (3, "Test secretariat", "test"),
    ]
    assert not Revision.objects.filter(digest="").exists()
    assert Revision.objects.get(number=3).previous == Revision.objects.get(number=2).digest


def test_seal_pending_without_pending_does_nothing(small):
    assert revisions.seal_pending() is None


def test_revision_at_a_moment_is_the_last_made_by_then(small):
    later = ENTERED + timedelta(days=1)
    with gate.deed(SECRETARIAT, "test", now=later, action="record.load"):
        Pledge.objects.update(amount="6.00")

    moments = [ENTERED - timedelta(seconds=1), ENTERED, later - timedelta(seconds=1), later]
    found = [revisions.revision_at(moment) for moment in moments]
    assert [revision and revision[0] for revision in found] == [None, 1, 1, 2]


def test_clock_put_back_does_not_put_back_what_is_known(small):
    with gate.deed(SECRETARIAT, "test", now=datetime(2000, 1, 1, tzinfo=UTC), action="record.load"):
        Pledge.objects.update(amount="6.00")

    assert Revision.objects.get(number=2).at == ENTERED
