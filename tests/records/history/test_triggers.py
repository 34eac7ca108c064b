"""No way of changing a kept table escapes the history, on either database."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from quicksilver.records.history import triggers, versions
from quicksilver.records.history.versions import CURRENT
from quicksilver.records.models import Decision, Pledge, Revision

pytestmark = pytest.mark.django_db
PledgeVersion = versions.of(Pledge)


def states(key: str = "pledge/usa-2007") -> list[tuple[int, int, str]]:
    rows = PledgeVersion.objects.filter(key=key).order_by("rev_from")
    return [(row.rev_from, row.rev_to, str(row.amount)) for row in rows]


def test_all_triggers_stand_after_migrating():
    assert triggers.missing(connection) == []


def test_loading_leaves_one_version_of_each_row(small):
    assert states() == [(1, CURRENT, "1000380.00")]


def test_bulk_update_closes_the_version_and_opens_another(small):
    Pledge.objects.update(amount="5.00")

    assert states() == [(1, 2, "1000380.00"), (2, CURRENT, "5.00")]
    assert Revision.objects.get(number=2).deed == "direct_sql"


def test_raw_sql_leaves_a_version(small):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_pledge SET amount = 7 WHERE key = 'pledge/usa-2007'")

    assert states() == [(1, 2, "1000380.00"), (2, CURRENT, "7.00")]


def test_update_that_changes_nothing_leaves_nothing(small):
    Pledge.objects.update(amount="1000380.00")

    assert states() == [(1, CURRENT, "1000380.00")]
    assert Revision.objects.count() == 1


def test_delete_closes_the_version(small):
    Pledge.objects.all().delete()

    assert states() == [(1, 2, "1000380.00")]


def test_bulk_create_leaves_versions(small):
    first = Pledge.objects.get()
    first.key = "pledge/other"
    Pledge.objects.bulk_create([first])

    assert states("pledge/other") == [(2, CURRENT, "1000380.00")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records_pledge_version SET amount = 1",
        "UPDATE records_pledge_version SET rev_from = 0",
        "UPDATE records_pledge_version SET rev_to = 1",
        "DELETE FROM records_pledge_version",
        "DELETE FROM records_revision",
        "UPDATE records_revision SET actor = 'someone else'",
        "UPDATE records_revision SET digest = ''",
    ],
)
def test_history_cannot_be_changed(small, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="OR REPLACE is SQLite's own")
def test_replace_may_not_take_another_row_away(small):
    others = ", ".join(field.column for field in Decision._meta.concrete_fields if field.column != "key")
    statement = (
        f"INSERT OR REPLACE INTO records_decision (key, {others}) "
        f"SELECT 'decision/false', {others} FROM records_decision"
    )
    with pytest.raises(IntegrityError, match="replace another"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE is PostgreSQL's own")
def test_truncate_is_refused(small):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="not emptied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE records_pledge CASCADE")


def test_missing_trigger_is_named(small):
    name = "quicksilver_records_pledge_update"
    with connection.cursor() as cursor:
        on = " ON records_pledge" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {name}{on}")

    assert triggers.missing(connection) == [name]
