"""A row of a file becomes drafts: its own, and one for each row nested in it, which points back."""

from quicksilver.adapters import datafiles
from quicksilver.records.models import RECORD_MODELS
from quicksilver.services import drafts

NESTED = """\
appeals:
  - key: appeal/2007
    form: letter
    pledges:
      - {key: pledge/usa-2007, currency: USD}
"""


def of(folder, text):
    """The drafts of one file, and the problems met."""
    rows, problems = datafiles.read_folder(folder(only=text))
    return [draft for row in rows for draft in drafts.of_row(row, problems)], problems


def test_every_kind_has_its_collection():
    assert {model.KIND for model in drafts.COLLECTIONS.values()} == {model.KIND for model in RECORD_MODELS}


def test_nested_row_points_back_to_the_row_that_holds_it(folder):
    (appeal, pledge), problems = of(folder, NESTED)

    assert problems == []
    assert (appeal.key, pledge.key) == ("appeal/2007", "pledge/usa-2007")
    assert datafiles.plain(pledge.values["appeal"]) == "appeal/2007"
    assert "pledges" not in appeal.values


def test_place_of_a_value_is_its_line_and_of_a_missing_one_the_row(folder):
    (appeal, _), _ = of(folder, NESTED)

    assert (appeal.place_of("form").line, appeal.place_of("sender").line) == (3, 2)


def test_unknown_collection_is_told_with_those_there_are(folder):
    found, problems = of(folder, "gifts:\n  - {key: gift/1}\n")

    assert found == []
    assert [(problem.code, problem.place.line) for problem in problems] == [("collection-unknown", 2)]
    assert "pledges" in problems[0].values["known"]


def test_nested_row_that_is_no_mapping_is_a_problem(folder):
    _, problems = of(folder, "appeals:\n  - key: appeal/2007\n    pledges: [one]\n")

    assert [problem.code for problem in problems] == ["file-shape"]
