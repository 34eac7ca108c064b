"""What is wrong with data files is said all at once, each with file, line, value and what would be right."""

import pytest
from tests.conftest import ENTERED, SECRETARIAT, SMALL

from quicksilver.core.errors import Refused
from quicksilver.services import loading

pytestmark = pytest.mark.django_db


def test_all_faults_of_all_files_come_at_once(problems):
    malformed = "pledges: [\n"
    collections = "gifts: []\nreceipts:\n  - not a row\n  - {key: receipt/1, amount: 5}\n"
    unknown = "gifts:\n  - {key: gift/1}\n"
    found = problems(a=malformed, b=collections, c=unknown, small=SMALL.replace("2007-03-26", "2007-13-26"))

    assert found == [
        ("a.yaml:2", "", "file-not-yaml"),
        ("b.yaml:3", "", "file-shape"),
        ("c.yaml:2", "", "collection-unknown"),
        ("small.yaml:23", "effective", "date-impossible"),
    ]


def test_files_that_are_not_text_or_not_there(problems, folder, tmp_path):
    home = folder(small=SMALL)
    (home / "bytes.yaml").write_bytes(b"sources: \xff\xfe")
    assert [code for _, _, code in problems()] == ["file-not-utf8"]

    (home / "bytes.yaml").write_text("sources:\n  - {key: 'source/\x01'}\n", encoding="utf-8")
    assert problems() == [("bytes.yaml:2", "", "file-not-yaml")]

    with pytest.raises(Refused, match="There is no folder"):
        loading.load_record(SECRETARIAT, tmp_path / "nowhere", now=ENTERED)


def test_empty_folder_is_refused(problems):
    assert [code for _, _, code in problems()] == ["folder-empty"]
