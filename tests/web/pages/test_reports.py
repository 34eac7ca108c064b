"""The status report on the web: the document itself, its files, and reports as they were issued."""

import json
from datetime import UTC, date, datetime

import pytest

from quicksilver.adapters import documents
from quicksilver.core import languages
from quicksilver.core.reports import outline
from quicksilver.core.reports.status_report import report
from quicksilver.records.models import IssuedReport, ReportErratum, Revision
from quicksilver.services import record as reading
from quicksilver.services.reports import Rendered

KEY = "report/status_report/2007-08-30/1"


@pytest.fixture
def issued(record, db):
    """A report issued as at 30 August 2007, with its data in six languages."""
    found = IssuedReport.objects.create(
        key=KEY, kind=report.KIND, as_at=date(2007, 8, 30), revision=Revision.objects.latest("number"),
        issued_at=datetime(2024, 5, 7, tzinfo=UTC), issued_by="Secretariat",
    )  # fmt: skip
    for code in languages.CODES:
        document = report.compose(reading.snapshot(), found.as_at, code)
        file = Rendered(code, "json", documents.render(document, "json"))
        found.files.create(language=code, format="json", content=file.content, sha256=file.sha256)
    return found


def test_the_report_is_the_document_with_its_sources_in_the_margin(text):
    page = text("/en/reports/status/?as_at=2007-08-30")
    assert '<article class="doc" lang="en" dir="ltr">' in page
    assert 'id="a8"' in page
    assert 'class="note"' in page


def test_names_and_figures_of_the_report_open_what_they_rest_on(text):
    page = text("/en/reports/status/?as_at=2007-08-30")
    assert 'href="/en/figures/pledge.usa-2007/?as_at=2007-08-30"' in page
    assert 'href="/en/decisions/24-3/?as_at=2007-08-30"' in page


def test_a_report_that_was_not_issued_says_that_it_is_a_draft(text):
    assert "<b>Draft</b>, not issued" in text("/en/reports/status/?as_at=2007-08-30")


def test_the_data_of_the_report_is_the_tree(get):
    response = get("/zh/reports/status.json?as_at=2007-08-30")
    tree = outline.from_json(json.loads(response.content))
    assert (response["Content-Type"], tree.language, tree.as_at) == ("application/json", "zh", date(2007, 8, 30))
    assert response["Content-Disposition"] == 'attachment; filename="status-report_2007-08-30_zh.json"'


@pytest.mark.parametrize(("format", "opening"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_the_report_can_be_taken_away(get, format, opening):
    response = get(f"/en/reports/status.{format}?as_at=2007-08-30")
    assert (response.status_code, response["Content-Type"]) == (200, documents.CONTENT_TYPES[format])
    assert response.content.startswith(opening)


def test_a_form_that_does_not_exist_is_refused(get):
    response = get("/en/reports/status.odt")
    assert (response.status_code, [found.code for found in response.context["problems"]]) == (400, ["format-unknown"])


def test_an_issued_report_is_listed_and_named_on_the_page_of_its_date(issued, text):
    assert "<b>1</b> report has been issued." in text("/en/reports/")
    assert "Issued on 7 May 2024" in text("/en/reports/status/?as_at=2007-08-30")


def test_an_issued_report_shows_its_files_with_their_digests(issued, text):
    page = text(f"/en/reports/issued/{KEY}/")
    assert all(file.sha256 in page for file in issued.files.all())


def test_a_file_comes_byte_for_byte(issued, get):
    file = issued.files.get(language="ar")
    response = get(f"/en/reports/issued/{KEY}/ar.json")
    assert (response.content, response["ETag"]) == (bytes(file.content), f'"{file.sha256}"')


@pytest.mark.parametrize("file", ["ar.pdf", "xx.json"])
def test_a_file_that_was_not_issued_is_not_there(issued, get, file):
    assert get(f"/en/reports/issued/{KEY}/{file}").status_code == 404


def test_corrections_stand_beside_the_report(issued, text):
    ReportErratum.objects.create(
        report=issued, language="zh", paragraph="a.8", as_printed="认捐", corrected="承诺捐款",
        attached_at=datetime(2024, 5, 8, tzinfo=UTC), attached_by="Secretariat",
    )  # fmt: skip
    page = text(f"/en/reports/issued/{KEY}/")
    assert '<mark lang="zh-Hans" dir="ltr">认捐</mark>' in page


def test_what_changed_since_the_last_report_is_told_from_both(issued, text):
    page = text("/en/reports/status/changes/?as_at=2008-05-31")
    assert "Since the report as at 30 August 2007" in page
    assert "was held in" in page  # the partners' meeting, planned then


def test_without_an_earlier_report_there_is_nothing_to_compare(get):
    assert get("/en/reports/status/changes/?as_at=2008-05-31").status_code == 404


def test_the_glance_lists_what_changed_since_the_last_report(issued, text):
    page = text("/en/?as_at=2008-05-31")
    assert "Since the last report" in page
    assert "What changed since the report as at 30 August 2007" in page
