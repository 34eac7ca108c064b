"""Writing the report: whole files, named alike, the same every time."""

import hashlib
import json
from datetime import UTC, datetime

import pytest

from quicksilver.core.errors import Refused
from quicksilver.services import asking, reports

pytestmark = pytest.mark.django_db
NOW = datetime(2007, 10, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def wanted(small):
    return asking.wanted(as_at="2007-08-30", languages_asked=("en", "zh"), formats_asked=("html", "json"), now=NOW)


def test_files_are_written_with_their_digests(wanted, tmp_path):
    files = reports.write(wanted, tmp_path / "new" / "out")

    assert [file.path.name for file in files] == [
        "status-report_2007-08-30_en.html",
        "status-report_2007-08-30_en.json",
        "status-report_2007-08-30_zh.html",
        "status-report_2007-08-30_zh.json",
    ]
    for file in files:
        content = file.path.read_bytes()
        assert (file.size, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert sorted(path.name for path in (tmp_path / "new" / "out").iterdir()) == sorted(f.path.name for f in files)


def test_same_record_gives_the_same_bytes(wanted, tmp_path):
    first = reports.write(wanted, tmp_path / "one")
    second = reports.write(wanted, tmp_path / "two")

    assert [file.sha256 for file in first] == [file.sha256 for file in second]


def test_json_says_the_pledge_of_the_seed(wanted, tmp_path):
    tree = json.loads(reports.write(wanted, tmp_path)[1].path.read_text(encoding="utf-8"))

    stated = {figure["id"]: figure["value"] for figure in tree["figures"]}
    assert stated["pledge.usa-2007"] == {"decimal": "1000380.00"}


def test_progress_ends_with_all_files(wanted, tmp_path):
    told = []
    reports.write(wanted, tmp_path, lambda *done: told.append(done))

    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_pages_set_in_two_processes_are_those_set_in_one(small, tmp_path, monkeypatch):
    wanted = asking.wanted(as_at="2007-08-30", languages_asked=("en", "ar"), formats_asked=("pdf", "json"), now=NOW)
    monkeypatch.setattr(reports.os, "cpu_count", lambda: 2)
    pooled = reports.write(wanted, tmp_path / "two")
    monkeypatch.setattr(reports.os, "cpu_count", lambda: 1)
    alone = reports.write(wanted, tmp_path / "one")

    assert [(file.path.name, file.sha256) for file in pooled] == [(file.path.name, file.sha256) for file in alone]


def test_folder_that_is_a_file_is_refused(wanted, tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(Refused, match="Nothing can be written to"):
        reports.write(wanted, tmp_path / "out")
