import gettext

import pytest

from catalogues import files
from catalogues.message import Message

AREA = Message("One area has {lead}.", file="core/areas.py", line=7)
COUNTED = Message("{n} area", "{n} areas", file="core/areas.py", line=9)


def update(folder, *messages):
    files.update(folder, {"reports": list(messages)})
    return files.path(folder, "ru", "reports")


def translate(file, english, *given):
    catalogue = files.read(file)
    row = catalogue.get(english)
    row.string = given[0] if isinstance(row.id, str) else given
    words = files.renewed(catalogue, [AREA, COUNTED], locale="ru", domain="reports", status="unreviewed")
    files.write(words, file)


def test_a_second_update_changes_nothing(tmp_path):
    file = update(tmp_path, AREA, COUNTED)
    before = file.read_bytes()
    update(tmp_path, AREA, COUNTED)
    assert file.read_bytes() == before


def test_a_moved_line_changes_nothing(tmp_path):
    before = update(tmp_path, AREA).read_bytes()
    moved = Message(AREA.singular, file=AREA.file, line=70)
    assert update(tmp_path, moved).read_bytes() == before


def test_a_translation_outlives_an_update(tmp_path):
    file = update(tmp_path, AREA, COUNTED)
    translate(file, AREA.singular, "В одной области есть {lead}.")
    assert files.read(update(tmp_path, AREA, COUNTED)).get(AREA.singular).string == "В одной области есть {lead}."


def test_a_changed_sentence_keeps_its_translation_but_marked(tmp_path):
    file = update(tmp_path, AREA, COUNTED)
    translate(file, AREA.singular, "В одной области есть {lead}.")
    changed = files.read(update(tmp_path, Message("One area now has {lead}."))).get("One area now has {lead}.")
    assert (changed.string, changed.fuzzy) == ("В одной области есть {lead}.", True)


def test_the_status_of_the_wording_outlives_an_update(tmp_path):
    file = update(tmp_path, AREA)
    assert files.status_of(file) == "unreviewed"
    file.write_text(file.read_text(encoding="utf-8").replace("unreviewed", "reviewed"), encoding="utf-8")
    assert files.status_of(update(tmp_path, AREA, COUNTED)) == "reviewed"


def test_a_compiled_catalogue_chooses_the_form_by_number(tmp_path):
    file = update(tmp_path, AREA, COUNTED)
    translate(file, COUNTED.singular, "{n} область", "{n} области", "{n} областей")
    files.compile_all(tmp_path)
    catalogue = gettext.translation("reports", tmp_path, languages=["ru"])
    assert [catalogue.ngettext("{n} area", "{n} areas", n)[4:] for n in (1, 3, 11, 21)] == [
        "область", "области", "областей", "область",
    ]  # fmt: skip


def test_a_half_translated_message_stays_english(tmp_path):
    file = update(tmp_path, AREA, COUNTED)
    translate(file, COUNTED.singular, "{n} область", "", "")
    files.compile_all(tmp_path)
    catalogue = gettext.translation("reports", tmp_path, languages=["ru"])
    assert catalogue.ngettext("{n} area", "{n} areas", 3) == "{n} areas"


@pytest.mark.parametrize(
    ("number", "form"), [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5), (103, 3)]
)
def test_arabic_forms_stand_in_the_order_of_cldr(number, form):
    """Zero, one, two, few (3–10), many (11–99), other: CLDR, plural rules of ar."""
    rule = files.plural_forms("ar").split("plural=")[1].rstrip(";")
    assert gettext.c2py(rule)(number) == form
