SOURCE = "sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]\n"
AREA = """\
  - key: area/{n}
    code: "{n}"
    names: {{en: area {n}}}
    order: {n}
    source: source/seed
    stages: [{{key: area-stage/{n}, stage: active, effective: 2007-02-09, source: source/seed, locator: a.1}}]
"""


def areas(count):
    return SOURCE + "areas:\n" + "".join(AREA.format(n=n) for n in range(1, count + 1))


def test_the_list_costs_the_same_for_one_row_and_for_three(cost):
    one, three = (cost("/en/areas/?as_at=2007-08-30", areas(count)) for count in (1, 3))
    assert one == three <= 10


def test_the_list_counts_the_areas_in_each_stage(text):
    page = text("/en/areas/?as_at=2007-08-30")
    assert "11 areas on record, by the stage each had reached" in page
    assert page.count('scope="row"') == 11


def test_the_list_can_be_narrowed_to_a_stage_and_keeps_the_date(text):
    page = text("/en/areas/?as_at=2007-08-30&stage=information")
    assert "2 of 11 areas have this stage: information being gathered" in page
    assert 'href="/en/areas/?as_at=2007-08-30"' in page  # the word that takes the filter away
    assert "Mercury storage" in page
    assert page.count('scope="row"') == 2


def test_a_stage_that_is_not_one_is_refused_with_the_reason(get):
    response = get("/en/areas/?as_at=2007-08-30&stage=activ")
    assert response.status_code == 400
    assert "Did you mean: active?" in response.content.decode()


def test_an_area_tells_stage_objective_and_what_is_missing(text):
    page = text("/en/areas/asgm/?as_at=2007-08-30")
    assert "It became <b>active</b> after 25 February 2005 and by 31 December 2006" in page
    assert "Its objective: to work with mining communities" in page
    assert "No lead is on record; 2 other roles are" in page
    assert "a business plan" in page


def test_an_area_shows_six_names_with_their_standing_and_the_name_as_cited(text):
    page = text("/en/areas/asgm/?as_at=2007-08-30")
    assert "在大规模手工开采金矿方面的汞管理</mark>" in page
    assert page.count("ours, unreviewed") == 6
    assert "大规模手工开采金矿</mark>" in page  # T4, as printed


def test_an_area_that_became_part_of_another_says_so_only_afterwards(text):
    before = text("/en/areas/waste-combustion/?as_at=2007-08-30")
    after = text("/en/areas/waste-combustion/?as_at=2008-07-01")
    assert "It came <b>under consultation</b>" in before
    assert "It <b>became part</b> of another area" in after


def test_a_stage_that_may_have_been_entered_is_not_told_as_certain(text):
    page = text("/en/areas/cement/?as_at=2007-05-01")
    assert "It was <b>proposed</b> on 9 February 2007" in page
    assert "It may have moved on since: “under consultation” is dated only" in page


def test_an_area_not_yet_named_says_so(text):
    assert "It had <b>not been named</b> by this date." in text("/en/areas/waste/?as_at=2007-08-30")


def test_an_area_that_is_not_on_record_has_no_page(get):
    assert get("/en/areas/atlantis/?as_at=2007-08-30").status_code == 404
