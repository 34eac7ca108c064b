CALLS = """\
sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]
stakeholders: [{key: stakeholder/unep, names: {en: UNEP}, kind: igo, source: source/seed}]
calls:
"""
CALL = """\
  - key: call/{n}
    names: {{en: call {n}}}
    standing: true
    issued_by: stakeholder/unep
    effective: 2007-02-09
    source: source/seed
    rules:
      - key: call-rule/{n}
        rule: {rule}
        edition: "2007"
        amount: "50000.00"
        currency: USD
        strict: {strict}
        effective: 2007-02-09
        source: source/seed
"""


def calls(count):
    return CALLS + "".join(CALL.format(n=n, rule="cap", strict="false") for n in range(1, count + 1))


def test_the_list_costs_the_same_for_one_row_and_for_three(cost):
    one, three = (cost("/en/grants/?as_at=2007-08-30", calls(count)) for count in (1, 3))
    assert one == three <= 10


def test_the_rules_of_the_seed_are_said_as_sentences(text):
    page = text("/en/grants/?as_at=2007-08-30")
    assert "A project may ask for <b>US$100,000</b> at most." in page
    assert "Projects that ask for less than <b>US$50,000</b> have priority." in page
    assert "Projects co-financed from other sources have priority too." in page
    assert "Projects with substantial in-kind contributions have priority too." in page


def test_a_rule_that_lets_the_limit_in_is_said_otherwise(cost, client):
    cost("/en/grants/?as_at=2007-08-30", CALLS + CALL.format(n=1, rule="priority_below", strict="false"))
    page = client.get("/en/grants/1/?as_at=2007-08-30").content.decode()
    assert "Projects that ask for <b>US$50,000</b> or less have priority." in page


def test_the_number_of_proposals_is_said_to_be_unknown(text):
    page = text("/en/grants/?as_at=2007-08-30")
    assert "The number of proposals received is <b>not on record</b>." in page
    assert "Proposals stress 6 needs" in page


def test_a_call_that_may_be_open_is_told_as_such(text):
    page = text("/en/grants/?as_at=2007-05-01")
    assert "may be open; the record does not say by this date." in page


def test_a_call_shows_editions_faults_and_what_the_source_is_silent_on(text):
    page = text("/en/grants/small-grants/?as_at=2007-08-30")
    assert "8 faults of the source touch the call" in page
    assert "who decides" in page


def test_a_call_not_yet_opened_says_so(text):
    assert "The call had not been opened by this date." in text("/en/grants/small-grants/?as_at=2007-02-09")


def test_a_call_that_is_not_on_record_has_no_page(get):
    assert get("/en/grants/none/?as_at=2007-08-30").status_code == 404
