"""What is wrong with an invitation: all of it at once, each at its field."""

from datetime import date

import pytest
from tests.conftest import ENTERED, SECRETARIAT

from quicksilver.core.errors import Refused
from quicksilver.services import invitations
from quicksilver.services.invitation_checks import Draft

pytestmark = pytest.mark.usefixtures("small")


def wrong(**draft):
    values = {"email": "a@example.org", "role": "reviewer", **draft}
    try:
        invitations.invite(actor=SECRETARIAT, draft=Draft(**values), now=ENTERED, tell=lambda *_: None)
    except Refused as refused:
        return [(problem.place.field, problem.code) for problem in refused.problems]
    return []


@pytest.mark.parametrize(
    ("draft", "problems"),
    [
        ({}, []),
        ({"email": "nobody"}, [("email", "email-wrong")]),
        ({"email": ""}, [("email", "email-wrong")]),
        ({"role": "boss"}, [("role", "code-unknown")]),
        ({"role": "public"}, [("role", "role-everybodys")]),
        ({"language": "de"}, [("language", "language-unknown")]),
        ({"role": "focal_point"}, [("organisation", "organisation-missing")]),
        ({"role": "area_lead"}, [("area", "area-missing")]),
        ({"organisation": "stakeholder/none"}, [("organisation", "organisation-unknown")]),
        ({"area": "area/none"}, [("area", "area-unknown")]),
        ({"held_until": date(2007, 9, 1)}, [("held_until", "period-empty")]),
        ({"held_from": date(2008, 1, 1), "held_until": date(2008, 1, 1)}, [("held_until", "period-empty")]),
        ({"held_from": date(2006, 1, 1), "held_until": date(2007, 1, 1)}, [("held_until", "period-empty")]),
        ({"held_until": date(2007, 9, 2)}, []),
        ({"role": "delegate", "organisation": "stakeholder/usa"}, [("organisation", "delegate-of-nobody")]),
        ({"email": "x", "role": "donor_contact"}, [("email", "email-wrong"), ("organisation", "organisation-missing")]),
    ],
)
def test_all_that_is_wrong_is_told(draft, problems):
    assert wrong(**draft) == problems


def test_second_invitation_to_the_same_role_is_refused_until_the_first_has_run_out():
    assert wrong() == []
    assert wrong(email="A@example.org") == [("email", "invited-already")]
    assert wrong(role="adviser") == []


def test_role_that_is_held_needs_no_invitation(person):
    person("reviewer", email="a@example.org")

    assert wrong() == [("email", "invited-already")]
