STAKEHOLDERS = """\
sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]
areas: [{key: area/asgm, code: asgm, names: {en: gold mining}, order: 1, source: source/seed}]
stakeholders:
"""
STAKEHOLDER = """\
  - key: stakeholder/{n}
    names: {{en: organization {n}}}
    kind: igo
    source: source/seed
    area_roles:
      - {{key: area-role/{n}, area: area/asgm, role: participant, effective: 2007-02-09, source: source/seed}}
"""


def stakeholders(count):
    return STAKEHOLDERS + "".join(STAKEHOLDER.format(n=n) for n in range(1, count + 1))


def test_the_list_costs_the_same_for_one_row_and_for_three(cost):
    one, three = (cost("/en/partners/?as_at=2007-08-30", stakeholders(count)) for count in (1, 3))
    assert one == three <= 10


def test_the_list_tells_what_each_did_by_the_date(text):
    page = text("/en/partners/?as_at=2007-08-30")
    assert "<b>11</b> stakeholders are on record." in page
    assert "<b>2</b> have a role in an area." in page
    assert "2 on record of this kind: Government" in page


def test_nobody_has_a_role_before_one_is_on_record(text):
    assert "<b>0</b> have a role in an area." in text("/en/partners/?as_at=2005-03-01")


def test_the_list_can_be_narrowed_to_a_kind(text, get):
    page = text("/en/partners/?as_at=2007-08-30&kind=ngo")
    assert page.count("<table") == 1
    assert "European Environmental Bureau" in page
    assert get("/en/partners/?as_at=2007-08-30&kind=club").status_code == 400


def test_a_regional_group_is_not_guessed_for_a_day_without_an_edition(text):
    page = text("/en/partners/usa/?as_at=2007-08-30")
    assert "No list of regional groups that held on 30 August 2007 is on record." in page
    assert "regional-groups-2026-11" in page


def test_a_partner_shows_pledges_by_the_date_and_not_before(text):
    assert 'href="/en/funding/pledges/usa-2007/?as_at=2007-08-30"' in text("/en/partners/usa/?as_at=2007-08-30")
    before = text("/en/partners/usa/?as_at=2007-03-01")
    assert "What it did is not on record by this date" in before
    assert "What came later" in before


def test_a_partner_shows_its_organs_and_its_names(text):
    page = text("/en/partners/unep/?as_at=2007-08-30")
    assert 'href="/en/partners/executive-director/?as_at=2007-08-30"' in page
    assert "联合国环境规划署" in page


def test_a_name_missing_in_a_language_is_shown_as_missing(text):
    page = text("/en/partners/eeb/?as_at=2007-08-30")
    assert page.count('<span class="bead none"></span>missing') == 5


def test_a_partner_that_is_not_on_record_has_no_page(get):
    assert get("/en/partners/none/?as_at=2007-08-30").status_code == 404
