"""Signing in: by invitation only, in six languages, locked after five wrong passwords, with sealed secrets."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import RequestFactory

from quicksilver.core import languages
from quicksilver.records.models import Account, Attempt
from quicksilver.web import signing_in

PASSWORD = "mercury rises no more"
LOGIN = "/account/login/"


@pytest.fixture
def account(person, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # in no time
    account = person("reviewer", email="ada@example.org")
    account.language = "fr"
    account.set_password(PASSWORD)
    account.save()
    account.emailaddress_set.create(email=account.email, verified=True, primary=True)
    return account


def sign_in(client, password=PASSWORD, email="ada@example.org", **where):
    return client.post(LOGIN, {"login": email, "password": password, **where})


def test_whoever_signs_in_goes_on_to_where_they_came_from(account, client):
    response = sign_in(client, next="/ru/people/")

    assert (response.status_code, response["Location"]) == (302, "/ru/people/")
    assert client.session["_auth_user_id"] == str(account.id)


def test_nobody_is_led_to_another_site(account, client):
    assert sign_in(client, next="https://elsewhere.example/")["Location"] == "/en/"


def test_pages_for_signing_in_speak_the_language_asked_for_and_keep_to_it(db, client):
    for code in languages.CODES:
        assert f'<html lang="{languages.of(code).tag}"' in client.get(f"{LOGIN}?lang={code}").content.decode()
        assert f'<html lang="{languages.of(code).tag}"' in client.get("/account/password/reset/").content.decode()


def test_pages_without_a_language_speak_the_accounts_once_signed_in(account, client):
    sign_in(client)

    assert '<html lang="fr"' in client.get("/account/2fa/").content.decode()


def test_a_language_that_is_none_is_not_kept(db, client):
    response = client.get(f"{LOGIN}?lang=xx", headers={"accept-language": "es"})

    assert ("language" in response.cookies, '<html lang="es"' in response.content.decode()) == (False, True)


def test_six_languages_lead_to_the_same_page(db, client):
    page = client.get(f"{LOGIN}?lang=en&next=/en/me/").content.decode()

    assert [f'href="?lang={code}&amp;next=%2Fen%2Fme%2F"' in page for code in languages.CODES] == [True] * 6


def test_nobody_signs_up(db, client):
    typed = {"email": "x@example.org", "password1": PASSWORD}
    response = client.post("/account/signup/", typed)

    assert "Accounts are made by invitation" in response.content.decode()
    assert Account.objects.count() == 0


def test_the_fifth_wrong_password_locks_the_account_out_and_is_written_down(account, client):
    answers = [sign_in(client, "wrong").status_code for _ in range(5)]
    right = sign_in(client)

    assert answers == [200, 200, 200, 200, 429]
    assert right.status_code == 429
    assert "_auth_user_id" not in client.session
    assert {row.actor for row in Attempt.objects.filter(outcome="locked_out")} == {account.key}


def test_a_lock_holds_for_the_account_and_place_alone(account, client, person):
    for _ in range(5):
        sign_in(client, "wrong", email="nobody@example.org")

    assert sign_in(client).status_code == 302
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    ("https", "forwarded", "address"),
    [(True, "6.6.6.6, 9.9.9.9", "9.9.9.9"), (False, "6.6.6.6, 9.9.9.9", "127.0.0.1"), (True, "", "127.0.0.1")],
)
def test_guesses_are_counted_where_they_come_from(settings, https, forwarded, address):
    settings.HTTPS = https
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}

    assert signing_in.address_of(RequestFactory().get("/", headers=headers)) == address


def test_secrets_of_apps_are_sealed_and_open_with_a_former_key(settings):
    adapter = signing_in.SealedSecrets()
    sealed = adapter.encrypt("JBSWY3DPEHPK3PXP")
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another"

    assert "JBSWY3DP" not in sealed
    assert adapter.decrypt(sealed) == "JBSWY3DPEHPK3PXP"


def test_an_app_is_added_and_then_asked_for(account, client):
    sign_in(client)
    client.post("/account/reauthenticate/", {"password": PASSWORD})  # what guards the account asks once more
    page = client.get("/account/2fa/totp/activate/").content.decode()
    secret = re.search(r'id="authenticator_secret" value="(\w+)"', page)[1]
    assert "<svg" in page
    client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    kept = Authenticator.objects.get(type="totp").data["secret"]
    client.logout()

    assert secret not in kept
    assert sign_in(client)["Location"] == "/account/2fa/authenticate/"
    assert client.get("/en/me/").status_code == 302
    assert client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert client.post("/account/2fa/authenticate/", {"code": code_of(secret, later=1)}).status_code == 302
    assert client.get("/en/me/").status_code == 200


def code_of(secret, later=0):
    """The code that an app shows, by RFC 6238; ``later``: of the next half minute, since none is taken twice."""
    counter = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(secret, next(iter(counter)) + later))


def test_a_form_that_lay_open_too_long_says_so(db):
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post(f"{LOGIN}?lang=en", {})

    assert (response.status_code, "lay open too long" in response.content.decode()) == (403, True)
