import pytest

from quicksilver.core.errors import Place, Problem, QuicksilverError, Refused

TWICE = Problem("key-twice", "The key “{key}” is given twice.", {"key": "area/asgm"}, "docs/data-files.md")


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        (Place(), ""),
        (Place("areas.yaml"), "areas.yaml"),
        (Place("areas.yaml", 7), "areas.yaml:7"),
        (Place("areas.yaml", 7, "code"), "areas.yaml:7: code"),
        (Place(field="as_at"), "as_at"),
    ],
)
def test_place_prints_what_it_knows(place, printed):
    assert str(place) == printed


def test_problem_says_where_what_and_by_which_rule():
    located = TWICE.at(Place("areas.yaml", 7))
    assert str(located) == "areas.yaml:7: The key “area/asgm” is given twice. [docs/data-files.md]"


def test_problem_without_place_and_rule_is_its_sentence():
    assert str(Problem("x", "Nothing was given.")) == "Nothing was given."


def test_refused_carries_every_problem_and_says_each_on_a_line():
    refusal = Refused([TWICE, Problem("x", "Nothing was given.")])
    assert [problem.code for problem in refusal.problems] == ["key-twice", "x"]
    assert len(str(refusal).splitlines()) == 2


def test_refused_is_a_value_error_of_the_programme():
    assert issubclass(Refused, QuicksilverError)
    assert issubclass(Refused, ValueError)
