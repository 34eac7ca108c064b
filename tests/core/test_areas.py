from datetime import date

import pytest
from tests.core.rows import record, row

from quicksilver.core.areas import area_at, areas_at, entered, stage_figures
from quicksilver.core.reports.figures import recomputed

RECORD = record(
    row("area/asgm", order=1),
    row("area/coal", order=2),
    row("area/cement", order=3),
    row("area/storage", order=4),
    row("area/supply", order=5),
    row("area-stage/coal", "2005", area="area/coal", stage="active"),
    row("area-stage/asgm", "2005", area="area/asgm", stage="active"),
    row("area-stage/cement-1", "2007-02-09", area="area/cement", stage="proposed"),
    row("area-stage/cement-2", "[2007-02-10..2007-08-30]", area="area/cement", stage="consultation",
        supersedes="area-stage/cement-1"),
    row("area-stage/storage", "2007-08-30", area="area/storage", stage="information"),
    row("area-stage/supply-1", "2007-08-30", area="area/supply", stage="information"),
    row("area-stage/supply-2", "2009", area="area/supply", stage="merged", into="area/storage",
        supersedes="area-stage/supply-1"),
)  # fmt: skip


def at(day):
    return {
        found.area.key: (found.stage and found.stage["stage"], found.possible and found.possible["stage"])
        for found in areas_at(RECORD, day)
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2004, 12, 31), {}),
        (date(2005, 6, 1), {"area/asgm": (None, "active"), "area/coal": (None, "active")}),
        (
            date(2007, 4, 15),
            {
                "area/asgm": ("active", None),
                "area/coal": ("active", None),
                "area/cement": ("proposed", "consultation"),
            },
        ),
        (
            date(2007, 8, 30),
            {
                "area/asgm": ("active", None),
                "area/coal": ("active", None),
                "area/cement": ("consultation", None),
                "area/storage": ("information", None),
                "area/supply": ("information", None),
            },
        ),
    ],
)
def test_areas_at_says_the_stage_that_is_certain_and_the_one_that_may_be(day, expected):
    assert at(day) == expected


def test_areas_at_a_merge_is_only_possible_within_its_year_and_certain_after_it():
    assert at(date(2009, 6, 30))["area/supply"] == ("information", "merged")
    assert at(date(2009, 12, 31))["area/supply"] == ("merged", None)


def test_code_is_the_stage_in_force_else_the_possible_one():
    assert [found.code for found in areas_at(RECORD, date(2005, 6, 1))] == ["active", "active"]
    assert [found.code for found in areas_at(RECORD, date(2007, 4, 15))] == ["active", "active", "proposed"]


def test_entered_counts_a_stage_that_is_past():
    assert [area.key for area in entered(RECORD, date(2008, 5, 1), "proposed")] == ["area/cement"]
    assert entered(RECORD, date(2007, 2, 8), "proposed") == ()


def test_stage_figures_count_each_area_once():
    figures = {figure.id: figure for figure in stage_figures(RECORD, date(2009, 12, 31))}
    assert {id: figure.value for id, figure in figures.items()} == {
        "areas.active": 2, "areas.consultation": 1, "areas.information": 1, "areas.merged": 1,
    }  # fmt: skip
    assert all(recomputed(figure) == figure.value for figure in figures.values())


def test_stage_figures_where_an_area_may_have_moved_the_number_is_not_certain():
    # In 2009 supply may still be studied, or may have been merged already.
    figures = {figure.id: figure for figure in stage_figures(RECORD, date(2009, 6, 30))}
    assert (figures["areas.information"].value, figures["areas.information"].certain) == (2, False)
    assert (figures["areas.active"].value, figures["areas.active"].certain) == (2, True)


def test_stage_figures_where_areas_only_may_be_in_a_stage_their_number_is_unknown_not_zero():
    figures = {figure.id: figure for figure in stage_figures(RECORD, date(2005, 6, 1))}
    assert figures["areas.active"].value is None
    assert [found.key for found in figures["areas.active"].basis] == ["area-stage/asgm", "area-stage/coal"]


def test_stage_figures_name_the_main_stages_even_when_empty():
    figures = stage_figures(RECORD, date(2004, 1, 1))
    assert [(figure.id, figure.value) for figure in figures] == [
        ("areas.active", 0), ("areas.consultation", 0), ("areas.information", 0),
    ]  # fmt: skip


def test_area_at_tells_stages_reasons_and_what_came_later():
    area = row("area/waste-combustion", order=9)
    provision = row("provision/27-b")
    proposed = row("area-stage/1", "2007-02-09", area=area.key, stage="proposed", provision=provision.key)
    consulted = row("area-stage/2", "2007-06-01", area=area.key, stage="consultation", supersedes=proposed.key)
    merged = row(
        "area-stage/3", "2008-06-30", area=area.key, stage="merged", into="area/waste", supersedes=consulted.key
    )
    known = record(area, provision, proposed, consulted, merged)
    position = area_at(known, area.key, date(2007, 8, 30))
    assert (position.at.code, position.stages) == ("consultation", (proposed, consulted))
    assert (position.provisions, position.later) == ((provision,), (merged,))
    assert area_at(known, area.key, date(2006, 1, 1)).at.code == ""


def test_area_at_the_objective_stated_last_counts():
    area = row("area/asgm")
    first = row("area-objective/2005", "2005")
    second = row("area-objective/2008", "2008", supersedes=first.key)
    known = record(area, first, second)
    assert area_at(known, area.key, date(2007, 8, 30)).objective is first
    assert area_at(known, area.key, date(2009, 1, 1)).objective is second
    assert area_at(known, area.key, date(2004, 1, 1)).objective is None


def test_area_at_holds_the_invitations_that_ask_about_it():
    area = row("area/asgm")
    asked = row("invitation/asked", "2007-06-01", areas=["area/asgm"])
    other = row("invitation/other", "2007-06-01", areas=["area/coal"])
    position = area_at(record(area, asked, other), area.key, date(2007, 8, 30))
    assert [invited.invitation for invited in position.invitations] == [asked]


def test_area_at_an_unknown_area_is_none():
    assert area_at(record(), "area/none", date(2007, 8, 30)) is None
