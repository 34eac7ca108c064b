"""`quicksilver verify`: the history holds, or the first broken link is named."""

import pytest
from django.db import connection

from quicksilver.records.history import triggers
from quicksilver.records.models import Pledge

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


def test_history_that_holds_ends_well(quicksilver):
    result = quicksilver("verify")

    assert (result.exit_code, "The history holds: 1 revisions" in result.stdout) == (0, True)


def test_change_outside_the_programme_is_sealed_and_told(quicksilver):
    Pledge.objects.update(amount="5.00")
    result = quicksilver("verify")

    assert result.exit_code == 0
    assert "by SQL or a shell: revisions 2." in result.stdout


def test_broken_link_is_named(quicksilver):
    with triggers.suspended(connection), connection.cursor() as cursor:
        cursor.execute("UPDATE records_pledge_version SET amount = 9")
    result = quicksilver("verify")

    assert result.exit_code == 1
    assert "Revision 1 (load_record by Test secretariat" in result.stdout
    assert "is the first broken link" in result.stdout
    assert "pledge/usa-2007" in result.stdout
