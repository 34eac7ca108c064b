"""`quicksilver load`: what it says, and with which status it ends."""

import pytest
from tests.conftest import SMALL

from quicksilver.records.models import Pledge, Source

pytestmark = pytest.mark.django_db


def test_load_says_what_it_did(quicksilver, folder):
    result = quicksilver("load", folder(small=SMALL))

    assert (result.exit_code, Pledge.objects.count()) == (0, 1)
    assert "record: 7 rows new, 0 changed, 0 as they were." in result.stderr


def test_load_names_who_did_it(quicksilver, folder):
    from quicksilver.records.models import Revision

    quicksilver("load", folder(small=SMALL))

    assert Revision.objects.get().actor.endswith("(command line)")


def test_problems_are_listed_and_nothing_is_written(quicksilver, folder):
    faulty = SMALL.replace("2007-02-09", "2007-02-30").replace("        currency: USD\n", "")
    result = quicksilver("load", folder(small=faulty))

    assert (result.exit_code, result.stdout, Source.objects.count()) == (2, "", 0)
    told = result.stderr[result.stderr.index("2 problems") :].splitlines()
    assert told == [
        "2 problems; nothing was written:",
        (
            "  small.yaml:14: effective: There is no such date as “2007-02-30”. That month has 28 days."
            " [docs/data-files.md]"
        ),
        (
            "  small.yaml:27: currency: The amount 1000380.00 has no currency. Give its ISO 4217 code, such as USD."
            " [ISO 4217; docs/data-files.md]"
        ),
    ]


def test_folder_that_is_not_there_is_one_problem(quicksilver, tmp_path):
    result = quicksilver("load", tmp_path / "nowhere")

    assert result.exit_code == 2
    assert "There is no folder" in result.stderr
