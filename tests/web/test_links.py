"""Addresses keep language, date and knowledge; a row opens at its own page or at the page for any row."""

import pytest

from quicksilver.web import links


@pytest.fixture
def here(get):
    return get("/fr/sources/seed/?as_at=2007-08-30&known_at=2024-05-06").context["here"]


def test_an_address_keeps_language_date_and_knowledge(here):
    assert links.to(here, "figures") == "/fr/figures/?as_at=2007-08-30&known_at=2024-05-06"


def test_what_was_not_asked_for_is_not_put_into_an_address(get):
    assert links.to(get("/fr/").context["here"], "figures") == "/fr/figures/"


def test_a_date_can_be_changed_or_taken_away(here):
    assert links.to(here, "home", as_at="2008-05-31", known_at="") == "/fr/?as_at=2008-05-31"


def test_the_same_page_in_another_language_is_the_same_page(here):
    assert links.same_page(here, language="ar") == "/ar/sources/seed/?as_at=2007-08-30&known_at=2024-05-06"


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("source/seed", "/fr/sources/seed/"),
        ("erratum/t4", "/fr/corrections/t4/"),
        ("area-stage/asgm-active", "/fr/record/area-stage/asgm-active/"),
    ],
)
def test_a_row_opens_at_its_page(here, key, address):
    assert links.to_row(here, key).partition("?")[0] == address


def test_only_pages_that_exist_are_offered():
    assert (links.exists("reports"), links.exists("kilograms")) == (True, False)


def test_same_page_keeps_its_filters(get):
    here = get("/en/areas/?stage=active&as_at=2007-08-30").context["here"]

    assert links.same_page(here, language="zh") == "/zh/areas/?as_at=2007-08-30&stage=active"
    assert links.to_row(here, "area/asgm") == "/en/areas/asgm/?as_at=2007-08-30"
