from datetime import date

import pytest
from tests.core.rows import record, row

from quicksilver.core import documents
from quicksilver.core.dates import Occurrence

INF_8 = row("document/inf-8", "2007-10-22", symbol="UNEP(DTIE)/Hg/OEWG.1/INF/8")
STRATEGY = row("document-role/strategy", "[2007-02-10..2007-08-30]", subject="area/asgm", role="area_strategies")
REPORT = row("document/report", "2007-11-01", document_class="working")
ENGLISH = row("document-version/inf-8-en", language="en")
CHINESE = row("document-version/inf-8-zh", language="zh", status="copy")
CITES = row("document-citation/b", document="document/report", cited="document/inf-8", paragraph="a.10")
CITES_EARLIER = row("document-citation/c", document="document/report", cited="document/inf-8", paragraph="a.3")
AUGUST = date(2007, 8, 30)


def test_register_at_lists_what_is_spoken_of_before_it_is_out():
    (seen,) = documents.register_at(record(INF_8, STRATEGY, REPORT), AUGUST)
    assert (seen.document, seen.issued) == (INF_8, Occurrence.NO)


def test_register_at_leaves_out_what_nobody_speaks_of_yet():
    assert documents.register_at(record(INF_8, REPORT), AUGUST) == ()


def test_register_at_puts_the_oldest_first():
    found = documents.register_at(record(REPORT, INF_8), date(2008, 1, 1))
    assert [seen.document for seen in found] == [INF_8, REPORT]


def test_document_at_tells_the_missing_languages():
    at = documents.document_at(record(INF_8, ENGLISH, CHINESE), INF_8.key, AUGUST).at
    assert (at.languages, at.missing) == (("zh", "en"), ("ar", "fr", "ru", "es"))


def test_document_at_walks_citations_both_ways():
    known = record(INF_8, REPORT, CITES, CITES_EARLIER)
    cited = documents.document_at(known, INF_8.key, date(2008, 1, 1)).cited_by
    citing = documents.document_at(known, REPORT.key, date(2008, 1, 1)).cites
    assert [(seen.document, seen.citations) for seen in cited] == [(REPORT, (CITES_EARLIER, CITES))]
    assert citing == ((INF_8, (CITES_EARLIER, CITES)),)


def test_mentions_a_document_not_out_yet_cites_nothing():
    assert documents.mentions(record(INF_8, REPORT, CITES), INF_8.key, AUGUST) == ()


def test_mentions_a_role_counts_from_its_own_date():
    (seen,) = documents.mentions(record(INF_8, STRATEGY), "area/asgm", AUGUST)
    assert (seen.document, seen.roles, seen.citations) == (INF_8, (STRATEGY,), ())


def test_document_at_holds_what_stands_in_it_now_and_later():
    draft = row("draft-state/published", "2009-06", document=INF_8.key, state="published")
    strategy = row("area-strategy/market", "2007-10-22", discussed_in=INF_8.key)
    position = documents.document_at(record(INF_8, draft, strategy), INF_8.key, date(2008, 1, 1))
    assert (position.carried, position.later) == ((strategy,), (draft,))


def test_document_at_knows_what_replaced_it():
    after = row("document/inf-8-rev", "2007-11-01", supersedes=INF_8.key)
    known = record(INF_8, after)
    assert documents.document_at(known, INF_8.key, date(2008, 1, 1)).replaced_by == (after,)
    assert documents.document_at(known, INF_8.key, AUGUST).replaced_by == ()


def test_document_at_an_unknown_key_is_none():
    assert documents.document_at(record(), "document/none", AUGUST) is None


def test_errata_are_sorted_as_a_reader_counts():
    faults = [
        row(f"erratum/{number}", number=number, version=CHINESE.key, subject="area/asgm")
        for number in ("T10", "T2b", "T2", "T1")
    ]
    known = record(INF_8, CHINESE, *faults)
    for found in (documents.errata_of(known, INF_8.key), documents.errata_about(known, "area/asgm")):
        assert [row["number"] for row in found] == ["T1", "T2", "T2b", "T10"]


@pytest.mark.parametrize(("earlier", "later"), [("a.2", "a.10"), ("c.4", "c.10"), ("5", "12"), ("a.9", "c.1")])
def test_natural_counts_as_a_reader_does(earlier, later):
    assert documents.natural(earlier) < documents.natural(later)
