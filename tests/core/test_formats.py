"""The table of formats, word for word, and what must hold for any date and any number."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.core.strategies import DAYS, known_dates

from quicksilver.core import formats
from quicksilver.core.dates import parse
from quicksilver.core.languages import CODES
from quicksilver.core.money import Money

NBSP = "\N{NO-BREAK SPACE}"
LANGUAGES = pytest.mark.parametrize("language", CODES)


def in_all(**expected):
    """One parameter set a language."""
    return pytest.mark.parametrize(("language", "expected"), list(expected.items()), ids=list(expected))


def spaced(text):
    """Spaces that do not break, written as they are printed."""
    return text.replace("_", NBSP)


# -- dates ------------------------------------------------------------------------------------------------


@in_all(
    en="30 August 2007",
    zh="2007年8月30日",
    fr="30 août 2007",
    es="30 de agosto de 2007",
    ru="30 августа 2007 года",
    ar="30 آب/أغسطس 2007",
)
def test_day(language, expected):
    assert formats.day(date(2007, 8, 30), language) == expected


def test_day_the_first_of_a_month_is_an_ordinal_in_french():
    assert formats.day(date(2009, 6, 1), "fr") == "1er juin 2009"


@in_all(
    en="from 29 to 31 January 2008",
    zh="2008年1月29日至31日",
    fr="du 29 au 31 janvier 2008",
    es="del 29 al 31 de enero de 2008",
    ru="29–31 января 2008 года",
    ar="في الفترة من 29 إلى 31 كانون الثاني/يناير 2008",
)
def test_when_days_of_a_meeting(language, expected):
    assert formats.when(parse("2008-01-29/2008-01-31"), language) == expected


@in_all(
    en="on 26 March 2007",
    zh="2007年3月26日",
    fr="le 26 mars 2007",
    es="el 26 de marzo de 2007",
    ru="26 марта 2007 года",
    ar="في 26 آذار/مارس 2007",
)
def test_when_a_day(language, expected):
    assert formats.when(parse("2007-03-26"), language) == expected


@in_all(
    en="in June 2007",
    zh="2007年6月",
    fr="en juin 2007",
    es="en junio de 2007",
    ru="в июне 2007 года",
    ar="في حزيران/يونيه 2007",
)
def test_when_a_month(language, expected):
    assert formats.when(parse("2007-06"), language) == expected


@in_all(en="in 2005–2006", zh="2005年至2006年", fr="en 2005-2006", es="en 2005-2006", ru="в 2005–2006 годах")
def test_when_years(language, expected):
    assert formats.when(parse("2005/2006"), language) == expected


@in_all(
    en="after 26 March 2007 and by 30 August 2007",
    zh="2007年3月26日之后、最迟于2007年8月30日",
    fr="après le 26 mars 2007 et au plus tard le 30 août 2007",
    es="después del 26 de marzo de 2007 y a más tardar el 30 de agosto de 2007",
    ru="после 26 марта 2007 года и не позднее 30 августа 2007 года",
    ar="بعد 26 آذار/مارس 2007 وفي موعد أقصاه 30 آب/أغسطس 2007",
)
def test_when_between_names_the_last_day_on_which_it_had_not_come_about(language, expected):
    assert formats.when(parse("[2007-03-27..2007-08-30]"), language) == expected


@in_all(
    en="from 30 December 2007 to 2 January 2008",
    zh="2007年12月30日至2008年1月2日",
    fr="du 30 décembre 2007 au 2 janvier 2008",
    es="del 30 de diciembre de 2007 al 2 de enero de 2008",
    ru="с 30 декабря 2007 года по 2 января 2008 года",
    ar="في الفترة من 30 كانون الأول/ديسمبر 2007 إلى 2 كانون الثاني/يناير 2008",
)
def test_when_days_of_two_years(language, expected):
    assert formats.when(parse("2007-12-30/2008-01-02"), language) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2007-06-25/2007-06-26", "25–26 June 2007"),
        ("2009-03-31/2009-04-02", "31 March–2 April 2009"),
        ("2007-06-25/2007-06-25", "25 June 2007"),
        ("2007-06/2007-08", "June 2007 to August 2007"),
        ("2007-06/2007-08-30", "1 June–30 August 2007"),
        ("[2007-06..2007-08]", "between June 2007 and August 2007"),
        ("[2007-03-27..2007-08]", "after 26 March 2007 and by 31 August 2007"),
        ("[..2007-08-30]", "by 30 August 2007"),
        ("2007-08-30/..", "since 30 August 2007"),
        ("2007", "2007"),
    ],
)
def test_date_known_is_as_short_as_the_two_ends_allow(written, expected):
    assert formats.date_known(parse(written), "en") == expected


@LANGUAGES
@given(day=DAYS)
def test_day_holds_its_number_and_its_year(language, day):
    text = formats.day(day, language)
    number = "1er" if (language, day.day) == ("fr", 1) else str(day.day)
    assert number in text
    assert str(day.year) in text


@LANGUAGES
def test_day_no_two_days_read_alike(language):
    days = [date.fromordinal(number) for number in range(date(2007, 1, 1).toordinal(), date(2009, 1, 1).toordinal())]
    assert len({formats.day(day, language) for day in days}) == len(days)


@LANGUAGES
@given(known=known_dates())
def test_when_every_date_fills_its_pattern(language, known):
    for text in (formats.when(known, language), formats.date_known(known, language)):
        assert "{" not in text
        assert text == text.strip()
        assert known.earliest == date.min or known.latest == date.max or str(known.latest.year) in text


# -- numbers and money ------------------------------------------------------------------------------------


@in_all(
    en="US$1,000,380",  # the table prints “$1,000,380”; the record speaks of other dollars too, so US stands before it
    zh="1,000,380美元",
    fr=spaced("1_000_380_dollars"),
    es=spaced("1_000_380_dólares"),
    ru=spaced("1_000_380_долл._США"),
    ar=spaced("1_000_380_دولار"),
)
def test_money_the_pledge_of_2007(language, expected):
    assert formats.money(Money(Decimal("1000380.00"), "USD"), language) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("100000", "10万美元"),
        ("50000.00", "5万美元"),
        ("10000", "1万美元"),
        ("1000380", "1,000,380美元"),  # T26: both ways stand in one text
        ("100000.50", "100,000.50美元"),
        ("105000", "105,000美元"),
        ("0", "0美元"),
    ],
)
def test_money_round_sums_are_counted_in_ten_thousands_in_chinese(amount, expected):
    assert formats.money(Money(Decimal(amount), "USD"), "zh") == expected


@in_all(
    en="EUR 1,234.50", zh="1,234.50 EUR", fr=spaced("1_234,50_EUR"), es=spaced("1_234,50_EUR"),
    ru=spaced("1_234,50_EUR"), ar=spaced("1_234,50_EUR"),
)  # fmt: skip
def test_money_other_currencies_go_by_their_code_and_cents_are_kept(language, expected):
    assert formats.money(Money(Decimal("1234.5"), "EUR"), language) == expected


def test_money_a_third_decimal_is_not_lost():
    assert formats.money(Money(Decimal("1.125"), "KWD"), "en") == "KWD 1.125"


@LANGUAGES
@given(cents=st.integers(-(10**12), 10**12))
def test_number_every_digit_is_printed_and_none_is_added(language, cents):
    amount = Decimal(cents).scaleb(-2)
    table = formats.patterns()[language]
    printed = formats.number(amount, language)
    plain = printed.replace(table["group"], "").replace(table["decimal"], ".").replace("−", "-")
    assert Decimal(plain) == amount


@pytest.mark.parametrize(
    ("value", "expected"), [("0.5", "1"), ("1.5", "2"), ("2.5", "3"), ("-2.5", "−3"), ("2.4", "2")]
)
def test_number_rounds_half_up(value, expected):
    assert formats.number(Decimal(value), "en", 0) == expected


# -- lists and labels -------------------------------------------------------------------------------------


@in_all(en="a, b and c", zh="a、b和c", fr="a, b et c", es="a, b y c", ru="a, b и c", ar="a، وb، وc")
def test_listing_three(language, expected):
    assert formats.listing(["a", "b", "c"], language) == expected


@in_all(en="a; b; and c", zh="a；b；c", fr=spaced("a_; b_; et c"), es="a; b; y c", ru="a; b; и c", ar="a؛ وb؛ وc")
def test_listing_long(language, expected):
    assert formats.listing(["a", "b", "c"], language, long=True) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [("investigación", "a e investigación"), ("hierro", "a y hierro"), ("hilos", "a e hilos"), ("agua", "a y agua")],
)
def test_listing_spanish_and(last, expected):
    assert formats.listing(["a", last], "es") == expected
    assert formats.listing(["a", "{1}"], "es", last=last) == expected.replace(last, "{1}")


@LANGUAGES
@given(parts=st.lists(st.from_regex(r"p[0-9]{1,3}", fullmatch=True), max_size=6), long=st.booleans())
def test_listing_keeps_every_part_in_order(language, parts, long):
    listed = formats.listing(parts, language, long=long)
    at = -1
    for part in parts:
        at = listed.index(part, at + 1)
    assert parts or listed == ""


@in_all(en="(c)", zh="(c)", fr="c)", es="c)", ru="c)", ar="(ج)")
def test_item_label(language, expected):
    assert formats.item_label(3, language) == expected
    assert formats.letter("c", language) == expected


@in_all(en="II", zh="二", fr="II", es="II", ru="II", ar="ثانياً")
def test_chapter(language, expected):
    assert formats.chapter(2, language) == expected


@in_all(en="D", zh="D", fr="D", es="D", ru="D", ar="دال")
def test_section(language, expected):
    assert formats.section(4, language) == expected


@LANGUAGES
@given(one=st.integers(1, 26), other=st.integers(1, 26))
def test_labels_of_two_items_are_never_the_same(language, one, other):
    assume(one != other)
    assert formats.item_label(one, language) != formats.item_label(other, language)


@LANGUAGES
def test_every_language_fills_the_same_patterns(language):
    optional = {"ten_thousands", "first_of_month", "months_of", "months_in"}
    assert formats.patterns()[language].keys() - optional == formats.patterns()["en"].keys()
    assert [len(formats.patterns()[language]["months"]), len(set(formats.patterns()[language]["months"]))] == [12, 12]
