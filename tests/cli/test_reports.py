"""`quicksilver report`: files, standard output, and everything that is wrong with what was asked."""

import json

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


def status(quicksilver, *words):
    return quicksilver("report", "status", "--as-at", "2007-08-30", *words)


def test_json_without_folder_goes_to_standard_output(quicksilver):
    result = status(quicksilver, "--language", "en", "--format", "json")

    assert result.exit_code == 0
    assert json.loads(result.stdout)["as_at"] == {"date": "2007-08-30"}


def test_languages_and_formats_are_repeated_or_separated_by_commas(quicksilver, tmp_path):
    result = status(
        quicksilver, "--language", "zh,ar", "-l", "en", "--format", "html,json", "--output", tmp_path / "out"
    )

    assert result.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 6
    assert all(name in result.stdout for name in names)


def test_several_files_need_a_folder(quicksilver):
    result = status(quicksilver, "--language", "zh,ar")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "give the folder to write into" in result.stderr


def test_everything_wrong_is_listed_at_once(quicksilver, tmp_path):
    out = tmp_path / "out"
    result = quicksilver(
        "report", "status", "--as-at", "2007-02-30", "-l", "de", "-l", "xx", "-f", "odt", "--output", out
    )

    assert (result.exit_code, out.exists()) == (2, False)
    assert [line.split(":")[0].strip() for line in result.stderr.splitlines()] == [
        "4 problems; nothing was written", "--language", "--language", "--format", "--as-at",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("as_at", "said"),
    [("2999-01-01", "is in the future"), ("1999-01-01", "is before the first record"), ("30 August", "is not a date")],
)
def test_date_on_which_nothing_can_be_said_is_refused(quicksilver, as_at, said):
    result = quicksilver("report", "status", "--as-at", as_at)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_list_without_issued_reports_is_empty(quicksilver):
    assert quicksilver("report", "list").exit_code == 0


def test_compare_with_unknown_reports_names_both(quicksilver):
    result = quicksilver("report", "compare", "report/a", "report/b")

    assert result.exit_code == 2
    assert "“report/a”" in result.stderr
    assert "“report/b”" in result.stderr


def test_file_of_no_report_is_refused(quicksilver):
    assert quicksilver("report", "file", "report/a").exit_code == 2


def test_report_is_issued_listed_corrected_and_given_out(quicksilver, monkeypatch):
    from quicksilver.services import issuing

    monkeypatch.setattr(issuing.documents, "FORMATS", ("html", "json"))
    key = quicksilver("report", "issue", "--as-at", "2007-08-30").stdout.strip()
    corrected = quicksilver(
        "report", "erratum", key, "-l", "en", "--paragraph", "a.8",
        "--as-printed", "1,000,380", "--corrected", "1,000,400",
    )  # fmt: skip

    assert key == "report/status_report/2007-08-30/1"
    assert corrected.exit_code == 0
    assert key in quicksilver("report", "list").stdout
    given = quicksilver("report", "file", key, "-l", "zh", "-f", "html").stdout_bytes
    assert given == bytes(issuing.issued_file(key, "zh", "html").content)
    assert quicksilver("report", "issue", "--as-at", "2007-08-30").exit_code == 2
    assert quicksilver("report", "compare", key, key).exit_code == 0
