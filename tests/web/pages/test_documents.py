DOCUMENTS = """\
sources: [{key: source/seed, kind: document, standing: official, title: {en: Status report}}]
documents:
"""
DOCUMENT = """\
  - key: document/{n}
    symbol: UNEP(DTIE)/Hg/OEWG.1/{n}
    document_class: working
    title: {{en: paper {n}}}
    effective: 2007-02-09
    source: source/seed
    versions: [{{key: document-version/{n}, language: zh, status: copy, source: source/seed}}]
"""


def documents(count):
    return DOCUMENTS + "".join(DOCUMENT.format(n=n) for n in range(1, count + 1))


def test_the_list_costs_the_same_for_one_row_and_for_three(cost):
    one, three = (cost("/en/documents/?as_at=2007-08-30", documents(count)) for count in (1, 3))
    assert one == three <= 10


def test_the_register_tells_what_is_out_what_may_be_and_what_is_only_spoken_of(text):
    page = text("/en/documents/?as_at=2007-08-30")
    assert "<b>2</b> documents are out." in page
    assert "<b>1</b> is spoken of already but came out later." in page
    assert "(came out later)" in page


def test_the_register_can_be_narrowed_to_a_class(text, get):
    page = text("/en/documents/?as_at=2007-08-30&class=agenda")
    assert "1 of 8 documents has this class: agenda" in page
    assert get("/en/documents/?as_at=2007-08-30&class=novel").status_code == 400


def test_a_document_shows_missing_languages_as_missing(text):
    page = text("/en/documents/status-report-2007/?as_at=2007-11-12")
    matrix = page[page.index("Language versions") :]
    assert matrix[: matrix.index("</table>")].count("missing") == 4
    assert "It is on record in <b>2</b> of 6 languages" in page


def test_a_document_keeps_both_its_titles(text):
    page = text("/zh/documents/status-report-2007/?as_at=2007-11-12")
    assert "关于环境署汞方案伙伴关系的状况报告" in page
    assert "状况报告后</mark>" in page  # T1, as cited


def test_a_document_lists_the_faults_of_its_version_in_a_readers_order(text):
    page = text("/en/documents/status-report-2007/?as_at=2007-11-12")
    places = [
        page.index(f'/corrections/{number}/?as_at=2007-11-12"') for number in ("t1", "t2", "t2b", "t3", "t10", "t28")
    ]
    assert places == sorted(places)


def test_citations_are_walked_both_ways(text):
    report = text("/en/documents/status-report-2007/?as_at=2007-11-12")
    paper = text("/en/documents/oewg-1-inf-8/?as_at=2007-11-12")
    assert "/en/documents/oewg-1-inf-8/" in report[report.index("It cites") :]
    assert "/en/documents/status-report-2007/" in paper[paper.index("Cited by") :]


def test_a_document_with_four_roles_shows_each(text):
    page = text("/en/documents/oewg-1-inf-8/?as_at=2007-11-12")
    assert "It has 4 roles in the programme" in page
    assert "What stands in it" in page  # the request for feedback


def test_a_symbol_is_one_run_from_left_to_right(text):
    page = text("/ar/documents/oewg-1-inf-8/?as_at=2007-11-12")
    assert '<bdi class="sym" dir="ltr">UNEP(DTIE)/<wbr>Hg/<wbr>OEWG.1/<wbr>INF/<wbr>8</bdi>' in page


def test_a_document_that_is_not_on_record_has_no_page(get):
    assert get("/en/documents/none/?as_at=2007-08-30").status_code == 404
