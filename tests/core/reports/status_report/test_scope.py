from tests.core.programme import programme
from tests.core.rows import row
from tests.core.told import told

MERGED = [
    row("area/waste", order=4, names="waste management"),
    row("area-stage/waste", "2008-08-07", area="area/waste", stage="active"),
    row("area-stage/cement-3", "2008-08-07", area="area/cement", stage="merged", into="area/waste",
        supersedes="area-stage/cement-2"),
]  # fmt: skip


def test_sectors_are_named_from_the_day_of_the_decision():
    assert "cement production" not in told(programme(), "a.6", "2007-02-08")
    assert told(programme(), "a.6", "2007-02-09").endswith("such as cement production.")


def test_feedback_and_information_that_may_not_yet_be_sought_come_after_their_doubt():
    text = told(programme(), "a.6", "2007-03-25")
    assert text.index("such as cement production") < text.index("does not say") < text.index("is seeking feedback")
    assert text.count("does not say") == 1


def test_an_area_still_under_study_keeps_its_present_tense():
    assert "UNEP is seeking information" in told(programme(), "a.6", "2008-05-01")


def test_once_no_area_is_in_the_stage_what_was_sought_is_past():
    active = row("area-stage/supply-2", "2009-10", area="area/supply", stage="active", supersedes="area-stage/supply")
    text = told(programme(active, *MERGED), "a.6", "2009-12-31")
    assert "UNEP sought feedback" in text
    assert "UNEP sought information" in text
    assert "Work has since begun, as a partnership area, on mercury supply (in October 2009)." in text


def test_areas_that_came_in_later_are_told_too():
    text = told(programme(*MERGED), "a.6", "2008-08-07")
    assert "Work has since begun, as a partnership area, on waste management (on 7 August 2008)." in text
    assert "The area of cement production has since been taken up together with that of waste management" in text


def test_the_first_areas_are_not_told_as_new():
    assert "gold mining" not in told(programme(), "a.6", "2008-05-01")


def test_gold_mining_names_the_partner_and_the_strategies():
    assert told(programme(), "a.7", "2007-08-30") == (
        "UNEP and UNIDO continue to work together to strengthen the partnership on gold mining. Document"
        " UNEP(DTIE)/Hg/OEWG.1/INF/8 discusses strategies for market-based approaches."
    )


def test_gold_mining_a_partner_whose_role_has_changed_no_longer_cooperates():
    left = row("area-role/unido-2", "2008-01-01", role="leading", supersedes="area-role/unido")
    assert "continue to work together" not in told(programme(left), "a.7", "2008-05-01")
