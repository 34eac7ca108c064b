from collections import Counter
from datetime import date

import pytest

from quicksilver.core import codelists, countries

TODAY = date(2026, 11, 23)


def test_regional_groups_have_as_many_members_as_the_united_nations_counts():
    # 54 + 54 + 23 + 33 + 29 = 193 Member States [standards 3].
    group = countries.grouping("un_regional_group", TODAY)
    assert Counter(group.members.values()) == {
        "african": 54, "asia_pacific": 54, "eastern_european": 23, "grulac": 33, "weog": 29,
    }  # fmt: skip


def test_regional_groups_use_the_codes_of_the_codelist():
    group = countries.grouping("un_regional_group", TODAY)
    assert set(group.members.values()) <= set(codelists.codes("regional_group"))


def test_every_member_of_a_grouping_is_a_known_country():
    assert {code for group in countries.groupings() for code in group.members} <= countries.names().keys()


def test_value_of_a_country_that_the_edition_does_not_name_is_unknown():
    assert countries.grouping("un_regional_group", TODAY).value("XXX") == ""


def test_grouping_of_an_unknown_scheme_is_none():
    assert countries.grouping("dac", TODAY) is None


def test_every_edition_says_where_it_comes_from():
    assert [group.edition for group in countries.groupings() if not group.source] == []


@pytest.mark.parametrize(("code", "name"), [("USA", "United States of America"), ("TUR", "Türkiye")])
def test_names_are_the_short_names_of_the_united_nations(code, name):
    assert countries.names()[code] == name
