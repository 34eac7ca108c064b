"""Contacts: entered and corrected by those who may, seen by those who need them."""

import pytest
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.errors import Refused
from quicksilver.core.policies import PUBLIC
from quicksilver.records.models import Contact, Revision
from quicksilver.services import contacts, gate, people
from quicksilver.services.contacts import Draft

USA, UNEP = "stakeholder/usa", "stakeholder/unep"
ADA = Draft(organisation=USA, name="Ada Ferrer", post="Director", email="ada@example.org", told_by="letter of 1 May")

pytestmark = pytest.mark.usefixtures("small")


def acting(account):
    return people.actor_of(account, ENTERED.date())


def test_contact_is_entered_and_the_history_names_nobody():
    contact = contacts.enter(actor=SECRETARIAT, draft=ADA, now=ENTERED)

    assert Contact.objects.get().email == "ada@example.org"
    assert Revision.objects.last().reason == f"entered {contact.key} as contact of {USA}"


def test_contact_is_corrected_in_place():
    contact = contacts.enter(actor=SECRETARIAT, draft=ADA, now=ENTERED)
    corrected = Draft(organisation=USA, name="Ada Ferrer-Bo", told_by="call")
    contacts.correct(actor=SECRETARIAT, contact=contact, draft=corrected, now=ENTERED)

    found = Contact.objects.get()
    assert (found.name, found.email, found.key) == ("Ada Ferrer-Bo", "", contact.key)


def test_everything_that_lacks_is_told():
    with pytest.raises(Refused) as refused:
        contacts.enter(actor=SECRETARIAT, draft=Draft("stakeholder/none", email="x", language="de"), now=ENTERED)

    fields = [problem.place.field for problem in refused.value.problems]
    assert fields == ["language", "email", "organisation", "name", "told_by"]


def test_focal_point_keeps_the_contacts_of_its_own_organisation(person):
    actor = acting(person("focal_point", organisation=USA))
    mine = contacts.enter(actor=actor, draft=ADA, now=ENTERED)
    other = contacts.enter(actor=SECRETARIAT, draft=Draft(UNEP, name="Bo", told_by="card"), now=ENTERED)
    for forbidden in (
        lambda: contacts.enter(actor=actor, draft=Draft(UNEP, name="Eve", told_by="x"), now=ENTERED),
        lambda: contacts.correct(actor=actor, contact=other, draft=ADA, now=ENTERED),
        lambda: contacts.correct(actor=actor, contact=mine, draft=Draft(UNEP, name="A", told_by="x"), now=ENTERED),
    ):
        with pytest.raises(gate.NotPermitted):
            forbidden()


def test_contacts_are_seen_by_the_secretariat_and_their_organisation(person):
    mine = contacts.enter(actor=SECRETARIAT, draft=ADA, now=ENTERED)
    other = contacts.enter(actor=SECRETARIAT, draft=Draft(UNEP, name="Bo", told_by="card"), now=ENTERED)

    def seen(actor):
        return {contact.pk for contact in Contact.objects.visible_to(actor)}

    assert seen(SECRETARIAT) == {mine.pk, other.pk}
    assert seen(acting(person("delegate", organisation=USA))) == {mine.pk}
    assert seen(acting(person("government_focal_point", organisation=UNEP))) == {other.pk}
    assert seen(acting(person("donor_contact", organisation=USA))) == set()
    assert seen(acting(person("area_lead"))) == seen(PUBLIC) == set()
