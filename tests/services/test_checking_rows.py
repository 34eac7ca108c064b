"""Rows are checked against one another: keys, references, uniqueness, supersession."""

import pytest
from tests.conftest import ENTERED, SECRETARIAT, SMALL

from quicksilver.core.errors import Refused
from quicksilver.services import loading

pytestmark = pytest.mark.django_db

DOCUMENTS = """\
documents:
  - {key: document/inf-8, document_class: report, symbol: UNEP(DTIE)/Hg/OEWG.1/INF/8, source: source/seed}
"""

ONE_FAULT = [
    # what is written, what instead, where (line of SMALL), field, code
    ("sender: stakeholder/unep", "sender: stakeholder/unpe", 20, "sender", "reference-unknown"),
    ("sender: stakeholder/unep", "sender: body/gc", 20, "sender", "reference-unknown"),
    ("key: pledge/usa-2007", "key: gift/usa-2007", 27, "key", "key-kind"),
    ("key: pledge/usa-2007", "key: pledge/USA 2007", 27, "key", "key-form"),
    ("key: pledge/usa-2007", "key: appeal/2007", 27, "key", "key-twice"),
    ("country: USA,", "part_of: stakeholder/usa,", 5, "part_of", "chain-circular"),
]  # fmt: skip


@pytest.mark.parametrize("fault", ONE_FAULT, ids=lambda fault: f"{fault[4]}-{fault[1].strip()[:20]}")
def test_fault_is_named_with_its_place(find_fault, fault):
    find_fault(*fault)


def test_did_you_mean_names_the_nearest_key(folder):
    with pytest.raises(Refused, match="Did you mean “stakeholder/unep”"):
        loading.load_record(SECRETARIAT, folder(small=SMALL.replace("/unep\n", "/unpe\n", 1)), now=ENTERED)


def test_key_given_twice_is_told_with_both_places(folder):
    twice = "stakeholders:\n  - {key: stakeholder/usa, names: {en: USA}, kind: government, source: source/seed}\n"
    with pytest.raises(Refused) as refused:
        loading.load_record(SECRETARIAT, folder(small=SMALL, twice=twice), now=ENTERED)

    (problem,) = refused.value.problems
    assert (problem.place.file, problem.place.line, problem.values["first"]) == ("twice.yaml", 2, "small.yaml:5")


def test_symbol_of_two_documents_is_not_unique(problems):
    second = DOCUMENTS + DOCUMENTS.partition("\n")[2].replace("inf-8", "inf-9")

    assert problems(documents=second, small=SMALL) == [("documents.yaml:3", "symbol", "not-unique")]


def test_documents_without_symbol_are_no_duplicates(folder):
    text = DOCUMENTS.replace("symbol: UNEP(DTIE)/Hg/OEWG.1/INF/8, ", "")
    text += text.partition("\n")[2].replace("inf-8", "inf-9")

    assert loading.load_record(SECRETARIAT, folder(documents=text, small=SMALL), now=ENTERED).created == 9


def test_uniqueness_counts_rows_on_record(small, folder):
    again = SMALL.partition("decisions:\n")[2].partition("appeals:")[0].replace("decision/24-3", "decision/other")
    folder(small="decisions:\n" + again)
    with pytest.raises(Refused, match="decision/24-3 has it too"):
        loading.load_record(SECRETARIAT, folder(), now=ENTERED)


def test_rows_on_record_may_be_pointed_to(small, folder):
    text = SMALL[SMALL.index("appeals:") :].replace("appeal/2007", "appeal/2008").replace("usa-2007", "usa-2008")

    assert loading.load_record(SECRETARIAT, folder(small=text), now=ENTERED).created == 2


def test_supersession_in_a_circle_is_told_once(problems):
    circle = """\
receipts:
  - {key: receipt/a, supersedes: receipt/b, donor: stakeholder/usa, amount: 1, currency: USD, source: source/seed}
  - {key: receipt/b, supersedes: receipt/a, donor: stakeholder/usa, amount: 1, currency: USD, source: source/seed}
"""
    assert problems(circle=circle, small=SMALL) == [("circle.yaml:2", "supersedes", "chain-circular")]


def test_further_source_must_exist_and_be_a_pair(problems):
    text = SMALL.replace("    locator: c.1\n", "    more_sources: [[source/none, a.1], source/seed]\n")

    assert [code for _, _, code in problems(small=text)] == ["reference-unknown", "source-shape"]


def test_unique_set_of_nothing_is_not_checked(problems):
    missing_key = SMALL.replace("key: decision/24-3\n    ", "")

    assert ("small.yaml:9", "key", "field-missing") in problems(small=missing_key)
