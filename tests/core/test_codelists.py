import pytest

from quicksilver.core import codelists
from quicksilver.core.languages import CODES

NAMES = pytest.mark.parametrize("name", codelists.names())


@NAMES
def test_every_code_has_a_label_in_each_language(name):
    missing = [
        (code, language)
        for code, labels in codelists.of(name).labels.items()
        for language in CODES
        if labels.of(language) is None
    ]
    assert missing == []


# “Acknowledges” and “recognizes” are one word in other languages, and so are other verbs of decisions.
@pytest.mark.parametrize("name", [name for name in codelists.names() if name != "provision_verb"])
@pytest.mark.parametrize("language", CODES)
def test_no_two_codes_of_a_list_read_alike(name, language):
    labels = [codelists.label(name, code, language) for code in codelists.codes(name)]
    assert len(set(labels)) == len(labels)


@NAMES
def test_every_list_has_a_title_and_says_where_it_comes_from(name):
    found = codelists.of(name)
    assert found.title
    assert found.source


def test_label_of_an_unknown_code_is_the_code():
    assert codelists.label("need", "unheard-of", "fr") == "unheard-of"


def test_check_offers_the_nearest_code():
    (problem,) = codelists.check("need", "trainning")
    assert (problem.code, problem.values["known"]) == ("code-unknown", "training")


def test_check_of_a_known_code_finds_nothing():
    assert codelists.check("need", "training") == []


def test_of_an_unknown_list_fails():
    with pytest.raises(FileNotFoundError):
        codelists.of("unheard-of")


def test_needs_are_the_seeds_own_categories_and_one_more():
    # R81: the six the report of 2007 names, in its order; R82: what else there may be.
    assert codelists.codes("need") == (
        "inventories", "training", "release_measures", "research", "policy", "regulation", "other",
    )  # fmt: skip
