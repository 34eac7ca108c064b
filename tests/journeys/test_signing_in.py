"""From a letter to a guarded account, in a real browser: an app's codes, a passkey, and pages that all can use."""

import re
import time

import pytest
from allauth.mfa.totp.internal import auth as totp
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.records.models import PersonalInvitation
from quicksilver.services import invitations
from quicksilver.services.invitation_checks import Draft

PASSWORD = "mercury rises no more"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PERIOD = 30  # an app shows another code after so long [s]


def invited(email="ada@example.org"):
    """The path that an invitation's link opens."""
    draft = Draft(email=email, role="secretariat")
    _, token = invitations.invite(actor=SECRETARIAT, draft=draft, now=ENTERED, tell=lambda *_: None)
    PersonalInvitation.objects.update(expires_at=ENTERED.replace(year=9999))
    return f"/en/invitation/{token}/"


@pytest.fixture
def here(site):
    """The site by a name: a browser gives no passkey to a number."""
    return site.replace("127.0.0.1", "localhost")


@pytest.fixture
def member(here, reader):
    """A reader who has accepted an invitation to the secretariat."""
    reader.goto(here + invited())
    reader.get_by_label("Your name").fill("Ada Ferrer")
    reader.get_by_label("A new password").fill(PASSWORD)
    reader.get_by_role("button", name="Accept").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Your account")
    return reader


def prove(member):
    """What guards an account asks for the password once more."""
    member.locator("input[type=password]").fill(PASSWORD)
    member.get_by_role("button", name="Confirm").click()


def sign_out(member, here):
    member.goto(f"{here}/en/me/")
    member.get_by_role("button", name="Sign out").click()
    expect(member.locator(".who a")).to_have_attribute("href", re.compile("/account/login/"))


def sign_in(member, here):
    member.goto(f"{here}/account/login/?lang=en&next=/en/me/")
    member.get_by_label("Email").fill("ada@example.org")
    member.locator("input[type=password]").fill(PASSWORD)
    member.get_by_role("button", name="Sign in", exact=True).click()


def code_of(secret):
    """The code an app shows now (RFC 6238); a code that is about to go is waited out."""
    if PERIOD - time.time() % PERIOD < 5:
        time.sleep(6)
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time() // PERIOD)))


def test_an_authenticator_app_guards_the_account(here, member):
    member.goto(f"{here}/account/2fa/totp/activate/")
    prove(member)
    secret = member.get_by_label("The secret, to be typed").input_value()
    expect(member.get_by_role("img", name="The secret as a picture")).to_be_visible()
    member.get_by_label("Authenticator code").fill(code_of(secret))
    member.get_by_role("button", name="Activate").click()
    codes = member.locator("#recovery_codes").input_value().split()
    assert len(codes) == 10
    sign_out(member, here)
    sign_in(member, here)
    expect(member.get_by_role("heading", level=1)).to_have_text("Two-Factor Authentication")
    member.get_by_label("Code").fill(codes[0])
    member.get_by_role("button", name="Sign In").click()
    expect(member.get_by_role("heading", name="Your sign-in asks for a second proof")).to_be_visible()


def test_a_passkey_opens_the_account_without_a_password(here, member):
    devices = member.context.new_cdp_session(member)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }})  # fmt: skip
    member.goto(f"{here}/account/2fa/webauthn/add/")
    prove(member)
    member.get_by_label("Passwordless").check()
    member.get_by_role("button", name="Add").click()
    member.wait_for_url(re.compile(r"recovery-codes|webauthn/$"))
    sign_out(member, here)
    member.goto(f"{here}/account/login/?lang=en&next=/en/me/")
    member.get_by_role("button", name="Sign in with a passkey").click()
    expect(member.get_by_role("heading", level=1)).to_have_text("Your account")


@pytest.mark.parametrize("code", ["en", "zh", "ar"])
def test_pages_of_people_are_accessible_and_fit_a_phone(here, member, code):
    found = {}
    for page in ("me/", "people/", "people/invite/", "people/contacts/", "people/contacts/new/", "people/attempts/"):
        found[page] = looked_at(member, f"{here}/{code}/{page}")
    for page in ("2fa/", "password/change/", "email/", "logout/"):
        found[page] = looked_at(member, f"{here}/account/{page}?lang={code}")
    sign_out(member, here)
    for page in ("login/", "password/reset/", "signup/"):
        found[page] = looked_at(member, f"{here}/account/{page}?lang={code}")
    assert {page: wrong for page, wrong in found.items() if wrong} == {}


def looked_at(member, address):
    """What is wrong with a page: rules of accessibility broken, and whether a phone would scroll sideways."""
    member.set_viewport_size({"width": 1280, "height": 900})
    member.goto(address)
    broken = [rule["id"] for rule in Axe().run(member, options=WCAG).response["violations"]]
    member.set_viewport_size({"width": 320, "height": 640})
    wide = member.evaluate("document.documentElement.scrollWidth > 320")
    return broken + (["wide"] if wide else [])


def test_signing_in_works_with_scripts_off(here, browser):
    page = browser.new_page(java_script_enabled=False)
    page.goto(here + invited())
    page.get_by_label("Your name").fill("Ada Ferrer")
    page.get_by_label("A new password").fill(PASSWORD)
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
    page.close()
