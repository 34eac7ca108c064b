"""A reader's way: from the programme at a glance to the row and the source under a figure."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

AS_AT = "as_at=2007-08-30"
LOOKED_AT = ("", "reports/status/", "figures/funding.pledged.usd/", "sources/seed/", "corrections/", "dates/",
             "record/pledge/usa-2007/")  # fmt: skip
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def test_from_the_glance_to_the_basis_of_a_figure_in_another_language(site, reader):
    reader.goto(f"{site}/en/?{AS_AT}")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Where do we stand?")
    reader.get_by_role("link", name="Status report").first.click()
    expect(reader.locator("#a8")).to_contain_text("$1,000,380")
    reader.get_by_role("link", name="中文").click()
    expect(reader.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(reader.locator("#a8")).to_contain_text("1,000,380美元")
    reader.locator("#a8 a.fig").first.click()
    expect(reader.locator("table")).to_contain_text("1,000,380美元")
    reader.locator("tbody th a").first.click()
    assert re.search(rf"/zh/funding/pledges/usa-2007/\?{AS_AT}$", reader.url)


def test_one_step_along_the_dates_changes_the_date_and_keeps_the_page(site, reader):
    reader.goto(f"{site}/en/reports/status/?{AS_AT}")
    reader.locator(".steps a[rel=next]").click()
    expect(reader.locator(".dateline summary b").first).to_have_text("22 October 2007")
    assert reader.url == f"{site}/en/reports/status/?as_at=2007-10-22"


def test_another_date_is_chosen_in_the_date_line(site, reader):
    reader.goto(f"{site}/en/")
    reader.locator(".dateline summary").click()
    reader.get_by_label("As at", exact=True).fill("2007-02-01")
    reader.get_by_role("button", name="Show").click()
    expect(reader.locator(".answer")).to_contain_text("No pledge and no receipt is on record.")


def test_everything_works_with_scripts_off(site, browser):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site}/en/?{AS_AT}")
    page.locator(".steps a[rel=prev]").click()
    expect(page.locator(".dateline summary b").first).to_have_text("17 July 2007")
    page.close()


@pytest.mark.parametrize("code", ["en", "zh", "ar"])
def test_pages_are_accessible(site, reader, code):
    found = {}
    for address in LOOKED_AT:
        reader.goto(f"{site}/{code}/{address}?{AS_AT}")
        violations = Axe().run(reader, options=WCAG).response["violations"]
        found[address] = [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in violations]
    assert {address: rules for address, rules in found.items() if rules} == {}


@pytest.mark.parametrize("code", ["en", "ru", "ar"])
def test_no_width_scrolls_sideways(site, reader, code):
    wide = {}
    for address in LOOKED_AT:
        reader.goto(f"{site}/{code}/{address}?{AS_AT}")
        for width in (320, 820, 1280):
            reader.set_viewport_size({"width": width, "height": 640})
            wide[address, width] = reader.evaluate("document.documentElement.scrollWidth")
    assert {place: found for place, found in wide.items() if found > place[1]} == {}


def test_the_menu_of_a_phone_opens_without_a_script(site, browser):
    page = browser.new_page(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page.goto(f"{site}/en/")
    expect(page.get_by_role("link", name="Español")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Español")).to_be_visible()
    page.close()


def test_the_first_key_leads_past_the_masthead(site, reader):
    reader.goto(f"{site}/en/")
    reader.keyboard.press("Tab")
    expect(reader.locator(":focus")).to_have_text("Skip to the content")
    reader.keyboard.press("Enter")
    expect(reader.locator("main")).to_be_focused()
