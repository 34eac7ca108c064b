"""What every command does alike."""

import pytest
from django.db import connection
from django.utils import translation

from quicksilver.cli import door

pytestmark = pytest.mark.django_db


def test_tables_of_another_version_are_not_touched(quicksilver):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'records'")
    result = quicksilver("verify")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Say: quicksilver migrate" in result.stderr


@pytest.mark.parametrize(
    ("terminal", "language"),
    [("zh_CN.UTF-8", "zh-hans"), ("ar_EG", "ar"), ("ru", "ru"), ("de_DE.UTF-8", "en"), ("C", "en"), ("", "en")],
)
def test_terminal_is_spoken_to_in_its_language(monkeypatch, terminal, language):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", terminal)
    with translation.override("en"):
        door.speak_users_language()
        assert translation.get_language() == language


def test_actor_of_the_command_line_is_the_secretariat_by_name():
    assert door.actor().roles == ("secretariat",)
    assert door.actor().name.endswith("(command line)")
