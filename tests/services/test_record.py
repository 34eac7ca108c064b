"""Reading the record: as it is known, and as it was known at a moment."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.errors import Refused
from quicksilver.records.models import Pledge
from quicksilver.services import loading, record

pytestmark = pytest.mark.django_db
LATER = datetime(2007, 11, 5, 10, 0, tzinfo=UTC)

# A letter of 2006 that the secretariat finds only after its report was written.
FOUND_LATE = """\
appeals:
  - key: appeal/2006
    form: letter
    sender: stakeholder/unep
    subject: {en: An earlier letter}
    effective: "2006-10-02"
    source: source/seed
"""


@pytest.fixture
def late_letter(small, folder):
    return loading.load_record(SECRETARIAT, folder(late=FOUND_LATE), now=LATER)


def appeals(known_at: datetime | None = None) -> list[str]:
    return [row.key for row in record.snapshot(known_at).in_force("appeal", date(2007, 8, 30))]


def test_letter_entered_late_changes_what_is_told_as_at_a_date(late_letter):
    assert appeals() == ["appeal/2006", "appeal/2007"]


def test_letter_entered_late_changes_nothing_as_known_before(late_letter):
    assert appeals(LATER - timedelta(seconds=1)) == ["appeal/2007"]
    assert appeals(LATER) == ["appeal/2006", "appeal/2007"]


def test_nothing_is_known_before_the_first_revision(late_letter):
    assert record.snapshot(ENTERED - timedelta(seconds=1)).of("source") == ()


def test_entry_carries_columns_sources_and_links(small):
    pledge = record.snapshot().get("pledge/usa-2007")

    assert (pledge["appeal"], pledge["donor"], str(pledge["amount"])) == (
        "appeal/2007",
        "stakeholder/usa",
        "1000380.00",
    )
    assert [(ref.source, ref.locator) for ref in pledge.sources] == [("source/seed", "a.8")]
    assert "source" not in pledge.fields


def test_snapshot_does_not_change_while_it_is_read(small):
    before = record.snapshot()
    Pledge.objects.update(amount="5.00")

    assert str(before.get("pledge/usa-2007")["amount"]) == "1000380.00"
    assert str(record.snapshot().get("pledge/usa-2007")["amount"]) == "5.00"


def test_two_changes_outside_deeds_are_both_seen(small):
    Pledge.objects.update(amount="5.00")
    assert str(record.snapshot().get("pledge/usa-2007")["amount"]) == "5.00"

    Pledge.objects.update(amount="6.00")
    assert str(record.snapshot().get("pledge/usa-2007")["amount"]) == "6.00"


def test_sealed_snapshot_is_read_once(small, django_assert_num_queries):
    record.snapshot().of("pledge")

    with django_assert_num_queries(1):
        record.snapshot().of("pledge")


@pytest.mark.parametrize(
    ("as_at", "code"),
    [(date(2007, 2, 8), "as-at-before-record"), (date(2007, 9, 2), "as-at-in-future")],
)
def test_date_on_which_nothing_can_be_said_is_refused(small, as_at, code):
    with pytest.raises(Refused) as refused:
        record.require_as_at(record.snapshot(), as_at, today=date(2007, 9, 1))

    assert [problem.code for problem in refused.value.problems] == [code]


def test_empty_record_says_so(db):
    with pytest.raises(Refused, match="The record is empty"):
        record.require_as_at(record.snapshot(), date(2007, 8, 30), today=date(2007, 9, 1))
