"""Pages about people, as the secretariat, a focal point and an invited person use them."""

import re

import pytest
from django.core import mail
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core import languages
from quicksilver.records.models import Account, Attempt, Contact, PersonalInvitation
from quicksilver.services import invitations
from quicksilver.services.invitation_checks import Draft

USA = "stakeholder/usa"
PASSWORD = "mercury rises no more"


@pytest.fixture
def secretariat(small, person, client_of):
    return client_of(person("secretariat"))


@pytest.fixture
def focal_point(small, person, client_of):
    return client_of(person("focal_point", organisation=USA))


def words(response):
    assert response.status_code == 200, response.headers.get("Location")
    return re.sub(r"<[^>]+>", "", response.content.decode())


def invite(client, **typed):
    return client.post("/en/people/invite/", {"email": "bo@example.org", "role": "reviewer", "language": "fr", **typed})


def token(draft=None):
    draft = draft or Draft(email="bo@example.org", role="reviewer", name="Bo")
    _, token = invitations.invite(actor=SECRETARIAT, draft=draft, now=ENTERED, tell=lambda *_: None)
    PersonalInvitation.objects.update(expires_at=ENTERED.replace(year=9999))
    return token


def test_from_the_letter_to_the_account(secretariat, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert invite(secretariat).status_code == 302
    letter = mail.outbox[0]
    link = re.search(r"http://testserver(/fr/invitation/\S+)", letter.body)[1]

    assert letter.to == ["bo@example.org"]
    assert "reviewer" not in letter.body  # it is in French, as was asked for
    response = client.post(link, {"name": "Bo", "password": PASSWORD}, follow=True)
    assert (response.redirect_chain, response.wsgi_request.user.email) == ([("/fr/me/", 302)], "bo@example.org")


def test_the_letter_is_a_letter_in_each_language(secretariat, django_capture_on_commit_callbacks):
    for code in languages.CODES:
        with django_capture_on_commit_callbacks(execute=True):
            invite(secretariat, email=f"{code}@example.org", language=code)

    assert [re.search(r"testserver/(..)/invitation/", letter.body)[1] for letter in mail.outbox] == list(
        languages.CODES
    )
    assert [letter.subject for letter in mail.outbox if "\n" in letter.subject or not letter.subject] == []


def test_what_is_wrong_stands_at_its_field_and_at_the_top(secretariat):
    page = invite(secretariat, email="nobody", role="focal_point").content.decode()

    assert 'href="#id_email"' in page
    assert 'href="#id_organisation"' in page
    assert re.search(r'id="id_email_error"><span>“nobody” is not an e-mail address', page)
    assert re.search(r'<input[^>]*name="email"[^>]*aria-invalid="true"', page)


def test_an_invitation_shows_its_link_until_it_is_withdrawn(secretariat):
    at = invite(secretariat)["Location"]
    assert "/fr/invitation/" in secretariat.get(at).content.decode()
    secretariat.post(at)

    assert "/fr/invitation/" not in secretariat.get(at).content.decode()
    assert secretariat.post(at).status_code == 400  # once is enough


def test_a_withdrawn_invitation_is_gone_and_one_not_made_here_is_not_found(secretariat, client):
    link = f"/en/invitation/{token()}/"
    assert client.get(link).status_code == 200
    PersonalInvitation.objects.update(withdrawn_at=ENTERED)

    assert [client.get(address).status_code for address in (link, "/en/invitation/x/")] == [410, 404]


def test_a_weak_password_is_refused_on_the_page(small, client):
    response = client.post(f"/en/invitation/{token()}/", {"name": "Bo", "password": "12345"})

    assert "too short" in words(response)
    assert Account.objects.count() == 0


def test_whoever_has_an_account_is_asked_to_sign_in_and_then_accepts(small, person, client, client_of):
    account = person("adviser", email="bo@example.org")
    link = f"/en/invitation/{token()}/"
    assert "has an account already" in words(client.get(link))
    assert client_of(account).post(link).status_code == 302

    assert sorted(account.roles.values_list("role", flat=True)) == ["adviser", "reviewer"]


def test_a_focal_point_is_offered_delegates_of_its_organisation_alone(focal_point):
    page = focal_point.get("/en/people/invite/").content.decode()
    offered = re.findall(r'<option value="([^"]*)"', page)

    assert [code for code in offered if code not in languages.CODES] == ["delegate", USA, ""]
    assert focal_point.post("/en/people/invite/", {"email": "x@example.org", "role": "secretariat"}).status_code == 200
    assert PersonalInvitation.objects.count() == 0


def test_a_focal_point_sees_its_organisations_people_alone(focal_point, person):
    person("delegate", organisation=USA)
    person("government_focal_point", organisation="stakeholder/unep")
    said = words(focal_point.get("/en/people/"))

    assert ("2 people hold a role" in said, "The delegate" in said, "The government" in said) == (True, True, False)


def test_a_role_is_ended_with_its_reason(secretariat, person):
    account = person("reviewer")
    at = f"/en/people/{account.id}/"
    response = secretariat.post(at, {"role": account.roles.get().pk, "reason": "a new post"}, follow=True)

    assert "ended" in words(response)
    assert account.roles.get().held_until is not None


def test_the_last_of_the_secretariat_is_told_why_it_stays(secretariat):
    account = Account.objects.get()
    at = f"/en/people/{account.id}/"

    assert "Nobody else is of the secretariat" in words(
        secretariat.post(at, {"role": account.roles.get().pk, "reason": "x"})
    )


def test_a_focal_point_cannot_end_what_it_does_not_see(focal_point, person):
    other = person("reviewer")
    me = Account.objects.get(email="focal_point@example.org")

    assert focal_point.post(f"/en/people/{me.id}/", {"role": other.roles.get().pk, "reason": "x"}).status_code == 404
    assert focal_point.post(f"/en/people/{me.id}/", {"role": me.roles.get().pk, "reason": "x"}).status_code == 403
    assert Attempt.objects.get().action == "people.invite"


def test_ones_own_data_come_as_a_file_and_nobody_elses(focal_point, person):
    me, other = Account.objects.get(), person("reviewer")
    response = focal_point.post(f"/en/people/{me.id}/export/")

    assert response.json()["account"]["email"] == "focal_point@example.org"
    assert (response["Content-Disposition"][:10], response["Cache-Control"]) == ("attachment", "no-store")
    assert focal_point.post(f"/en/people/{other.id}/export/").status_code == 403


def test_erasing_must_be_meant(secretariat, person):
    account = person("reviewer")
    at = f"/en/people/{account.id}/erase/"
    assert secretariat.post(at, {"reason": "asked for"}).status_code == 200
    assert Account.objects.filter(erased_at=None).count() == 2
    assert secretariat.post(at, {"reason": "asked for", "sure": "on"}).status_code == 302

    assert "Erased on" in words(secretariat.get(f"/en/people/{account.id}/"))


def test_a_contact_is_entered_corrected_and_seen(secretariat, focal_point):
    typed = {"organisation": USA, "name": "Ada", "language": "en", "told_by": "letter"}
    assert secretariat.post("/en/people/contacts/new/", typed).status_code == 302
    contact = Contact.objects.get()
    at = f"/en/people/contacts/{contact.id}/"

    assert "Ada" in words(focal_point.get("/en/people/contacts/"))
    assert focal_point.post(at, {**typed, "name": "Ada Ferrer"}).status_code == 302
    assert "Ada Ferrer" in words(secretariat.get("/en/people/contacts/"))
    assert "Say where this is known from" in words(
        secretariat.post("/en/people/contacts/new/", {**typed, "told_by": ""})
    )


def test_people_say_how_they_are_called(focal_point):
    focal_point.post("/en/me/", {"name": "Ada Ferrer", "language": "zh"})

    assert Account.objects.values_list("name", "language").get() == ("Ada Ferrer", "zh")
    assert "Ada Ferrer" in words(focal_point.get("/en/"))


def test_what_was_refused_is_listed_by_name(secretariat, focal_point):
    focal_point.get("/en/people/attempts/")
    said = words(secretariat.get("/en/people/attempts/"))

    assert ("1 attempt is on record" in said, "The focal_point" in said, "attempt.read" in said) == (True, True, True)


@pytest.mark.parametrize("code", languages.CODES)
@pytest.mark.parametrize("page", ["me/", "people/", "people/invite/", "people/contacts/", "people/contacts/new/"])
def test_pages_are_there_in_each_language_and_nothing_is_inline(secretariat, code, page):
    text = secretariat.get(f"/{code}/{page}").content.decode()

    assert f'<html lang="{languages.of(code).tag}"' in text
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\bsrc=)", text) == []


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(secretariat, person, django_assert_max_num_queries, number):
    for each in range(number):
        person("reviewer", email=f"{each}@example.org")
    secretariat.get("/en/people/")
    with django_assert_max_num_queries(12):
        secretariat.get("/en/people/")
