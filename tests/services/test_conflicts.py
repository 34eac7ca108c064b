"""Two people at one row, at the same time: one is heard, the other is told, nothing is lost."""

import sqlite3
import threading
from contextlib import closing
from datetime import timedelta

import pytest
from django.db import connection, connections
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.errors import Refused
from quicksilver.core.policies import secretariat
from quicksilver.records.models import Pledge, Revision
from quicksilver.services import conflicts, editing, undoing

LATER = ENTERED + timedelta(days=1)
KEY = "pledge/usa-2007"


def test_only_fields_that_somebody_changed_are_shown_side_by_side(small):
    seen = conflicts.opened(KEY)
    _correct(SECRETARIAT, seen, locator="a.9", currency="EUR")
    with pytest.raises(conflicts.Conflict) as conflict:
        _correct(SECRETARIAT, seen, locator="a.10", amount="1000380")  # the same amount, written otherwise

    assert [(each.field, each.by_them, each.by_you) for each in conflict.value.differences] == [
        ("locator", True, True),
        ("currency", True, False),
    ]
    assert conflict.value.problems[0].values["actor"] == SECRETARIAT.key


def test_row_that_was_undone_meanwhile_is_gone(small):
    seen = conflicts.opened(KEY)
    undoing.undo(actor=SECRETARIAT, revision=1, reason="Wrong file", now=LATER)
    with pytest.raises(Refused, match="no row"):
        _correct(SECRETARIAT, seen, locator="a.9")


def test_what_is_not_on_record_is_at_no_revision(db):
    assert (conflicts.opened("pledge/nobody"), conflicts.opened("unicorn/one")) == (None, None)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_is_heard_and_one_is_told(small, elsewhere):
    seen, ready, outcomes = conflicts.opened(KEY), threading.Barrier(2, timeout=20), {}

    def edit(name):
        ready.wait()
        try:
            _correct(secretariat(name), seen, locator=name)
            outcomes[name] = "written"
        except conflicts.Conflict as conflict:
            outcomes[name] = f"told of {conflict.changes[-1].actor}"

    elsewhere(lambda: edit("Asha"), lambda: edit("Birgit"))
    elsewhere(lambda: outcomes.update(on_record=Pledge.objects.get().locator, revisions=Revision.objects.count()))

    first = outcomes["on_record"]
    second = ({"Asha", "Birgit"} - {first}).pop()
    assert (outcomes[first], outcomes[second]) == ("written", f"told of {first}")
    assert outcomes["revisions"] == 2


@pytest.fixture
def elsewhere(small, tmp_path):
    """Do things at once, each over a connection of its own; a database in memory is copied to a file before."""
    place = {**connection.settings_dict}
    if connection.vendor == "sqlite":
        place["NAME"] = str(tmp_path / "copy.sqlite3")
        with closing(sqlite3.connect(place["NAME"])) as copy:
            connection.connection.backup(copy)
    wrapper = type(connections["default"])

    def connected(work):
        connections["default"] = wrapper(place, "default")
        try:
            work()
        finally:
            connections["default"].close()

    def do(*works):
        threads = [threading.Thread(target=connected, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return do


def _correct(actor, seen, **values):
    return editing.correct(actor=actor, key=KEY, values=values, reason="Misread", seen=seen, now=LATER)
