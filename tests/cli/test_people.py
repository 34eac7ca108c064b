"""`quicksilver people`: the first account, and the list."""

import re

import pytest
from django.test import Client

from quicksilver.records.models import PersonalInvitation
from quicksilver.services import people

pytestmark = pytest.mark.django_db


def test_the_first_person_is_invited_and_the_link_makes_the_account(quicksilver):
    result = quicksilver(
        "people", "invite", "First@example.org", "--role", "secretariat", "--site", "https://hg.example/"
    )
    link = re.fullmatch(r"https://hg\.example(/en/invitation/\S+/)\n", result.stdout)[1]
    Client().post(link, {"name": "Ada", "password": "mercury rises no more"})

    invitation = PersonalInvitation.objects.get()
    assert (result.exit_code, invitation.invited_by.endswith("(command line)")) == (0, True)
    assert "secretariat" in quicksilver("people", "list").stdout
    assert "Ada" in quicksilver("people", "list").stdout


def test_what_is_wrong_is_told_and_nothing_written(quicksilver):
    result = quicksilver("people", "invite", "nobody", "--role", "focal_point", "--until", "2001-01-01")

    assert (result.exit_code, result.stdout) == (2, "")
    assert [option for option in ("--email", "--organisation", "--held-until") if option not in result.stderr] == []
    assert PersonalInvitation.objects.count() == 0


def test_a_key_on_the_command_line_is_no_person():
    assert people.uuid_of("root (command line)").int == 0
