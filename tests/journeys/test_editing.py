"""A member of the secretariat corrects rows; pages and reports say so from then on; a deed is undone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from quicksilver.records.models import AreaObjective

PASSWORD = "mercury rises no more"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
NEW = "halving the mercury used by 2015"


@pytest.fixture
def member(site, reader, person):
    """A reader signed in as a member of the secretariat."""
    account = person("secretariat")
    account.set_password(PASSWORD)
    account.save()
    account.emailaddress_set.create(email=account.email, verified=True, primary=True)
    reader.goto(f"{site}/account/login/?lang=en&next=/en/areas/asgm/")
    reader.get_by_label("Email").fill(account.email)
    reader.locator("input[type=password]").fill(PASSWORD)
    reader.locator("main button[type=submit], main button.first").first.click()
    expect(reader.locator("nav.keep")).to_be_visible()
    return reader


def stated(reader, site, **dates):
    """The objective that the area's page states."""
    query = "&".join(f"{name}={day}" for name, day in dates.items())
    reader.goto(f"{site}/en/areas/asgm/?{query}")
    return reader.locator(".answer")


def test_objective_is_corrected_reported_and_restored(member, site):
    before = AreaObjective.objects.get(key="area-objective/asgm-2008").text.of("en").text
    member.locator("nav.keep summary").click()
    member.locator("nav.keep").get_by_role("link", name=before[:40]).click()
    member.get_by_role("link", name="Correct this row").click()
    member.get_by_label("English").first.fill(NEW)
    member.get_by_label("Why").fill("The plan of May says so")
    member.get_by_role("button", name="Correct", exact=True).click()
    expect(member.get_by_role("status")).to_contain_text("Corrected.")

    # The second clock: from today on the record says so; as known on the day before, it said what it said.
    expect(stated(member, site)).to_contain_text(NEW)
    expect(stated(member, site, known_at="2024-05-07")).to_contain_text(before)

    member.goto(f"{site}/en/record/area-objective/asgm-2008/history/")
    expect(member.locator("main")).to_contain_text("The plan of May says so")
    expect(member.locator("main")).to_contain_text("The secretariat")
    member.get_by_role("link", name="Undo this deed").first.click()
    member.get_by_label("Why").fill("Another area's plan")
    member.get_by_role("button", name="Undo", exact=True).click()
    expect(member.get_by_role("status")).to_contain_text("Undone: 1 row is as it was before.")
    expect(stated(member, site)).to_contain_text(before)


def test_report_says_from_then_on_what_was_corrected_and_before_what_was_known(member, site):
    member.goto(f"{site}/en/record/area-strategy/asgm-1-market/correct/")
    member.get_by_label("English").first.fill("paying fair prices for clean gold")
    member.get_by_label("Why").fill("Cited too narrowly")
    member.get_by_role("button", name="Correct", exact=True).click()
    expect(member.get_by_role("status")).to_contain_text("Corrected.")

    for known, says in (("", True), ("&known_at=2024-05-07", False)):
        member.goto(f"{site}/en/reports/status/?as_at=2007-08-30{known}")
        said = expect(member.locator("main"))
        (said.to_contain_text if says else said.not_to_contain_text)("paying fair prices for clean gold")


def test_form_works_by_its_fields_alone_in_three_scripts_and_on_a_phone(member, site):
    found = []
    for width, language in ((1280, "en"), (1280, "zh"), (1280, "ar"), (375, "en"), (375, "ar")):
        member.set_viewport_size({"width": width, "height": 900})
        for address in ("record/pledge/new/", "record/area/asgm/correct/", "record/area/asgm/history/"):
            member.goto(f"{site}/{language}/{address}")
            results = Axe().run(member, options=WCAG).response["violations"]
            found += [(language, address, fault["id"], fault["nodes"][0]["html"][:120]) for fault in results]
            wide = member.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            found += [(language, address, "wider than the window", wide)] if wide > 0 else []
    assert found == []


def test_row_is_found_by_a_word_while_it_is_written(member, site):
    member.goto(f"{site}/en/record/document-citation/new/")
    member.locator("input[name='row.cited']").press_sequentially("artisanal", delay=20)
    expect(member.locator("#row-cited-found option").first).to_be_attached()
