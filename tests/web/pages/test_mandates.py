DECISIONS = """\
sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]
bodies: [{key: body/gc, names: {en: Governing Council}, short_names: {en: Council}, source: source/seed}]
decisions:
"""
DECISION = """\
  - key: decision/{n}
    body: body/gc
    number: {n}/1
    effective: 2007-02-09
    source: source/seed
    provisions: [{{key: provision/{n}, paragraph: "1", verb: urges, summary: {{en: Do it.}}, source: source/seed}}]
"""


def decisions(count):
    return DECISIONS + "".join(DECISION.format(n=n) for n in range(1, count + 1))


def test_the_list_costs_the_same_for_one_row_and_for_three(cost):
    one, three = (cost("/en/decisions/?as_at=2007-08-30", decisions(count)) for count in (1, 3))
    assert one == three <= 10


def test_the_list_has_no_decision_of_later(text):
    page = text("/en/decisions/?as_at=2007-08-30")
    assert "<b>3</b> decisions are on record." in page
    assert "What came later" in page


def test_a_decision_shows_its_paragraphs_with_deeds_and_evidence(text):
    page = text("/en/decisions/24-3/?as_at=2007-08-30")
    assert "It was adopted <b>on 9 February 2007</b>" in page
    assert "Letter on funding sent to the official focal points" in page
    assert 'href="/en/funding/pledges/usa-2007/?as_at=2007-08-30"' in page
    assert 'id="24-3-iv-27-d"' in page
    assert "Technical and financial resources" in page  # means
    assert "Paragraph <bdi>26</bdi>" in page


def test_a_decision_says_on_what_nothing_is_on_record(text):
    page = text("/en/decisions/24-3/?as_at=2007-08-30")
    assert page.count("No action on record by this date.") == 1  # paragraph 24


def test_a_decision_tells_no_deed_of_later(text):
    assert "Overarching framework published" not in text("/en/decisions/24-3/?as_at=2007-08-30")
    assert "Overarching framework published" in text("/en/decisions/24-3/?as_at=2009-10-31")


def test_a_decision_names_what_it_builds_on_and_what_continues_it(text):
    page = text("/en/decisions/24-3/?as_at=2009-10-31")
    assert 'href="/en/decisions/23-9/?as_at=2009-10-31"' in page
    assert 'href="/en/decisions/25-5/?as_at=2009-10-31"' in page


def test_a_paragraph_without_a_number_is_not_given_one(text):
    assert text("/en/decisions/23-9/?as_at=2007-08-30").count("A paragraph whose number is not on record") == 5


def test_items_without_their_paragraph_are_cited_in_full(text):
    assert "Paragraph <bdi>34 (a)</bdi>" in text("/en/decisions/25-5/?as_at=2009-10-31")
    assert "<bdi>34 a)</bdi>" in text("/fr/decisions/25-5/?as_at=2009-10-31")


def test_a_provision_has_its_own_page_with_its_items(text):
    page = text("/en/decisions/provisions/24-3-iv-27/?as_at=2007-08-30")
    assert "The Executive Director is requested to strengthen the partnerships" in page
    assert 'href="/en/decisions/24-3/?as_at=2007-08-30#24-3-iv-27"' in page
    assert "Calls for" in page
    assert 'href="/en/meetings/partners-2008/?as_at=2007-08-30"' in page


def test_what_is_not_on_record_has_no_page(get):
    assert get("/en/decisions/99-9/?as_at=2007-08-30").status_code == 404
    assert get("/en/decisions/provisions/99/?as_at=2007-08-30").status_code == 404
