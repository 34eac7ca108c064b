"""The command as a user starts it: a process of its own, on an empty database of its own."""

import subprocess
import sys

import pytest
from tests.conftest import SMALL


@pytest.fixture
def process(own_home):
    """Run ``python -m quicksilver.cli`` in a home of its own."""

    def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quicksilver.cli", *map(str, words)],
            env={**own_home, **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def test_empty_database_gets_its_tables_first(process, folder, tmp_path):
    loaded = process("load", folder(small=SMALL))
    verified = process("verify")

    assert (loaded.returncode, verified.returncode) == (0, 0)
    assert "The tables of the database are ready" in loaded.stderr
    assert "7 rows new" in loaded.stderr
    assert (tmp_path / "home" / "data" / "quicksilver.sqlite3").is_file()
    assert "The history holds" in verified.stdout


def test_empty_record_is_told_without_a_traceback(process):
    result = process("report", "status", "--as-at", "2007-08-30", "--format", "json")

    assert (result.returncode, result.stdout) == (2, "")
    assert "The record is empty" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "address",
    ["nonsense://x", "sqlite:////no/such/folder/file", "postgres://nobody@127.0.0.1:1/none", "postgres://x:y"],
)
def test_database_that_cannot_be_reached_is_told_without_a_traceback(process, address):
    result = process("verify", DATABASE_URL=address)

    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    assert result.stderr


def test_problems_are_told_in_the_language_of_the_terminal(process, tmp_path):
    result = process("load", tmp_path / "nowhere", LANG="zh_CN.UTF-8")

    assert result.returncode == 2
    assert "nowhere" in result.stderr
