"""Who acts, and how a role ends."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.errors import Refused
from quicksilver.core.policies import PUBLIC, Grant
from quicksilver.records.models import Account, Attempt, Revision, RoleAssignment
from quicksilver.services import gate, people

TODAY = ENTERED.date()
USA = "stakeholder/usa"


def grants(account, day=TODAY):
    return people.actor_of(account, day).grants


def test_an_account_acts_in_the_roles_it_holds_today(small, person):
    account = person("focal_point", organisation=USA, held_until=date(2007, 10, 1))

    assert people.actor_of(account, TODAY).key == account.key
    assert grants(account) == (Grant("focal_point", USA),)
    assert grants(account, date(2007, 9, 30)) == (Grant("focal_point", USA),)
    assert grants(account, date(2007, 10, 1)) == ()
    assert grants(account, date(2007, 8, 31)) == ()


def test_a_closed_account_acts_as_the_public(person):
    account = person("secretariat")
    account.is_active = False

    assert people.actor_of(account, TODAY) == PUBLIC


def test_a_delegate_acts_as_long_as_the_focal_point_does(small, person):
    point = person("focal_point", organisation=USA, held_until=date(2007, 10, 1))
    delegate = person("delegate", organisation=USA, under=point.roles.get())

    assert grants(delegate) == (Grant("delegate", USA),)
    assert grants(delegate, date(2007, 10, 1)) == ()


def test_ending_a_role_ends_those_of_its_delegates_and_names_nobody_in_the_history(small, person):
    point = person("focal_point", organisation=USA)
    delegate = person("delegate", organisation=USA, under=point.roles.get())
    people.end(actor=SECRETARIAT, role=point.roles.get(), reason="a new minister", now=ENTERED)

    assert grants(point) == grants(delegate) == ()
    revision = Revision.objects.last()
    assert (revision.deed, revision.actor) == ("end_role", SECRETARIAT.key)
    assert revision.reason == (
        f"a new minister\n{point.key} no longer holds focal_point {USA}\n{delegate.key} no longer holds delegate {USA}"
    )


def test_a_focal_point_ends_delegates_of_its_own_organisation_alone(small, person):
    mine, other = (
        person("delegate", email=f"{at}@example.org", organisation=f"stakeholder/{at}") for at in ("usa", "unep")
    )
    actor = people.actor_of(person("focal_point", organisation=USA), TODAY)
    people.end(actor=actor, role=mine.roles.get(), reason="", now=ENTERED)
    with pytest.raises(gate.NotPermitted):
        people.end(actor=actor, role=other.roles.get(), reason="", now=ENTERED)

    assert (grants(mine), grants(other)) == ((), (Grant("delegate", "stakeholder/unep"),))
    attempt = Attempt.objects.get()
    assert (attempt.actor, attempt.action, attempt.subject) == (actor.key, "people.delegate", "stakeholder/unep")


def test_the_last_of_the_secretariat_cannot_go(person):
    only = person("secretariat")
    with pytest.raises(Refused, match="Nobody else"):
        people.end(actor=SECRETARIAT, role=only.roles.get(), reason="", now=ENTERED)
    person("secretariat", email="second@example.org")
    people.end(actor=SECRETARIAT, role=only.roles.get(), reason="", now=ENTERED)

    assert grants(only) == ()


def test_a_role_that_has_ended_cannot_end_again(person):
    role = person("reviewer", held_until=TODAY).roles.get()
    with pytest.raises(Refused, match="ended already"):
        people.end(actor=SECRETARIAT, role=role, reason="", now=ENTERED)


def test_a_role_to_come_is_never_held_once_it_is_ended(person):
    account = person("reviewer", held_from=TODAY + timedelta(days=9))
    people.end(actor=SECRETARIAT, role=account.roles.get(), reason="", now=ENTERED)

    assert grants(account, TODAY + timedelta(days=9)) == ()


def test_people_correct_themselves_and_the_secretariat_corrects_anybody(person):
    account, other = person("reviewer"), person("adviser")
    actor = people.actor_of(account, TODAY)
    people.correct(actor=actor, account=account, name=" Ada ", language="fr", now=ENTERED)
    people.correct(actor=SECRETARIAT, account=other, name="Bo", language="ru", now=ENTERED)
    with pytest.raises(gate.NotPermitted):
        people.correct(actor=actor, account=other, name="Eve", language="en", now=ENTERED)

    names = Account.objects.order_by("name").values_list("name", "language")
    assert list(names) == [("Ada", "fr"), ("Bo", "ru")]
    assert Revision.objects.filter(reason__contains="Ada").count() == 0


def test_a_name_and_a_language_are_needed_and_all_that_lacks_is_said(person):
    account = person("reviewer")
    with pytest.raises(Refused) as refused:
        people.correct(actor=SECRETARIAT, account=account, name=" ", language="xx", now=ENTERED)

    assert [problem.place.field for problem in refused.value.problems] == ["language", "name"]


def test_names_are_told_to_those_who_may_see_them(small, person):
    account = person("delegate", organisation=USA)
    colleague = people.actor_of(person("focal_point", organisation=USA), TODAY)
    keys = {account.key, "root (command line)"}

    assert people.names(keys, SECRETARIAT) == people.names(keys, colleague) == {account.key: "The delegate"}
    assert people.names(keys, PUBLIC) == {}


def test_a_lock_out_is_written_down_where_there_is_such_an_account(person):
    account = person("reviewer")
    people.note_lock_out("reviewer@example.org")
    people.note_lock_out("nobody@example.org")

    assert [(row.actor, row.outcome) for row in Attempt.objects.all()] == [(account.key, "locked_out")]


def test_a_key_that_is_no_persons_is_nobodys():
    assert people.uuid_of("root (command line)").int == 0


def test_a_role_knows_its_state(person):
    role = person("reviewer", held_until=date(2007, 10, 1)).roles.get()
    days = [datetime(2007, *day, tzinfo=UTC).date() for day in ((8, 31), (9, 1), (9, 30), (10, 1))]

    assert [role.state(day) for day in days] == ["coming", "held", "held", "ended"]
    assert str(role) == "reviewer"
    assert RoleAssignment.objects.in_force(days[1]).get() == role
