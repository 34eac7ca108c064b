"""`quicksilver run`: the main job, on the programme's real record."""

import hashlib
import sys

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")


def test_run_loads_the_real_record_and_writes_eighteen_files(quicksilver, tmp_path):
    result = quicksilver("run", "--no-serve", "--output", tmp_path)

    expected = {f"status-report_2007-08-30_{code}.{form}" for code in LANGUAGES for form in ("html", "pdf", "docx")}
    assert result.exit_code == 0, result.stderr
    assert {path.name for path in tmp_path.iterdir()} == expected
    for path in tmp_path.iterdir():
        assert hashlib.sha256(path.read_bytes()).hexdigest() in result.stdout
        assert path.read_bytes()[:4] == {".pdf": b"%PDF", ".docx": b"PK\x03\x04", ".html": b"<!do"}[path.suffix]


def test_run_without_the_example_says_what_is_missing(quicksilver, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "HOME", tmp_path)
    monkeypatch.setattr(settings, "EXAMPLES", tmp_path)
    result = quicksilver("run", "--no-serve")

    assert result.exit_code == 2
    assert "There is no folder" in result.stderr
    assert not (tmp_path / "out").exists()


def test_run_without_the_libraries_for_pages_makes_the_rest(quicksilver, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as if Pango could not be loaded
    result = quicksilver("run", "--no-serve", "--output", tmp_path)

    assert (result.exit_code, len(list(tmp_path.iterdir()))) == (0, 12)
    assert "PDF needs Pango" in result.stderr
