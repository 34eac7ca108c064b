"""Loading data files: all or nothing, again without a trace, and nothing taken away."""

from datetime import timedelta

import pytest
from tests.conftest import ENTERED, SECRETARIAT, SMALL

from quicksilver.core.errors import Refused
from quicksilver.core.policies import PUBLIC
from quicksilver.records.models import Appeal, Pledge, Revision, Source, Stakeholder
from quicksilver.services import gate, loading

pytestmark = pytest.mark.django_db
LATER = ENTERED + timedelta(days=1)


def test_small_record_is_loaded_with_its_links(small):
    pledge = Pledge.objects.get()

    assert (small.created, small.changed, small.unchanged) == (7, 0, 0)
    assert (pledge.appeal_id, str(pledge.amount), pledge.effective.edtf) == (
        "appeal/2007", "1000380.00", "[2007-03-27..2007-08-30]",
    )  # fmt: skip
    assert (pledge.effective_from.isoformat(), pledge.effective_by.isoformat()) == ("2007-03-27", "2007-08-30")


def test_second_load_writes_nothing_and_makes_no_revision(small, folder):
    again = loading.load_record(SECRETARIAT, folder(small=SMALL), now=LATER)

    assert (again.created, again.changed, again.unchanged) == (0, 0, 7)
    assert Revision.objects.count() == 1


def test_corrected_row_is_written_under_one_revision(small, folder):
    again = loading.load_record(SECRETARIAT, folder(small=SMALL.replace("a.8", "a.9")), now=LATER)

    assert (again.created, again.changed, again.unchanged) == (0, 2, 5)
    assert Appeal.objects.get().locator == "a.9"
    assert Revision.objects.count() == 2


def test_changed_bounds_follow_a_changed_date(small, folder):
    text = SMALL.replace('"[2007-03-27..2007-08-30]"', '"2007-05-01"')
    loading.load_record(SECRETARIAT, folder(small=text), now=LATER)

    assert Pledge.objects.get().effective_by.isoformat() == "2007-05-01"


def test_rows_the_files_do_not_speak_of_stay(small, folder):
    folder(small="sources:\n  - {key: source/x, kind: letter, standing: official}\n")
    loading.load_record(SECRETARIAT, folder(), now=LATER)

    assert (Source.objects.count(), Stakeholder.objects.count(), Pledge.objects.count()) == (2, 2, 1)


def test_one_bad_row_keeps_all_out(db, folder):
    with pytest.raises(Refused):
        loading.load_record(SECRETARIAT, folder(small=SMALL.replace("currency: USD", "remark: {}")), now=ENTERED)

    assert (Source.objects.count(), Revision.objects.count()) == (0, 0)


def test_public_may_not_load(db, folder):
    with pytest.raises(gate.NotPermitted):
        loading.load_record(PUBLIC, folder(small=SMALL), now=ENTERED)


def test_progress_ends_at_all_rows(db, folder):
    told = []
    loading.load_record(SECRETARIAT, folder(small=SMALL), now=ENTERED, progress=lambda *done: told.append(done))

    assert told[-1] == (7, 7)


def test_load_costs_no_query_a_row(db, folder, django_assert_max_num_queries):
    extra = "".join(
        f"  - {{key: stakeholder/s{n}, names: {{en: S{n}}}, kind: other, source: source/seed}}\n" for n in range(300)
    )
    text = SMALL.replace("bodies:\n", extra + "bodies:\n")
    with django_assert_max_num_queries(60):
        loading.load_record(SECRETARIAT, folder(small=text), now=ENTERED)
