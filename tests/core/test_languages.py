import pytest
from hypothesis import given
from hypothesis import strategies as st

from quicksilver.core.errors import Refused
from quicksilver.core.languages import CODES, STATUSES, Texts, Wording, check, check_texts, of

WORDS = st.text(min_size=1, max_size=12).filter(str.strip)
FORMS = st.dictionaries(
    st.sampled_from(CODES),
    WORDS | st.fixed_dictionaries({"text": WORDS}, optional={"status": st.sampled_from(STATUSES), "as_cited": WORDS}),
)


def test_the_six_languages_of_the_united_nations():
    assert sorted(CODES) == ["ar", "en", "es", "fr", "ru", "zh"]
    assert [code for code in CODES if of(code).direction == "rtl"] == ["ar"]


@pytest.mark.parametrize("code", ["de", "EN", "zh_Hans", ""])
def test_of_another_language_is_refused_and_the_six_are_named(code):
    with pytest.raises(Refused, match="ar, zh, en, fr, ru, es"):
        of(code)


def test_check_of_a_known_language_finds_nothing():
    assert check("zh") == []


@given(FORMS)
def test_texts_written_and_read_again_are_the_same(form):
    assert check_texts(form) == []
    texts = Texts.parse(form)
    assert Texts.parse(texts.to_json()) == texts


def test_texts_a_plain_wording_is_a_draft():
    assert Texts.parse({"en": "gold"}).of("en") == Wording("en", "gold", "draft")


def test_texts_keep_the_wording_of_the_source_beside_the_right_one():
    # T4: the copy says “large-scale artisanal”.
    form = {"zh": {"text": "小规模手工开采金矿", "status": "reviewed", "as_cited": "大规模手工开采金矿"}}
    assert Texts.parse(form).of("zh").as_cited == "大规模手工开采金矿"


@pytest.mark.parametrize(
    ("form", "asked", "found"),
    [
        ({"en": "gold", "fr": "or"}, "fr", Wording("fr", "or")),
        ({"en": "gold", "fr": "or"}, "ru", Wording("en", "gold")),
        ({"zh": "金"}, "ru", Wording("zh", "金")),
        ({}, "ru", Wording("ru", "", "none")),
    ],
)
def test_best_says_which_language_it_gives(form, asked, found):
    assert Texts.parse(form).best(asked) == found


def test_texts_are_false_only_when_empty():
    assert not Texts(())
    assert Texts.parse({"en": "gold"})


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("gold", ["text-shape"]),
        (["gold"], ["text-shape"]),
        ({"de": "Gold"}, ["language-unknown"]),
        ({"en": " "}, ["text-shape"]),
        ({"en": None}, ["text-shape"]),
        ({"en": {"status": "draft"}}, ["text-shape"]),
        ({"en": {"text": "gold", "status": "sure"}}, ["text-status"]),
        ({"en": {"text": "gold", "note": "x"}}, ["text-shape"]),
        (
            {"de": "Gold", "en": {"text": "gold", "status": "sure", "note": "x"}},
            ["language-unknown", "text-status", "text-shape"],
        ),
    ],
)
def test_check_texts_finds_everything_wrong_at_once(form, codes):
    assert [problem.code for problem in check_texts(form)] == codes
