import pytest

from catalogues import checks, files
from catalogues.message import Message

AREA = Message("One area has {lead}.")
COUNTED = Message("{n} area in {place}", "{n} areas in {place}")
BOLD = Message("<b>{n}</b> area")
SHARE = Message("%(share)s of it, 5 %%")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LOCALES", {"fr": "French"})
    return tmp_path


def faults(folder, message, *given, fuzzy=False, forms=()):
    words = files.Words("fr", "reports")
    said = (message.singular, message.plural) if message.plural else message.singular
    words.add(said, forms or given[0], flags=["fuzzy"] if fuzzy else [])
    files.write(words, files.path(folder, "fr", "reports"))
    return [fault.split(": ")[1] for fault in checks.faults(folder, {"reports": [message]})]


def test_a_good_translation_has_no_fault(folder):
    assert faults(folder, AREA, "Un domaine a {lead}.") == []
    assert faults(folder, COUNTED, forms=("{n} domaine à {place}", "{n} domaines à {place}")) == []
    assert faults(folder, SHARE, "%(share)s du total, 5 %%") == []


@pytest.mark.parametrize(
    ("message", "given", "fault"),
    [
        (AREA, "", "not translated"),
        (AREA, "Un domaine.", "placeholder {lead} is missing in “Un domaine.”"),
        (AREA, "Un domaine a {lead} et {chef}.", "placeholder {chef} is not in the English"),
        (AREA, "Un domaine a {lead.", "a brace has no partner in “Un domaine a {lead.”"),
        (BOLD, "{n} domaine", "the tags should be </b> <b> in “{n} domaine”"),
        (SHARE, "%(share)s, 5 %", "a per cent sign should be doubled in “%(share)s, 5 %”"),
    ],
)
def test_a_faulty_translation_is_told(folder, message, given, fault):
    assert faults(folder, message, given) == [fault]


def test_a_missing_plural_form_is_told(folder):
    assert faults(folder, COUNTED, forms=("{n} domaine à {place}", "")) == ["a plural form is missing"]


def test_a_form_that_serves_several_numbers_needs_the_number(folder):
    """In French 0 and 1 share a form."""
    lacking = faults(folder, COUNTED, forms=("un domaine à {place}", "{n} domaines à {place}"))
    assert lacking == ["placeholder {n} is missing in “un domaine à {place}”"]


def test_a_form_for_a_single_number_may_leave_it_to_words():
    message = Message("{n} area", "{n} areas")
    arabic = ("لا مجالات", "مجال واحد", "مجالان", "{n} مجالات", "{n} مجالا", "{n} مجال")
    numbers = files.numbers_by_form(files.plural_forms("ar"))
    assert list(checks._placeholders(message, arabic, numbers)) == []


def test_a_translation_of_older_english_is_told(folder):
    assert "the English has changed" in faults(folder, AREA, "Un domaine a {lead}.", fuzzy=True)


def test_a_message_that_nothing_says_any_more_is_told(folder):
    faults(folder, AREA, "Un domaine a {lead}.")
    found = checks.faults(folder, {"reports": []})
    assert [fault.partition(": ")[2] for fault in found] == [
        "nothing says this any more (run: make messages): “One area has {lead}.”"
    ]


def test_a_missing_catalogue_is_told(folder):
    assert len(checks.faults(folder, {"reports": [AREA]})) == 1


def test_a_wrong_plural_rule_is_told(folder):
    faults(folder, AREA, "Un domaine a {lead}.")
    file = files.path(folder, "fr", "reports")
    file.write_text(file.read_text(encoding="utf-8").replace("(n > 1)", "(n != 1)"), encoding="utf-8")
    assert "Plural-Forms should be" in checks.faults(folder, {"reports": [AREA]})[0]
