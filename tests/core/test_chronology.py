from datetime import date

from tests.core.rows import record, row

from quicksilver.core import chronology

PROPOSED = row("area-stage/proposed", "2007-02-09", stage="proposed")
CONSULTED = row(
    "area-stage/consulted", "[2007-02-10..2007-08-30]", stage="consultation", supersedes="area-stage/proposed"
)
MERGED = row("area-stage/merged", "2008", stage="merged", supersedes="area-stage/consulted")
RECORD = record(PROPOSED, CONSULTED, MERGED)


def test_until_tells_the_story_in_order_replaced_rows_included():
    assert chronology.until(RECORD, "area-stage", date(2007, 8, 30)) == (PROPOSED, CONSULTED)


def test_until_holds_what_only_may_have_come_about():
    assert CONSULTED in chronology.until(RECORD, "area-stage", date(2007, 5, 1))


def test_after_holds_only_what_certainly_came_later():
    assert chronology.after(RECORD, "area-stage", date(2007, 5, 1)) == (MERGED,)


def test_until_and_after_part_the_rows():
    for day in (date(2006, 1, 1), date(2007, 2, 9), date(2007, 5, 1), date(2008, 6, 1), date(2009, 1, 1)):
        told = (*chronology.until(RECORD, "area-stage", day), *chronology.after(RECORD, "area-stage", day))
        assert sorted(row.key for row in told) == [row.key for row in RECORD.of("area-stage")]


def test_rows_are_sought_by_their_columns():
    assert chronology.until(RECORD, "area-stage", date(2009, 1, 1), stage="merged") == (MERGED,)


def test_in_order_a_row_without_a_date_always_held():
    undated = row("area-stage/undated")
    assert chronology.in_order([MERGED, undated]) == (undated, MERGED)
