"""Each value of a data file is checked by itself: its field, its form, its range."""

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
    ("country: USA,", "contry: USA,", 5, "contry", "field-unknown"),
    ("kind: government", "kind: goverment", 5, "kind", "code-unknown"),
    ("kind: igo, ", "", 4, "kind", "field-missing"),
    ('"2007-02-09"', '"2007-02-30"', 14, "effective", "date-impossible"),
    ('"2007-02-09"', '"9 February 2007"', 14, "effective", "date-impossible"),
    ('"[2007-03-27..2007-08-30]"', '"[2007-08-30..2007-03-27]"', 31, "effective", "date-order"),
    ("        currency: USD\n", "", 27, "currency", "currency-missing"),
    ('        amount: "1000380.00"\n', "", 27, "amount", "currency-without-amount"),
    ("currency: USD", "currency: dollars", 30, "currency", "currency-unknown"),
    ('"1000380.00"', '"1,000,380"', 29, "amount", "amount-not-number"),
    ('"1000380.00"', '"-5"', 29, "amount", "amount-not-positive"),
    ('"1000380.00"', '"0.001"', 29, "amount", "value-max-digits"),
    ('"1000380.00"', '"99999999999999.00"', 29, "amount", "value-max-digits"),
    ('"1000380.00"', "[1, 2]", 29, "amount", "value-shape"),
    ("{en: Chemicals management}", "{de: Chemikalien}", 13, "title", "language-unknown"),
    ("{en: Chemicals management}", "Chemicals management", 13, "title", "text-shape"),
    ("number: 24/3", "number: 24/3 on mercury and more", 11, "number", "value-max-length"),
    ("title: {en: Chemicals management}", 'title: {en: "half \\ud800"}', 13, "", "file-not-yaml"),
    ("title: {en: Chemicals management}", 'title: {en: "nul \\0"}', 13, "title", "value-characters"),
]  # fmt: skip


@pytest.mark.parametrize("fault", ONE_FAULT, ids=lambda fault: f"{fault[4]}-{fault[1].strip()[:20]}")
def test_fault_is_named_with_its_place(find_fault, fault):
    find_fault(*fault)


def test_stray_slash_is_told_with_the_right_symbol(folder):
    wrong = DOCUMENTS.replace("UNEP(DTIE)", "UNEP/(DTIE)")
    with pytest.raises(Refused, match=r"symbol-|Write UNEP\(DTIE\)/Hg/OEWG.1/INF/8"):
        loading.load_record(SECRETARIAT, folder(small=SMALL, documents=wrong), now=ENTERED)
