"""Where the programme keeps what it makes."""

import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from quicksilver.conf import places


def test_home_is_the_one_named(monkeypatch, tmp_path):
    monkeypatch.setenv("QUICKSILVER_HOME", str(tmp_path))

    assert places.home() == tmp_path


def test_home_of_a_checkout_is_the_checkout(monkeypatch):
    monkeypatch.delenv("QUICKSILVER_HOME", raising=False)

    assert (places.home() / "pyproject.toml").is_file()


def test_data_folder_is_made(tmp_path):
    assert places.data_folder(tmp_path / "new").is_dir()


def test_data_folder_that_cannot_be_made_says_what_to_do(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ImproperlyConfigured, match="QUICKSILVER_HOME"):
        places.data_folder(tmp_path / "file")


def test_secret_key_is_made_once_for_its_owner_alone(tmp_path):
    first = places.secret_key(tmp_path)

    assert places.secret_key(tmp_path) == first
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_secret_key_that_cannot_be_read_says_what_to_do(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="QUICKSILVER_SECRET_KEY"):
        places.secret_key(tmp_path / "nowhere")
