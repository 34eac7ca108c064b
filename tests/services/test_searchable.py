from decimal import Decimal

from quicksilver.core.languages import Texts
from quicksilver.core.record import Entry
from quicksilver.services import searchable


def pledge(**fields):
    return Entry("pledge/usa-2007", {"kind": "cash", "amount": Decimal("1000380.00"), "currency": "USD", **fields})


def test_a_row_is_named_by_its_key_symbol_number_and_amount():
    assert searchable.identifiers(pledge()) == ["pledgexusax2007", "usax2007", "1000380", "usd"]
    decision = Entry("decision/24-3", {"number": "24/3", "part": "IV"})
    assert searchable.identifiers(decision) == ["decisionx24x3", "24x3", "24x3xiv"]


def test_cents_are_part_of_an_amount_but_none_are_not():
    assert searchable.plain(Decimal("1000380.50")) == "1000380x5"
    assert searchable.plain(Decimal("1000000.00")) == "1000000"


def test_every_text_of_a_row_is_a_line_and_codes_are_said_in_six_languages():
    row = pledge(purpose=Texts.parse({"en": "Products", "zh": {"text": "产品", "status": "draft", "as_cited": "制品"}}))
    lines = {(line.text, line.language) for line in searchable.lines(row)}
    assert {("Products", "en"), ("产品", "zh"), ("制品", "zh"), ("USD", "")} <= lines
    assert {language for _, language in lines} == {"", "ar", "zh", "en", "fr", "ru", "es"}
    assert [line.text for line in searchable.lines(row) if line.is_amount] == ["1000380"]


def test_each_token_stands_once():
    row = pledge(purpose=Texts.parse({"en": "mercury and mercury", "fr": "mercure"}))
    words = searchable.words(row)
    assert len(words) == len(set(words))
    assert {"mercuri", "mercur", "usd"} <= set(words)


def test_the_remark_is_searched_too():
    row = Entry("body/gc", {}, remark=Texts.parse({"en": "As cited."}))
    assert [line.text for line in searchable.lines(row)] == ["As cited."]
