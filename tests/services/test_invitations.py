"""Invitations: by whom, to what, and what accepting one makes."""

from datetime import date, timedelta

import pytest
from django.core import signing
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.errors import Refused
from quicksilver.core.policies import Grant
from quicksilver.records.models import Account, PersonalInvitation, Revision
from quicksilver.services import gate, invitations, people
from quicksilver.services.invitation_checks import Draft

USA, UNEP = "stakeholder/usa", "stakeholder/unep"
POINT = Draft(email="Point@Example.org", role="focal_point", organisation=USA, name="Bo", language="fr")
PASSWORD = "mercury rises no more"


def invite(draft=POINT, actor=SECRETARIAT, tell=lambda *_: None):
    return invitations.invite(actor=actor, draft=draft, now=ENTERED, tell=tell)


def accept(token, account=None, now=ENTERED, name="Bo", password=PASSWORD):
    return invitations.accept(token=token, account=account, name=name, password=password, now=now)


def codes(refused):
    return [problem.code for problem in refused.value.problems]


def test_an_accepted_invitation_makes_an_account_with_its_role(small):
    invitation, token = invite()
    account = accept(token)

    assert (account.email, account.name, account.language) == ("point@example.org", "Bo", "fr")
    assert account.check_password(PASSWORD)
    assert account.emailaddress_set.filter(verified=True, primary=True).count() == 1
    assert people.actor_of(account, ENTERED.date()).grants == (Grant("focal_point", USA),)
    invitation.refresh_from_db()
    assert (invitation.state(ENTERED), account.id) == ("accepted", invitation.person)


def test_history_tells_what_was_done_and_not_to_whom(small):
    _, token = invite()
    account = accept(token)

    told = [(row.deed, row.actor, row.reason) for row in Revision.objects.filter(number__gt=1)]
    assert told == [
        ("invite_person", SECRETARIAT.key, f"invited {account.key} as focal_point {USA}"),
        ("accept_invitation", account.key, f"{account.key} holds focal_point {USA}"),
    ]


def test_letter_goes_out_once_all_is_written(small, django_capture_on_commit_callbacks):
    told = []
    with django_capture_on_commit_callbacks(execute=True):
        invitation, token = invite(tell=lambda *letter: told.append(letter))
        assert told == []

    assert told == [(invitation, token)]


@pytest.mark.parametrize(
    "token", ["", "nonsense", signing.dumps("not a key", salt="another")], ids=["empty", "nonsense", "another-salt"]
)
def test_link_that_was_not_made_here_opens_nothing(db, token):
    assert invitations.invited(token) is None
    with pytest.raises(Refused) as refused:
        accept(token)
    assert codes(refused) == ["invitation-closed"]


def test_link_is_good_for_one_use(small):
    _, token = invite()
    account = accept(token)
    with pytest.raises(Refused) as refused:
        accept(token, account)

    assert codes(refused) == ["invitation-closed"]


def test_link_is_good_for_two_weeks(small):
    _, token = invite()
    with pytest.raises(Refused):
        accept(token, now=ENTERED + timedelta(days=14))

    assert accept(token, now=ENTERED + timedelta(days=14, seconds=-1))


def test_withdrawn_invitation_opens_nothing(small):
    invitation, token = invite()
    invitations.withdraw(actor=SECRETARIAT, invitation=invitation, now=ENTERED)
    with pytest.raises(Refused):
        accept(token)
    with pytest.raises(Refused):
        invitations.withdraw(actor=SECRETARIAT, invitation=invitation, now=ENTERED)

    invitation.refresh_from_db()
    assert invitation.state(ENTERED) == "withdrawn"


def test_whoever_has_an_account_accepts_with_it(small, person):
    account = person("reviewer", email="point@example.org")
    _, token = invite()
    with pytest.raises(Refused) as refused:
        accept(token)
    assert codes(refused) == ["sign-in-first"]

    assert accept(token, account) == account
    assert people.actor_of(account, ENTERED.date()).roles == ("reviewer", "focal_point")


def test_nobody_accepts_for_another(small, person):
    _, token = invite()
    with pytest.raises(Refused) as refused:
        accept(token, person("reviewer"))

    assert codes(refused) == ["another-person"]


def test_weak_password_and_missing_name_are_both_told(small):
    _, token = invite()
    with pytest.raises(Refused) as refused:
        accept(token, name=" ", password="12345")

    assert [problem.place.field for problem in refused.value.problems] == ["name", *["password"] * 3]
    assert Account.objects.count() == 0


def test_focal_point_names_delegates_of_its_own_organisation(small, person):
    point = person("focal_point", organisation=USA, held_until=date(2008, 1, 1))
    actor = people.actor_of(point, ENTERED.date())
    invitation, token = invite(Draft(email="d@example.org", role="delegate", organisation=USA), actor)

    assert (invitation.under, invitation.held_until) == (point.roles.get(), date(2008, 1, 1))
    delegate = accept(token)
    assert people.actor_of(delegate, ENTERED.date()).grants == (Grant("delegate", USA),)


@pytest.mark.parametrize(
    ("role", "organisation"), [("delegate", UNEP), ("focal_point", USA), ("secretariat", ""), ("reviewer", USA)]
)
def test_focal_point_invites_nobody_else(small, person, role, organisation):
    actor = people.actor_of(person("focal_point", organisation=USA), ENTERED.date())
    with pytest.raises(gate.NotPermitted):
        invite(Draft(email="d@example.org", role=role, organisation=organisation), actor)

    assert PersonalInvitation.objects.count() == 0


def test_focal_point_withdraws_its_delegates_invitation_and_no_other(small, person):
    actor = people.actor_of(person("focal_point", organisation=USA), ENTERED.date())
    mine, _ = invite(Draft(email="d@example.org", role="delegate", organisation=USA), actor)
    other, _ = invite()
    invitations.withdraw(actor=actor, invitation=mine, now=ENTERED)
    with pytest.raises(gate.NotPermitted):
        invitations.withdraw(actor=actor, invitation=other, now=ENTERED)


def test_secretariat_names_a_delegate_under_the_one_who_speaks(small, person):
    point = person("government_focal_point", organisation=USA)
    invitation, _ = invite(Draft(email="d@example.org", role="delegate", organisation=USA))

    assert invitation.under == point.roles.get()
