"""Any row can be read: its columns, its sources, who points to it, and what was known of it when."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.conftest import ENTERED, SECRETARIAT, SMALL

from quicksilver.services import loading
from quicksilver.services import record as reading
from quicksilver.web import fields, links

MORE = SMALL.replace(
    "bodies:",
    "  - {key: stakeholder/zmwg, names: {en: Zero Mercury}, kind: ngo, source: source/seed}\n"
    "  - {key: stakeholder/unido, names: {en: UNIDO}, kind: igo, source: source/seed}\nbodies:",
).replace("stakeholders:", "  - {key: source/s2, kind: web_page, standing: secondary, title: {en: Page}}\n"
          "  - {key: source/s3, kind: news, standing: secondary, title: {en: News}}\nstakeholders:")  # fmt: skip


def test_a_row_is_shown_with_its_source_date_and_history(text):
    page = text("/en/record/pledge/usa-2007/?as_at=2007-08-30")
    assert "after 26 March 2007 and by 30 August 2007" in page
    assert "6 May 2024" in page  # the day on which it was entered
    assert "rows point here" in page


def test_a_row_whose_date_leaves_it_open_says_so(text):
    page = text("/en/record/pledge/usa-2007/?as_at=2007-05-01")
    assert "it does not say whether it had come about by 1 May 2007" in page


def test_a_row_of_later_says_that_it_came_later(text):
    assert "It came later than 8 February 2007" in text("/en/record/decision/24-3/?as_at=2007-02-08")


@pytest.mark.parametrize("address", ["/en/record/pledge/nobody/", "/en/record/unicorn/one/", "/en/sources/nothing/"])
def test_what_is_not_on_record_is_not_there(get, address):
    assert get(address).status_code == 404


def test_every_kind_and_every_column_is_said_in_words(record):
    columns = {(kind, column.name) for kind, model in reading.KINDS.items() for column in model._meta.concrete_fields}
    shown = {(kind, name) for kind, name in columns if not name.startswith(("effective", "held_", "starts", "ends"))}
    unsaid = [(kind, name) for kind, name in shown - _everywhere(shown) if fields.field(kind, name) == name]
    assert (sorted(unsaid), [kind for kind in reading.KINDS if fields.kind(kind) == kind]) == ([], [])


def _everywhere(shown):
    common = ("key", "source", "locator", "more_sources", "remark", "supersedes")
    return {(kind, name) for kind, name in shown if name in common}


def test_all_rows_of_the_real_record_can_be_opened(get):
    snapshot = reading.snapshot()
    keys = [snapshot.of(kind)[0].key for kind in reading.KINDS if snapshot.of(kind)]
    assert [key for key in keys if get(f"/zh/record/{key}/").status_code != 200] == []


def test_faults_are_listed_in_the_order_of_their_numbers(text):
    page = text("/en/corrections/")
    places = [page.index(f">{number}<") for number in ("T1", "T2", "T9", "T10", "T28")]
    assert places == sorted(places)


def test_lists_cost_the_same_with_one_row_and_with_three(db, client, folder):
    costs = []
    for rows in (SMALL, MORE):
        loading.load_record(SECRETARIAT, folder(small=rows), now=ENTERED)
        client.get("/en/sources/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/en/sources/")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 10


@pytest.mark.parametrize("key", ["area/asgm", "pledge/usa-2007", "source/seed", "erratum/t4", "meeting/partners-2008"])
def test_a_page_of_its_own_leads_to_the_row_and_its_history(get, key):
    page = get(links.to_row(get("/en/").context["here"], key)).content.decode()
    assert f'href="/en/record/{key}/"' in page
