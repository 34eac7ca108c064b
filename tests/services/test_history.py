"""The history is proved on request, and changes made outside the programme are sealed first."""

import pytest
from django.db import connection
from tests.conftest import SECRETARIAT

from quicksilver.core.policies import PUBLIC
from quicksilver.records.models import Revision, Stakeholder
from quicksilver.services import gate, history

pytestmark = pytest.mark.django_db


def test_whole_history_is_sound_after_a_load(small):
    assert history.verify(SECRETARIAT).problems == ()


def test_change_by_hand_is_sealed_and_then_sound(small):
    with connection.cursor() as cursor:
        table = Stakeholder._meta.db_table
        cursor.execute(f"UPDATE {table} SET country = 'JPN' WHERE key = 'stakeholder/unep'")
    assert Revision.objects.filter(digest="").exists()

    assert history.verify(SECRETARIAT).problems == ()
    assert not Revision.objects.filter(digest="").exists()


def test_public_may_not_ask(small):
    with pytest.raises(gate.NotPermitted):
        history.verify(PUBLIC)
