"""Issuing freezes a report; corrections stand beside it, a later one supersedes it, and the two can be compared."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from tests.conftest import SECRETARIAT, SMALL

from quicksilver.core.errors import Refused
from quicksilver.core.policies import PUBLIC
from quicksilver.records.history import proof, triggers
from quicksilver.records.models import IssuedFile, IssuedReport, Revision
from quicksilver.services import gate, issuing, loading

pytestmark = pytest.mark.django_db
NOW = datetime(2007, 10, 1, 12, 0, tzinfo=UTC)
LATER = datetime(2007, 11, 1, 12, 0, tzinfo=UTC)
KEY = "report/status_report/2007-08-30/1"


@pytest.fixture(scope="module")
def few_formats():
    """Two formats in place of four: setting pages is tested where pages are set."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(issuing.documents, "FORMATS", ("html", "json"))
        yield


def issue(now=NOW, **asked) -> IssuedReport:
    return issuing.issue_report(actor=SECRETARIAT, as_at="2007-08-30", now=now, **asked)


@pytest.fixture
def issued(few_formats, small) -> IssuedReport:
    return issue()


@pytest.fixture
def corrected_record(issued, folder):
    """The pledge turns out to have been larger."""
    return loading.load_record(SECRETARIAT, folder(small=SMALL.replace("1000380.00", "1000400.00")), now=LATER)


def codes(call) -> list[str]:
    with pytest.raises(Refused) as refused:
        call()
    return [problem.code for problem in refused.value.problems]


def test_issued_report_holds_six_languages_with_digests(issued):
    files = list(issued.files.all())

    assert (issued.key, issued.revision_id, len(files)) == (KEY, 1, 12)
    assert {file.language for file in files} == {"ar", "zh", "en", "fr", "ru", "es"}
    assert all(hashlib.sha256(bytes(file.content)).hexdigest() == file.sha256 for file in files)


def test_chain_attests_to_the_files(issued):
    revision = Revision.objects.get(number=2)
    file = issuing.issued_file(KEY, "zh", "html")

    assert (revision.deed, revision.reason.splitlines()[0]) == ("issue_report", KEY)
    assert f"zh.html sha256:{file.sha256}" in revision.reason
    assert proof.verify().problems == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records_issuedreport SET as_at = '2007-01-01'",
        "UPDATE records_issuedfile SET sha256 = ''",
        "DELETE FROM records_issuedfile",
        "DELETE FROM records_issuedreport",
    ],
)
def test_issued_report_cannot_be_changed(issued, statement):
    with (
        pytest.raises(DatabaseError, match="an issued report does not change"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_same_report_is_not_issued_twice(issued):
    assert codes(issue) == ["report-already-issued"]
    assert codes(lambda: issue(supersedes=KEY)) == ["report-unchanged"]
    assert IssuedReport.objects.count() == 1


def test_later_report_supersedes_the_earlier(corrected_record):
    assert codes(lambda: issue(now=LATER)) == ["report-already-issued"]
    second = issue(now=LATER, supersedes=KEY)

    assert (second.key, second.supersedes.key) == ("report/status_report/2007-08-30/2", KEY)
    assert [report.key for report in issuing.issued_reports()] == [second.key, KEY]
    assert codes(lambda: issue(now=LATER, supersedes=KEY)) == ["report-already-issued"]


def test_report_that_is_not_there_cannot_be_superseded(few_formats, small):
    assert codes(lambda: issue(supersedes="report/x")) == ["report-not-standing"]


def test_issued_report_stays_when_the_record_changes(corrected_record):
    assert b"1,000,380" in bytes(issuing.issued_file(KEY, "en", "html").content)


def test_report_as_known_before_a_correction_is_that_of_then(corrected_record, folder):
    # Freed by a report that supersedes the first, the state of knowledge of the first can be told again.
    second = issue(now=LATER, supersedes=KEY)
    third = issue(now=LATER, supersedes=second.key, known_at="2007-10-01")

    assert third.revision_id == 2
    assert [f.id for f in issuing.changes_between(KEY, third.key).figures] == []


def test_comparison_names_figures_and_paragraphs(corrected_record):
    second = issue(now=LATER, supersedes=KEY)
    found = issuing.changes_between(KEY, second.key)

    changed = {figure.id: (str(figure.before.value), str(figure.after.value)) for figure in found.figures}
    assert changed["pledge.usa-2007"] == ("1000380.00", "1000400.00")
    assert [paragraph.id for paragraph in found.paragraphs] == ["a.8"]
    assert issuing.changes_between(KEY, KEY).figures == ()


def test_comparison_with_reports_that_are_not_there_names_both(db):
    assert codes(lambda: issuing.changes_between("report/a", "report/b")) == ["report-unknown", "report-unknown"]


def erratum(**changes):
    words = {"report": KEY, "language": "en", "paragraph": "a.8", "as_printed": "1,000,380", "corrected": "1,000,400"}
    return issuing.attach_erratum(actor=SECRETARIAT, now=LATER, **(words | changes))


def test_erratum_is_attached_and_attested(issued):
    erratum()

    assert [(each.paragraph, each.corrected) for each in issued.errata.all()] == [("a.8", "1,000,400")]
    assert Revision.objects.get(number=3).reason.startswith(f"erratum to {KEY}, en a.8 sha256:")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"report": "report/none", "language": "de"}, ["language-unknown", "report-unknown"]),
        ({"paragraph": "a.99"}, ["paragraph-unknown"]),
        ({"as_printed": "2,000"}, ["words-not-printed"]),
        ({"corrected": "1,000,380"}, ["erratum-empty"]),
    ],
)
def test_erratum_that_cannot_be_is_refused(issued, changes, expected):
    assert codes(lambda: erratum(**changes)) == expected


def test_public_may_neither_issue_nor_correct(issued):
    with pytest.raises(gate.NotPermitted):
        issuing.issue_report(actor=PUBLIC, as_at="2007-08-30", now=NOW)
    with pytest.raises(gate.NotPermitted):
        issuing.attach_erratum(
            actor=PUBLIC, report=KEY, language="en", paragraph="a.8", as_printed="x", corrected="y", now=NOW
        )


def test_change_outside_deeds_is_sealed_before_issuing(few_formats, small):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_pledge SET amount = 5")

    assert issue(now=datetime(2100, 1, 1, tzinfo=UTC)).revision_id == 2
    assert proof.verify().problems == ()


def test_frozen_bytes_changed_behind_the_triggers_are_noticed(issued):
    with triggers.suspended(connection):
        IssuedFile.objects.filter(language="en", format="html").update(content=b"other")

    assert [problem.code for problem in proof.verify().problems] == ["issued-differs"]
