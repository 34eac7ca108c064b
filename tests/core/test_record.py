from datetime import date

from tests.core.rows import record, row

from quicksilver.core.dates import Occurrence
from quicksilver.core.record import Entry, Snapshot, from_entries, kind_of

PLANNED = row("meeting-schedule/planned", "2007-08-30", state="planned")
HELD = row("meeting-schedule/held", "2008-04-03", state="held", supersedes="meeting-schedule/planned")


def test_kind_is_what_stands_before_the_slash():
    assert kind_of("area/asgm") == "area"
    assert PLANNED.kind == "meeting-schedule"


def test_an_entry_without_a_date_has_always_occurred():
    assert row("area/asgm").occurred(date(1000, 1, 1)) is Occurrence.YES


def test_of_gives_the_rows_of_a_kind_in_the_order_of_their_keys():
    snapshot = record(row("area/coal"), row("area/asgm"), PLANNED)
    assert [found.key for found in snapshot.of("area")] == ["area/asgm", "area/coal"]


def test_get_finds_by_key_and_nothing_by_none():
    snapshot = record(PLANNED)
    assert snapshot.get(PLANNED.key) is PLANNED
    assert snapshot.get("area/asgm") is None
    assert snapshot.get(None) is None


def test_where_asks_for_all_values_at_once():
    snapshot = record(PLANNED, HELD)
    assert snapshot.where("meeting-schedule", meeting="meeting/partners-2008", state="held") == (HELD,)


def test_in_force_follows_chains_past_the_values_asked_for():
    # The planned row is replaced by a row that has another state: it must not come back when asked for by state.
    snapshot = record(PLANNED, HELD)
    assert snapshot.in_force("meeting-schedule", date(2008, 4, 3), state="planned") == ()
    assert snapshot.in_force("meeting-schedule", date(2008, 4, 2), state="planned") == (PLANNED,)


def test_possibly_gives_rows_that_may_have_taken_effect():
    pledge = row("pledge/usa-2007", "[2007-03-27..2007-08-30]")
    assert record(pledge).possibly("pledge", date(2007, 4, 15)) == (pledge,)
    assert record(pledge).possibly("pledge", date(2007, 8, 30)) == ()


def test_latest_is_the_row_in_force():
    assert record(PLANNED, HELD).latest("meeting-schedule", date(2008, 5, 1)) == HELD


def test_a_snapshot_reads_each_kind_once():
    asked = []

    def load(kind):
        asked.append(kind)
        return [Entry(f"{kind}/a")]

    snapshot = Snapshot(load)
    snapshot.of("area")
    snapshot.where("area")
    snapshot.in_force("area", date(2007, 8, 30))
    assert asked == ["area"]


def test_a_snapshot_asked_for_many_dates_answers_each_rightly():
    snapshot = from_entries([PLANNED, HELD])
    answers = [
        len(snapshot.in_force("meeting-schedule", date(2007, 7, 1).replace(year=2000 + number % 50)))
        for number in range(200)
    ]
    assert answers == [0 if number % 50 <= 7 else 1 for number in range(200)]
