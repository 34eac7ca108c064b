"""Keeping the record in the browser: forms of every kind, errors at their fields, conflicts, history, undoing."""

import re

import pytest
from django.urls import reverse
from django.utils.html import escape
from tests.conftest import ENTERED, SECRETARIAT
from tests.services.rows import ORDER, minimal

from quicksilver.records.models import Area, AreaObjective, Revision, Source, Stakeholder
from quicksilver.services import editing
from quicksilver.services import record as reading
from quicksilver.web.pages.editing import SUPERSEDE

SOURCED = {"row.source": "source/seed", "deed.reason": "Told by letter"}


@pytest.fixture
def member(record, person, client_of):
    """A signed-in member of the secretariat, before the real record."""
    return client_of(person("secretariat"))


@pytest.fixture
def lead(record, person, client_of):
    return client_of(person("area_lead", area="area/asgm"))


def seen(page):
    return re.search(r'name="seen" value="(\d+)"', page.content.decode())[1]


def sent(page):
    """What a browser would send of a form as it stands: every field with its value."""
    from lxml import html

    (form,) = html.fromstring(page.content.decode()).xpath("//main//form")
    return {name: form.fields[name] for name in form.fields if form.fields[name] is not None} | {
        box.name: [other.get("value") for other in form.xpath(f".//input[@name='{box.name}']") if other.checked]
        for box in form.xpath(".//input[@type='checkbox']")
    }


# -- who may ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["correct", "supersede"])
def test_forms_are_for_whoever_may(get, lead, name):
    address = f"/en/record/area-objective/coal-2005/{name}/"
    assert get(address).status_code == 302
    assert lead.get(address).status_code == 403
    assert lead.post(address, {}).status_code == 403


def test_links_are_shown_to_whoever_may(text, lead, member):
    assert "Correct this row" not in text("/en/areas/asgm/")
    assert "Correct this row" in lead.get("/en/areas/asgm/").content.decode()
    assert "Correct this row" not in lead.get("/en/areas/coal/").content.decode()
    page = member.get("/en/meetings/oewg-1/").content.decode()
    assert "/en/record/meeting-schedule/new/?parent=meeting/oewg-1" in page
    assert "Add: Partnership area" in member.get("/en/areas/").content.decode()


def test_row_already_replaced_offers_no_second_replacing(member):
    page = member.get("/en/record/area-objective/asgm-2005/").content.decode()
    assert ("Replace it by a later row" in page, "Correct this row" in page) == (False, True)


# -- forms of every kind ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ORDER)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_form_for_a_new_row_of_every_kind_can_be_read(member, kind, language):
    page = member.get(f"/{language}/record/{kind}/new/")
    assert page.status_code == 200
    assert "row.key" in page.content.decode()


def test_forms_filled_with_real_rows_send_back_what_they_were_given(member):
    record = reading.snapshot()
    for kind in [kind for kind in ORDER if record.of(kind)]:
        key = record.of(kind)[0].key
        page = member.get(f"/en/record/{key}/correct/")
        again = member.post(f"/en/record/{key}/correct/", {**sent(page), "deed.reason": "No difference"})
        assert (again.status_code, "Nothing differs" in again.content.decode()) == (422, True), key


def test_row_is_entered_and_shown_with_a_word_that_it_is(member):
    values = {
        "row.names.en": "Norway", "row.names.fr": "Norvège", "row.names.fr.status": "official",
        "row.kind": "government", "row.country": "NOR", **SOURCED,
    }  # fmt: skip
    page = member.post("/en/record/stakeholder/new/", values, follow=True)

    assert page.redirect_chain == [("/en/partners/norway/", 302)]
    assert "Entered. It is part of the record from now on." in page.content.decode()
    assert Stakeholder.objects.get(key="stakeholder/norway").names.of("fr").status == "official"


def test_new_row_begins_under_its_parent(member):
    page = sent(member.get("/en/record/area-stage/new/?parent=area/asgm"))
    assert page["row.area"] == "area/asgm"


def test_key_is_proposed_and_nothing_written(member):
    page = member.post("/en/record/stakeholder/new/", {"row.names.en": "Norway", "propose": "1"})
    assert sent(page)["row.key"] == "stakeholder/norway"
    assert not Stakeholder.objects.filter(key="stakeholder/norway").exists()


def test_source_is_described_in_the_same_form(member):
    values = {
        "row.names.en": "Norway", "row.kind": "government", "deed.reason": "Told by letter",
        "source.kind": "letter", "source.standing": "official", "source.title.en": "Letter of Norway",
    }  # fmt: skip
    member.post("/en/record/stakeholder/new/", values)
    assert Stakeholder.objects.get(key="stakeholder/norway").source_id == "source/letter-of-norway"


def test_two_sources_at_once_are_refused_and_both_stay_in_the_form(member):
    values = {**SOURCED, "row.names.en": "Norway", "row.kind": "government", "source.title.en": "Letter of Norway"}
    page = member.post("/en/record/stakeholder/new/", values)
    assert page.status_code == 422
    assert (sent(page)["row.source"], sent(page)["source.title.en"]) == ("source/seed", "Letter of Norway")
    assert not Source.objects.filter(key="source/letter-of-norway").exists()


def test_errors_stand_at_their_fields_and_at_the_top_and_input_is_kept(member):
    values = {
        "row.effective": "26 March 2007", "row.amount": "much", "row.currency": "USD", "row.donor": "stakeholder/xyz",
        "row.purpose.zh": "小额赠款",
    }  # fmt: skip
    page = member.post("/en/record/pledge/new/", values)
    words = page.content.decode()

    assert page.status_code == 422
    for place in ("row-effective", "row-amount", "row-donor", "row-source", "deed-reason"):
        assert f'<a href="#{place}">' in words
        assert f'id="{place}-error"' in words
    assert "Nothing was written: 5 things have to change" in words
    assert {name: sent(page)[name] for name in ("row.effective", "row.amount", "row.purpose.zh")} == {
        "row.effective": "26 March 2007", "row.amount": "much", "row.purpose.zh": "小额赠款",
    }  # fmt: skip


def test_problems_are_told_in_words_and_not_in_names_of_columns(member):
    words = member.post("/en/record/pledge/new/", {"row.donor": ""}).content.decode()
    assert '<a href="#row-donor">Given by</a>: This is missing.' in words
    assert "Every row of the kind" not in words


@pytest.mark.parametrize(
    "address",
    [
        "unicorn/new", "unicorn/find", "area/atlantis/correct", "unicorn/one/correct", "area/asgm/supersede",
        "area/atlantis/history", "revisions/999999/undo",
    ],
)  # fmt: skip
def test_what_is_not_there_cannot_be_kept(member, address):
    assert member.get(f"/en/record/{address}/").status_code == 404


# -- correcting, replacing --------------------------------------------------------------------------------


def test_area_lead_corrects_the_objective_of_the_own_area(lead):
    address = "/en/record/area-objective/asgm-2008/correct/"
    values = {**sent(lead.get(address)), "row.text.en": "halve the mercury used", "deed.reason": "Plan of May"}
    assert lead.post(address, values).status_code == 302
    assert AreaObjective.objects.get(key="area-objective/asgm-2008").text.of("en").text == "halve the mercury used"
    assert Revision.objects.latest("number").actor.startswith("person/")


def test_row_is_replaced_by_a_later_one(member):
    address = "/en/record/area-objective/asgm-2008/supersede/"
    begun = sent(member.get(address))
    values = {**begun, **SOURCED, "row.effective": "2010", "row.text.en": "end the use of mercury"}
    page = member.post(address, values, follow=True)

    assert begun["row.effective"] == ""
    assert str(SUPERSEDE.done) in page.content.decode()
    assert AreaObjective.objects.get(key="area-objective/asgm-2010").supersedes_id == "area-objective/asgm-2008"


# -- two at once ------------------------------------------------------------------------------------------


@pytest.fixture
def conflict(member):
    """Two forms on one area were open; the second is sent after the first was written."""
    address = "/en/record/area/asgm/correct/"
    mine = {**sent(member.get(address)), "row.order": "31", "row.names.en": "Gold mining", "deed.reason": "Mine"}
    editing.correct(
        actor=SECRETARIAT, key="area/asgm", values={"order": "30", "priority_period": "2005"}, reason="Theirs",
        seen=editing.opened("area/asgm"), now=ENTERED.replace(year=2025),
    )  # fmt: skip
    return member, address, member.post(address, mine)


def test_second_form_is_shown_both_wordings_and_nothing_is_written(conflict):
    _member, _address, page = conflict
    words = page.content.decode()
    assert page.status_code == 409
    assert "Test secretariat changed it on 1 September 2025: Theirs" in words
    assert all(f'name="choose.{name}"' in words for name in ("order", "priority_period", "names"))
    assert Area.objects.get(key="area/asgm").order == 30


def test_fields_are_chosen_one_by_one_and_both_hands_are_kept(conflict):
    member, address, page = conflict
    ready = sent(page)
    assert (ready["choose.priority_period"], ready["choose.names"], ready.get("choose.order")) == (
        "theirs", "yours", None,
    )  # fmt: skip
    assert member.post(address, {**ready, "choose.order": "yours"}).status_code == 302

    area = Area.objects.get(key="area/asgm")
    assert (area.order, area.priority_period.edtf, area.names.of("en").text) == (31, "2005", "Gold mining")


def test_form_without_its_revision_cannot_overwrite(member):
    address = "/en/record/area/asgm/correct/"
    values = {**sent(member.get(address)), "row.order": "31", "seen": "x", "deed.reason": "Forged"}
    assert member.post(address, values).status_code == 409


# -- history and undoing ----------------------------------------------------------------------------------


def test_history_says_who_when_why_and_both_wordings(conflict, get):
    words = get("/en/record/area/asgm/history/").content.decode()
    assert all(said in words for said in ("Theirs", "1 September 2025", "Place in lists", "2005", "Before", "After"))
    assert "Undo this deed" not in words


def test_deed_is_undone_by_the_secretariat_with_a_reason(conflict, lead):
    member, _address, _page = conflict
    number = editing.opened("area/asgm")
    address = reverse("undo-revision", kwargs={"language": "en", "revision": number})

    assert address in member.get("/en/record/area/asgm/history/").content.decode()
    assert lead.get(address).status_code == 403
    assert "was changed, and is again as before" in member.get(address).content.decode()
    assert member.post(address, {"deed.reason": ""}).status_code == 422
    page = member.post(address, {"deed.reason": "Wrong area"}, follow=True)
    assert "Undone: 1 row is as it was before." in page.content.decode()
    assert Area.objects.get(key="area/asgm").order != 30


def test_undoing_the_load_that_later_deeds_build_on_is_refused_and_says_which(conflict):
    member, _address, _page = conflict
    page = member.post("/en/record/revisions/1/undo/", {"deed.reason": "All of it"})
    assert page.status_code == 422
    assert "area/asgm" in page.content.decode()


def test_history_of_a_row_that_was_undone_is_still_there(member):
    member.post("/en/record/stakeholder/new/", {**SOURCED, "row.names.en": "Norway", "row.kind": "government"})
    number = editing.opened("stakeholder/norway")
    page = member.post(f"/en/record/revisions/{number}/undo/", {"deed.reason": "Twice"}, follow=True)
    assert "It is no longer on record." in page.content.decode()
    assert "It was taken off the record" in page.content.decode()


# -- finding rows -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "words"), [("area", "手工 金"), ("any", "artisanal gold"), ("area", "area/asgm")])
def test_rows_are_found_by_words_of_any_language(member, kind, words):
    page = member.get(f"/en/record/{kind}/find/", {"row.area": words}).content.decode()
    assert '<option value="area/asgm">' in page


def test_nothing_is_found_for_no_words(member):
    assert "<option" not in member.get("/en/record/any/find/").content.decode()


def test_many_rows_are_searched_and_not_listed(member):
    page = member.get("/en/record/document-citation/new/").content.decode()
    assert 'hx-get="/en/record/any/find/"' in page
    assert escape("Write some of its name to find it, or its key.") in page


def test_minimal_values_are_enough_in_a_form_too(member):
    values = {f"row.{name}": value for name, value in minimal("body").items() if isinstance(value, str)}
    page = member.post("/en/record/body/new/", {**values, **SOURCED, "row.names.en": "Bureau"})
    assert page.status_code == 302
