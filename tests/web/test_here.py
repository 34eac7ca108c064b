"""Language, date and knowledge are read from the address; whatever is wrong in it is told, all at once."""

import pytest


def problems(response):
    return [str(problem.place) for problem in response.context["problems"]]


def test_without_a_date_a_page_holds_for_the_latest_date_on_record(get):
    here = get("/en/").context["here"]
    assert (here.as_at.isoformat(), here.known_on, here.asked) == ("2009-10-31", None, {})


def test_a_page_holds_for_the_date_in_its_address(get):
    assert get("/en/?as_at=2007-08-30").context["here"].as_at.isoformat() == "2007-08-30"


def test_every_problem_of_an_address_is_told_at_once(get):
    response = get("/xx/?as_at=2007-02-30&known_at=2999-01-01")
    assert (response.status_code, sorted(problems(response))) == (400, ["as_at", "known_at", "language"])


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("as_at=2999-01-01", "as_at"),  # in the future
        ("as_at=1999-01-01", "as_at"),  # before the first record
        ("as_at=2007-08", "as_at"),  # not a day
        ("as_at=tomorrow", "as_at"),
        ("known_at=2020-01-01", "known_at"),  # before anything was entered
        ("known_at=2999-01-01", "known_at"),
    ],
)
def test_a_date_on_which_nothing_can_be_said_is_refused(get, query, field):
    response = get(f"/en/?{query}")
    assert (response.status_code, problems(response)) == (400, [field])


def test_what_is_wrong_is_said_with_what_would_be_right(get):
    page = get("/en/?as_at=2007-02-30").content.decode()
    assert "There is no such date as “2007-02-30”. That month has 28 days." in page


def test_a_day_of_knowledge_counts_to_its_end(get):
    here = get("/en/?known_at=2024-05-06").context["here"]
    assert (here.known_on.isoformat(), len(here.record.of("pledge"))) == ("2024-05-06", 1)
