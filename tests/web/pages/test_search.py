import re
from html import unescape
from urllib.parse import quote

ROWS = """\
sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]
bodies:
  - {key: body/gc, names: {en: Council}, short_names: {en: GC}, source: source/seed}
decisions:
  - {key: decision/24-3, body: body/gc, number: 24/3, title: {en: T}, effective: "2007-02-09", source: source/seed}
stakeholders:
"""
STAKEHOLDER = "  - {{key: stakeholder/s{n}, names: {{en: Ministry {n}}}, kind: government, source: source/seed}}\n"


def ministries(count):
    return ROWS + "".join(STAKEHOLDER.format(n=n) for n in range(count))


def search(query, language="en", **more):
    asked = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    return f"/{language}/search/?q={quote(query)}{asked}"


def test_a_page_costs_the_same_for_one_row_and_for_a_full_page(cost):
    one, many = (cost(search("ministry", as_at="2007-08-30"), ministries(count)) for count in (1, 40))
    assert one == many <= 10


def test_one_sentence_counts_the_rows_and_the_words_are_marked(text):
    page = text(search("mercury"))
    assert re.search(r"<b>\d+</b> rows hold “<b>mercury</b>”\.", page)
    assert page.count("<mark>mercury</mark>") >= 10
    assert len(page.encode()) < 60_000


def test_a_symbol_leads_to_its_document_first(text):
    page = text(search("UNEP/(DTIE)/Hg/OEWG.1/INF/8"))
    body = page[page.index("<tbody>") :]
    assert body.index("/en/documents/oewg-1-inf-8/") < body.index("</tr>")
    assert "<mark>UNEP(DTIE)/Hg/OEWG.1/INF/8</mark>" in body


def test_an_amount_is_shown_as_the_language_writes_it(text):
    assert "<mark>US$1,000,380</mark>" in text(search("1 000 380"))
    assert "<mark>1\xa0000\xa0380\xa0" in text(search("1,000,380", "fr"))


def test_words_of_another_language_are_marked_as_such(text):
    page = text(search("认捐", "en"))
    assert '<span class="foreign" lang="zh-Hans" dir="ltr">' in page
    assert "<mark>认捐</mark>" in page
    arabic = text(search("الزئبق", "fr"))
    assert 'lang="ar" dir="rtl"' in arabic


def test_kinds_are_words_that_can_be_chosen_and_taken_away(text):
    page = text(search("mercury", kind="provision"))
    assert 'aria-label="Take away: Provision"' in page
    both = unescape(re.search(r'href="([^"]+kind=provision&amp;kind=area[^"]*)"', page)[1])
    assert text(both).count("Take away:") == 2


def test_pages_follow_one_another(text):
    first = text(search("mercury"))
    assert "1 to 20 of" in first
    following = unescape(re.search(r'href="([^"]+)" rel="next"', first)[1])
    second = text(following)
    assert "21 to 40 of" in second
    assert "Back to the first" in second


def test_nothing_found_is_said_in_words(text, get):
    assert "No row on record by this date holds “<b>zzzzz</b>”." in text(search("zzzzz"))
    assert "Write a word, a symbol or an amount" in text("/en/search/")
    assert get(search("mercury", kind="novel")).status_code == 400
    assert get(search("mercury", after="nowhere")).status_code == 400


def test_what_is_asked_for_is_shown_as_text_never_as_markup(text):
    page = text(search("<script>alert(1)</script>"))
    assert "<script>alert" not in page
    assert text(search('"a" OR b* NEAR {c} -- \' ; DROP'))


def test_the_field_stands_on_every_page_and_keeps_the_dates(text):
    page = text("/en/areas/?as_at=2007-08-30")
    form = re.search(r'<form class="find" role="search" action="/en/search/">.*?</form>', page, re.DOTALL)[0]
    assert '<input type="hidden" name="as_at" value="2007-08-30">' in form
    assert 'for="find"' in form


def test_rows_after_the_date_are_counted_and_one_click_away(text):
    page = text(search("mercury", as_at="2007-03-01"))
    assert re.search(r"\d+ more rows take effect after 1 March 2007\.", page)
    assert f'<a href="/en/search/?q={quote("mercury")}">Search up to the latest date</a>' in page


def test_every_row_found_opens_its_page(text, get):
    for query in ("mercury", "24/3"):
        page = text(search(query))
        for address in re.findall(r'<th scope="row"><a href="([^"]+)"', page):
            assert get(unescape(address)).status_code == 200, address


def test_a_page_can_be_read_in_each_language(text):
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        assert "<mark>" in text(search("24/3", language))
