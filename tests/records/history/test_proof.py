"""Proving the history: it holds when nobody touched it, and says where it does not."""

import pytest
from django.db import connection
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.records.history import proof, revisions, triggers
from quicksilver.records.models import Pledge, Revision
from quicksilver.services import gate

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(small):
    """Three revisions: the pledge entered, corrected, corrected again."""
    for amount in ("5.00", "6.00"):
        with gate.deed(SECRETARIAT, "correct", now=ENTERED, action="record.load"):
            Pledge.objects.update(amount=amount)


def tamper(statement: str) -> None:
    with triggers.suspended(connection), connection.cursor() as cursor:
        cursor.execute(statement)


def codes() -> list[str]:
    return [problem.code for problem in proof.verify().problems]


def test_untouched_history_holds(three):
    found = proof.verify()

    assert (found.revisions, found.outside, found.problems) == (3, (), ())
    assert found.digest == Revision.objects.get(number=3).digest


def test_empty_history_holds():
    assert proof.verify() == proof.Proof(0, "", (), ())


def test_tampered_version_names_the_revision_and_the_row(three):
    tamper("UPDATE records_pledge_version SET amount = 9 WHERE rev_from = 2")

    (problem,) = proof.verify().problems
    assert (problem.code, problem.values["number"], problem.values["keys"]) == ("chain-broken", 2, "pledge/usa-2007")


def test_version_taken_away_breaks_the_revision_that_opened_it(three):
    tamper("DELETE FROM records_pledge_version WHERE rev_from = 2")

    (problem,) = proof.verify().problems
    assert (problem.code, problem.values["number"]) == ("chain-broken", 2)


def test_end_of_a_version_moved_breaks_the_chain(three):
    tamper("UPDATE records_pledge_version SET rev_to = 3 WHERE rev_from = 1")

    (problem,) = proof.verify().problems
    assert problem.values["number"] == 2


@pytest.mark.parametrize("column", ["actor", "deed", "reason"])
def test_header_rewritten_breaks_the_chain(three, column):
    tamper(f"UPDATE records_revision SET {column} = 'someone' WHERE number = 2")

    assert codes() == ["chain-broken"]


def test_revision_taken_away_leaves_a_gap(three):
    tamper("DELETE FROM records_revision WHERE number = 2")

    assert codes() == ["chain-gap"]


def test_current_row_changed_without_its_trigger_differs_from_the_history(three):
    tamper("UPDATE records_pledge SET amount = 9")

    (problem,) = proof.verify().problems
    assert (problem.code, problem.values["keys"]) == ("history-differs", "pledge/usa-2007")


def test_json_the_reader_overlooks_is_noticed(three):
    tamper("""UPDATE records_pledge_version SET purpose = '{"xx": "hidden"}' WHERE rev_from = 1""")

    assert codes() == ["chain-broken"]


def test_change_outside_deeds_is_pending_until_sealed(three):
    Pledge.objects.update(amount="8.00")
    assert codes() == ["chain-open"]

    revisions.seal_pending()
    found = proof.verify()
    assert (found.outside, found.problems) == ((4,), ())


def test_missing_trigger_is_reported(three):
    triggers.remove(connection)

    assert codes() == ["triggers-missing"]


def test_long_chain_is_walked_in_blocks(three, monkeypatch):
    monkeypatch.setattr(proof, "BLOCK", 2)
    tamper("UPDATE records_revision SET actor = 'someone' WHERE number = 3")

    (problem,) = proof.verify().problems
    assert problem.values["number"] == 3
