import pytest

MEETINGS = """\
sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]
meetings:
"""
MEETING = """\
  - key: meeting/{n}
    kind: workshop
    title: {{en: workshop {n}}}
    place: {{en: Geneva}}
    source: source/seed
    schedule:
      - key: meeting-schedule/{n}
        state: held
        held_on: 2007-02-0{n}
        effective: 2007-02-0{n}
        source: source/seed
"""


def meetings(count):
    return MEETINGS + "".join(MEETING.format(n=n) for n in range(1, count + 1))


def test_the_list_costs_the_same_for_one_row_and_for_three(cost):
    one, three = (cost("/en/meetings/?as_at=2007-08-30", meetings(count)) for count in (1, 3))
    assert one == three <= 10


@pytest.mark.parametrize(
    ("as_at", "told"),
    [
        ("2007-08-30", "It is <b>planned</b> for <b>29–31 January 2008</b>, Geneva"),
        ("2008-02-15", "those days have passed, and nothing shows that it was held."),
        ("2008-03-31", "It was <b>moved</b> to <b>1–3 April 2008</b>, Geneva"),
        ("2008-05-01", "It was <b>held</b>: <b>1–3 April 2008</b>, Geneva"),
    ],
)
def test_the_partners_meeting_is_told_as_it_stood(text, as_at, told):
    assert told in text(f"/en/meetings/partners-2008/?as_at={as_at}")


def test_a_move_that_may_have_been_made_is_told_as_such(text):
    page = text("/en/meetings/partners-2008/?as_at=2008-02-15")
    assert "It may by then have been set for 1–3 April 2008" in page


def test_a_meeting_that_moved_keeps_its_former_days_and_says_that_the_reason_is_unknown(text):
    page = text("/en/meetings/partners-2008/?as_at=2008-05-01")
    assert "It had first been planned for 29–31 January 2008" in page
    assert "why it moved is not on record." in page


def test_the_days_are_told_on_both_clocks(text):
    page = text("/en/meetings/partners-2008/?as_at=2008-05-01")
    assert "What is on record of its days: 3 entries" in page
    assert page.count("6 May 2024") == 3  # the day on which the rows were entered


def test_an_overdue_meeting_is_marked_in_the_list(text):
    assert "days passed, not known whether held" in text("/en/meetings/?as_at=2008-02-15")
    assert "days passed, not known whether held" not in text("/en/meetings/?as_at=2008-05-01")


def test_the_list_can_be_narrowed_to_a_state(text, get):
    assert "2 of 6 meetings are in this state: planned" in text("/en/meetings/?as_at=2007-08-30&state=planned")
    assert get("/en/meetings/?as_at=2007-08-30&state=dreamt").status_code == 400


def test_another_sources_days_stand_beside_the_official_month(text):
    page = text("/en/meetings/consultation-2007/?as_at=2007-08-30")
    assert "It was <b>held</b>: <b>June 2007</b>" in page
    assert "Another source gives 25–26 June 2007" in page


def test_the_outcome_of_the_invited_actions_is_said_to_be_unknown(text):
    page = text("/en/meetings/oewg-1/?as_at=2008-05-01")
    assert "What became of the 4 actions it was invited to take is not on record" in page
    assert page.count('<span class="bead none"></span>not on record') == 4
    assert "(a)" in page


def test_a_meeting_names_the_provision_that_calls_for_it_and_the_decisions_it_adopted(text):
    partners = text("/en/meetings/partners-2008/?as_at=2007-08-30")
    council = text("/en/meetings/gc-24/?as_at=2007-08-30")
    assert 'href="/en/decisions/provisions/24-3-iv-27-a/?as_at=2007-08-30"' in partners
    assert 'href="/en/decisions/24-3/?as_at=2007-08-30"' in council[council.index("Decisions adopted") :]


def test_drafts_are_listed_once_the_meeting_considered_them(text):
    before = text("/en/meetings/partners-2008/?as_at=2007-08-30")
    after = text("/en/meetings/partners-2008/?as_at=2008-05-01")
    assert "/en/record/draft-state/framework-considered/" not in before[before.index("Drafts before it") :]
    assert "/en/record/draft-state/framework-considered/" in after[after.index("Drafts before it") :]


def test_a_meeting_that_is_not_on_record_has_no_page(get):
    assert get("/en/meetings/none/?as_at=2007-08-30").status_code == 404
