import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quicksilver.core import search

LANGUAGES = st.sampled_from(["ar", "zh", "en", "fr", "ru", "es"])


def finds(query, text, language):
    """Whether a query finds a text."""
    held = set(search.tokens(text, language))
    return any(held >= set(words) for words in search.read(query).words)


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("country", "the countries’ emissions", "en"),
        ("emission", "Emissions of mercury", "en"),
        ("énergie", "l’énergie renouvelable", "fr"),
        ("energie", "l’énergie renouvelable", "fr"),
        ("l'énergie", "énergies", "fr"),
        ("donnees", "les données", "fr"),
        ("données", "les donnees", "fr"),
        ("mineria", "la minería artesanal", "es"),
        ("minería", "LA MINERÍA", "es"),
        ("ртуть", "выбросы ртути", "ru"),
        ("партнерство", "о партнёрствах", "ru"),
        ("партнёрство", "о партнерствах", "ru"),
        ("زئبق", "انبعاثات الزئبق", "ar"),
        ("الزئبق", "التلوث بالزئبق", "ar"),
        ("المنحه", "المنحة الصغيرة", "ar"),
        ("اخرى", "أخرى", "ar"),
        ("الشراكات", "الشـراكـات", "ar"),
        ("汞", "全球汞伙伴关系", "zh"),
        ("赠款", "小型赠款方案", "zh"),
        ("认捐", "没有收到认捐。", "zh"),
        ("伙伴关系", "全球汞伙伴关系", "zh"),
        ("UNEP 汞", "环境署（UNEP）的汞方案", "zh"),
        ("1 000 380", "1,000,380 US dollars", "en"),
        ("1,000,380", "认捐1000380美元", "zh"),
        ("1.000.380", "1 000 380 долл. США", "ru"),
        ("1,000,380.00", "1’000’380", "fr"),
        ("١٬٠٠٠٬٣٨٠", "1,000,380", "en"),
        ("100万", "1,000,000 US dollars", "en"),
        ("1000000", "约100万美元", "zh"),
        ("1.5亿", "150,000,000", "en"),
        ("３", "3", "en"),
        ("OEWG.1/INF/8", "UNEP(DTIE)/Hg/OEWG.1/INF/8", "en"),
    ],
)
def test_a_word_is_found_in_each_of_its_forms(query, text, language):
    assert finds(query, text, language)


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("款捐", "赠款认捐", "zh"),  # both characters, not the word
        ("汞铅", "铅汞", "zh"),
        ("24", "2007", "en"),
        ("10003", "1,000,380", "en"),
        ("lead mercury", "mercury", "en"),
    ],
)
def test_a_word_that_is_not_there_is_not_found(query, text, language):
    assert not finds(query, text, language)


def test_a_year_before_three_digits_is_no_grouped_number():
    assert search.tokens("in 2007 100 countries", "en") == ["in", "2007", "100", "countri"]


def test_digits_are_parted_from_chinese_but_not_from_latin_letters():
    assert search.tokens("2007年T26", "zh") == ["2007", "年", "t26"]


@pytest.mark.parametrize(
    "spelling",
    [
        "UNEP(DTIE)/Hg/OEWG.1/INF/8",
        "unep (dtie)/hg/oewg.1/inf/8",
        "UNEP/(DTIE)/Hg/OEWG.1/INF/8",
        "UNEP（DTIE）／Hg／OEWG.1／INF／8",
        "UNEP-DTIE-Hg-OEWG.1-INF-8",
    ],
)
def test_a_symbol_is_one_identifier_however_it_is_written(spelling):
    assert "unepxdtiexhgxoewgx1xinfx8" in search.read(spelling).exact


def test_a_decision_is_found_with_slash_hyphen_and_part():
    assert search.read("24/3").exact == search.read("24-3").exact == ("24x3",)
    assert "24x3xiv" in search.read("24/3 IV").exact


def test_an_empty_query_asks_for_nothing():
    assert not search.read(" … / ")


def test_words_are_marked_where_they_stand():
    text = "Emissions of mercury, and Mercury again"
    spans = search.marks(text, "en", search.read("mercury").wanted)
    assert [text[begin:end] for begin, end in spans] == ["mercury", "Mercury"]


def test_words_that_stand_together_are_marked_as_one():
    text = "see UNEP(DTIE)/Hg/OEWG.1/INF/8 on this"
    spans = search.marks(text, "en", search.read("UNEP(DTIE)/Hg/OEWG.1/INF/8").wanted)
    assert [text[begin:end] for begin, end in spans] == ["UNEP(DTIE)/Hg/OEWG.1/INF/8"]
    chinese = "全球汞伙伴关系"
    assert search.marks(chinese, "zh", search.read("伙伴关系").wanted) == [(3, 7)]


def test_an_excerpt_stands_around_the_first_word_and_says_what_it_leaves_out():
    text = "before " * 40 + "mercury" + " after" * 60
    pieces = search.excerpt(text, search.marks(text, "en", {"mercuri"}))
    assert pieces[0] == ("…", False)
    assert ("mercury", True) in pieces
    assert pieces[-1][0].endswith("after…")
    assert sum(len(piece) for piece, _ in pieces) < 320


@given(st.text(max_size=300), LANGUAGES)
def test_tokens_are_letters_and_digits_that_no_index_cuts_again(text, language):
    for token in search.tokens(text, language):
        assert token.isalnum() or all(unicodedata.category(sign)[0] in "LN" for sign in token)
        assert 0 < len(token) <= 60


@given(st.text(max_size=200), LANGUAGES)
def test_every_text_in_its_own_language_is_found_by_itself(text, language):
    held = set(search.tokens(text, language))
    assert held >= set(search.tokens(text, language, query=True))


@given(st.text(max_size=300), LANGUAGES, st.integers(1, 100))
def test_an_excerpt_gives_the_words_of_the_text_and_no_others(text, language, around):
    text = unicodedata.normalize("NFC", text)
    wanted = set(search.tokens(text, language)[2:4])
    pieces = search.excerpt(text, search.marks(text, language, wanted), around)
    shown = "".join(piece for piece, _ in pieces)
    assert shown.removeprefix("…").removesuffix("…") in text or shown in text
