"""Role × address: every address of the site, asked for by nobody, by the secretariat and by a focal point.

An address that is new to the site fails here until its line is written.
"""

import uuid

import pytest
from django.urls import URLPattern, get_resolver, reverse
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.records.models import Contact
from quicksilver.services import invitations
from quicksilver.services.invitation_checks import Draft

USA = "stakeholder/usa"
SIGN_IN = 302  # to the page for signing in, and back
SEEN, KEPT_BACK, ABSENT = 200, 403, 404

# What each kind of reader gets: nobody, secretariat, focal point of the United States.
PUBLIC = (SEEN, SEEN, SEEN)
SIGNED_IN = (SIGN_IN, SEEN, SEEN)
SECRETARIAT_ONLY = (SIGN_IN, SEEN, KEPT_BACK)
# Addresses of rows, with a row of the real record.
ROWS = {
    "area": {"name": "asgm"}, "decision": {"name": "24-3"}, "provision": {"name": "24-3-iv-27"},
    "document": {"name": "oewg-1-inf-8"}, "meeting": {"name": "oewg-1"}, "partner": {"name": "usa"},
    "grant-call": {"name": "small-grants"},
    "appeal": {"name": "executive-director-2007"}, "pledge": {"name": "usa-2007"},
    "figure": {"id": "funding.pledged.usd"}, "source": {"name": "seed"}, "record": {"kind": "area", "name": "asgm"},
}  # fmt: skip
PAGES = (
    "home", "dates", "search", "areas", "decisions", "documents", "meetings", "partners", "funding", "grants",
    "reports", "status-report", "figures", "sources", "errata",
)  # fmt: skip
# Where the answer is not the plain page.
OTHERS = {
    "entrance": ({}, (302, 302, 302)),  # to the home page in the reader's language
    "erratum": ({"name": "none"}, (ABSENT,) * 3),
    "report-changes": ({}, (ABSENT,) * 3),  # no report was issued
    "issued-report": ({"key": "none"}, (ABSENT,) * 3),
    "issued-file": ({"key": "none", "spoken": "en", "format": "pdf"}, (ABSENT,) * 3),
    "report-download": ({"format": "json"}, PUBLIC),
    "me": ({}, SIGNED_IN),
    "people": ({}, SIGNED_IN),
    "invite-person": ({}, SIGNED_IN),
    "invitation-sent": ({"id": "invitation"}, (SIGN_IN, SEEN, ABSENT)),
    "attempts": ({}, SECRETARIAT_ONLY),
    "contacts": ({}, SIGNED_IN),
    "new-contact": ({}, SIGNED_IN),
    "contact": ({"id": "contact"}, (SIGN_IN, SEEN, ABSENT)),
    "person": ({"id": "somebody"}, (SIGN_IN, SEEN, ABSENT)),
    "export-person": ({"id": "somebody"}, (302, 302, 302)),  # a file is asked for by a form
    "erase-person": ({"id": "somebody"}, SECRETARIAT_ONLY),
    "accept-invitation": ({"token": "token"}, PUBLIC),
    "new-row": ({"kind": "area"}, SECRETARIAT_ONLY),
    "find-rows": ({"kind": "area"}, SECRETARIAT_ONLY),
    "correct-row": ({"kind": "area", "name": "asgm"}, SECRETARIAT_ONLY),
    "supersede-row": ({"kind": "area-objective", "name": "asgm-2008"}, SECRETARIAT_ONLY),
    "row-history": ({"kind": "area", "name": "asgm"}, PUBLIC),
    "undo-revision": ({"revision": 1}, SECRETARIAT_ONLY),
    # Signing in, by allauth. 302 leads to signing in, to a proof that it is still oneself, or on.
    "account_login": ({}, (SEEN, 302, 302)),
    "account_logout": ({}, (302, SEEN, SEEN)),
    "account_inactive": ({}, PUBLIC),
    "account_signup": ({}, (SEEN, 302, 302)),  # says that accounts are made by invitation
    "account_reauthenticate": ({}, SIGNED_IN),
    "account_email": ({}, SIGNED_IN),
    "account_email_verification_sent": ({}, PUBLIC),
    "account_change_password": ({}, SIGNED_IN),
    "account_set_password": ({}, (302, 302, 302)),
    "account_reset_password": ({}, PUBLIC),
    "account_reset_password_done": ({}, PUBLIC),
    "account_reset_password_from_key": ({"uidb36": "1", "key": "2"}, PUBLIC),  # says that the link is not good
    "account_reset_password_from_key_done": ({}, PUBLIC),
    "account_confirm_login_code": ({}, (302, 302, 302)),
    "account_confirm_email": ({"key": "none"}, PUBLIC),  # says that the link is not good
    "mfa_index": ({}, SIGNED_IN),
    "mfa_authenticate": ({}, (302, 302, 302)),
    "mfa_reauthenticate": ({}, (302, 302, 302)),
    "mfa_activate_totp": ({}, (302, 302, 302)),
    "mfa_deactivate_totp": ({}, (302, ABSENT, ABSENT)),
    "mfa_view_recovery_codes": ({}, (302, ABSENT, ABSENT)),
    "mfa_generate_recovery_codes": ({}, (302, 302, 302)),
    "mfa_download_recovery_codes": ({}, (302, ABSENT, ABSENT)),
    "mfa_list_webauthn": ({}, SIGNED_IN),
    "mfa_add_webauthn": ({}, (302, 302, 302)),
    "mfa_reauthenticate_webauthn": ({}, (302, 302, 302)),
    "mfa_remove_webauthn": ({"pk": 1}, (302, 302, 302)),
    "mfa_edit_webauthn": ({"pk": 1}, (302, 302, 302)),
    "mfa_login_webauthn": ({}, (302, 302, 302)),
}
EXPECTED = {
    **{name: ({}, PUBLIC) for name in PAGES},
    **{name: (place, PUBLIC) for name, place in ROWS.items()},
    **OTHERS,
}


def named(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern.name
        else:
            yield from named(pattern.url_patterns)


@pytest.fixture
def readers(record, client_of, person, settings):
    """Nobody, the secretariat, and the focal point of the United States."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # in no time
    accounts = (None, person("secretariat"), person("focal_point", organisation=USA))
    for account in accounts[1:]:
        account.set_password("mercury rises no more")
        account.save()
    return [client_of(account) for account in accounts]


@pytest.fixture
def rows(record, person):
    """A person, a contact and an invitation of another organisation."""
    draft = Draft(email="x@example.org", role="reviewer")
    invitation, token = invitations.invite(actor=SECRETARIAT, draft=draft, now=ENTERED, tell=lambda *_: None)
    invitation.expires_at = ENTERED.replace(year=9999)
    invitation.save()
    contact = Contact.objects.create(organisation_id="stakeholder/unep", name="Bo", told_by="card")
    return {
        "somebody": person("reviewer").id, "contact": contact.id, "invitation": invitation.id, "token": token,
    }  # fmt: skip


def test_every_address_has_its_line():
    assert sorted(set(named(get_resolver().url_patterns)) ^ set(EXPECTED)) == []


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_each_reader_gets_what_the_line_says(readers, rows, name):
    place, expected = EXPECTED[name]
    place = {part: rows.get(value, value) for part, value in place.items()}
    spoken = {} if name == "entrance" or name.startswith(("account_", "mfa_")) else {"language": "en"}
    address = reverse(name, kwargs={**spoken, **place})

    assert tuple(reader.get(address).status_code for reader in readers) == expected


@pytest.mark.parametrize(
    "name", sorted({"me", "people", "contacts", "attempts", "invite-person", "person", "erase-person"})
)
def test_whoever_is_not_signed_in_is_asked_to_and_comes_back(get, rows, name):
    place = {"id": rows["somebody"]} if "person" in name and name != "invite-person" else {}
    address = reverse(name, kwargs={"language": "ru", **place})
    response = get(address)

    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/account/login/")
    assert f"lang=ru&next={address.replace('/', '%2F')}" in response["Location"]


def test_what_is_nobodys_to_see_is_not_there_even_for_the_secretariat(readers):
    address = reverse("person", kwargs={"language": "en", "id": uuid.UUID(int=9)})

    assert [reader.get(address).status_code for reader in readers] == [302, 404, 404]
