from tests.core.programme import programme
from tests.core.rows import row
from tests.core.told import told


def test_first_partnerships_the_decision_is_certain_before_the_areas_are():
    told_early = told(programme(), "a.1", "2005-06-01")
    assert told_early.index("23/9 IV") < told_early.index("does not say") < told_early.index("gold mining")
    assert "gold mining" not in told(programme(without=("area-stage/asgm",)), "a.1", "2007-08-30")


def test_input_where_no_method_is_certain_the_doubt_stands_before_the_list():
    assert told(programme(), "a.3", "2007-04-15").startswith("The record dates what follows only")


def test_input_a_certain_reply_shows_that_input_was_obtained():
    reply = row("reply/ngo", "2007-07-17", invitation="invitation/areas", title="Letter")
    text = told(programme(reply), "a.3", "2007-07-18")
    assert text.index("has obtained input") < text.index("does not say") < text.index("are compiled")


def test_input_a_consultation_that_is_only_planned_was_not_held():
    planned = row("meeting-schedule/consultation", "2007-05-01", meeting="meeting/consultation", held_on="2007-06")
    assert "held an informal consultation" not in told(programme(planned), "a.3", "2007-08-30")


def test_input_each_consultation_is_an_item():
    second = [
        row("meeting/consultation-2", kind="consultation", place="Nairobi"),
        row("meeting-schedule/2", "2007-07", meeting="meeting/consultation-2", state="held", held_on="2007-07"),
    ]
    text = told(programme(*second), "a.3", "2007-08-30")
    assert "(b) In addition, UNEP held an informal consultation on partnerships in Geneva in June 2007." in text
    assert "(c) In addition, UNEP held an informal consultation on partnerships in Nairobi in July 2007." in text


def test_input_an_earlier_invitation_is_told_until_the_decision_on_strengthening():
    earlier = [
        row("invitation/earlier", "2005-02-25", topics=["priority_areas"], title="Name areas"),
        row("compilation/e", "2005-12-01", invitation="invitation/earlier", number_of_replies=18),
    ]
    assert told(programme(*earlier), "a.3", "2006-06-30").endswith(
        "(a) The following invitation was issued on 25 February 2005: Name areas. 18 countries had replied."
    )
    assert "Name areas" not in told(programme(*earlier), "a.3", "2007-08-30")


def test_steps_are_those_of_the_decision_that_are_on_record():
    text = told(programme(without=("provision/27-d",)), "a.4", "2007-08-30")
    assert text.endswith("(c) enhancing the artisanal and small-scale gold mining partnership.")


def test_steps_before_the_decision_are_none():
    assert told(programme(), "a.4", "2007-02-08") == "There is nothing to report under this heading."
