"""All that is kept of a person, given out and erased."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.errors import Refused
from quicksilver.records.models import Account, Attempt, Revision
from quicksilver.services import contacts, gate, invitations, people, personal_data
from quicksilver.services.contacts import Draft as ContactDraft
from quicksilver.services.invitation_checks import Draft

USA = "stakeholder/usa"
PERSONAL = ("Ada Ferrer", "ada@example.org", "+41 22 000", "Director of Chemicals")

pytestmark = pytest.mark.usefixtures("small")


@pytest.fixture
def ada():
    """Somebody of whom every table knows something."""
    draft = Draft(email="ada@example.org", role="focal_point", organisation=USA, name="Ada Ferrer")
    _, token = invitations.invite(actor=SECRETARIAT, draft=draft, now=ENTERED, tell=lambda *_: None)
    account = invitations.accept(
        token=token, account=None, name="Ada Ferrer", password="mercury rises no more", now=ENTERED
    )
    entered = ContactDraft(
        USA, "Ada Ferrer", "Director of Chemicals", "ada@example.org", "+41 22 000", told_by="Ada Ferrer, by phone"
    )
    contact = contacts.enter(actor=SECRETARIAT, draft=entered, now=ENTERED)
    contact.person = account.id
    contact.save()
    Authenticator.objects.create(user=account, type="totp", data={"secret": "s"})
    Attempt.objects.create(actor=account.key, action="record.load")
    return account


def everything():
    """Every value of every table of the database, as text."""
    rows = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            rows += cursor.fetchall()
    return json.dumps(rows, cls=DjangoJSONEncoder, default=str, ensure_ascii=False)


def test_export_holds_all_that_is_kept_and_no_secret(ada):
    person = people.actor_of(ada, ENTERED.date())
    found = personal_data.export(actor=person, person=ada.key, now=ENTERED)

    assert [found["account"]["email"], found["roles"][0]["role"]] == ["ada@example.org", "focal_point"]
    counts = {name: len(rows) for name, rows in found.items() if isinstance(rows, list)}
    assert counts == {
        "email_addresses": 1, "ways_to_sign_in": 1, "roles": 1, "invitations": 1, "contacts": 1, "attempts": 1,
        "deeds": 2,
    }  # fmt: skip
    text = json.dumps(found, cls=DjangoJSONEncoder, ensure_ascii=False)
    assert [word for word in PERSONAL if word not in text] == []
    assert ('"secret"' in text, "password" in text) == (False, False)
    assert Revision.objects.last().reason == f"exported {ada.key}"


def test_export_is_for_the_person_and_the_secretariat(ada, person):
    colleague = people.actor_of(person("delegate", organisation=USA), ENTERED.date())
    with pytest.raises(gate.NotPermitted):
        personal_data.export(actor=colleague, person=ada.key, now=ENTERED)

    assert personal_data.export(actor=SECRETARIAT, person=ada.key, now=ENTERED)["account"]["name"] == "Ada Ferrer"


def test_after_erasure_no_table_says_who_it_was(ada):
    before = everything()
    assert [word for word in PERSONAL if word not in before] == []
    personal_data.erase(actor=SECRETARIAT, person=ada.key, reason="asked for by letter", now=ENTERED)

    after = everything()
    assert [word for word in PERSONAL if word in after] == []
    assert Revision.objects.last().reason == f"asked for by letter\nerased {ada.key}"


def test_after_erasure_nobody_can_sign_in_and_no_role_is_held(ada):
    personal_data.erase(actor=SECRETARIAT, person=ada.key, reason="", now=ENTERED)

    account = Account.objects.get(id=ada.id)
    assert (account.is_active, account.has_usable_password(), account.email) == (False, False, None)
    assert not account.roles.in_force(ENTERED.date()).exists()
    assert Authenticator.objects.count() == 0


def test_erasure_is_the_secretariats_and_happens_once(ada):
    with pytest.raises(gate.NotPermitted):
        personal_data.erase(actor=people.actor_of(ada, ENTERED.date()), person=ada.key, reason="", now=ENTERED)
    personal_data.erase(actor=SECRETARIAT, person=ada.key, reason="", now=ENTERED)
    with pytest.raises(Refused, match="Nothing is kept"):
        personal_data.erase(actor=SECRETARIAT, person=ada.key, reason="", now=ENTERED)


def test_erased_contact_without_account_leaves_its_key():
    entered = ContactDraft(USA, "Ada Ferrer", told_by="letter")
    contact = contacts.enter(actor=SECRETARIAT, draft=entered, now=ENTERED)
    personal_data.erase(actor=SECRETARIAT, person=contact.key, reason="", now=ENTERED)

    contact.refresh_from_db()
    assert (contact.name, contact.told_by, contact.organisation_id) == ("", "", USA)


def test_last_of_the_secretariat_cannot_be_erased(person):
    only = person("secretariat")
    with pytest.raises(Refused, match="Nobody else"):
        personal_data.erase(actor=SECRETARIAT, person=only.key, reason="", now=ENTERED)

    assert Account.objects.get().name == "The secretariat"


@pytest.mark.parametrize("key", ["person/00000000-0000-0000-0000-000000000009", "person/x", ""])
def test_nothing_is_kept_of_nobody(key):
    for deed in (personal_data.export, lambda **given: personal_data.erase(reason="", **given)):
        with pytest.raises(Refused, match="Nothing is kept"):
            deed(actor=SECRETARIAT, person=key, now=ENTERED)
