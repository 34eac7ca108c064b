"""What all tests share: a small record, the people who act on it, and a fixed clock."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from quicksilver.core.policies import secretariat
from quicksilver.records.history import triggers
from quicksilver.records.models import Account, RoleAssignment
from quicksilver.services import loading

SECRETARIAT = secretariat("Test secretariat")
# When the small record is entered; later deeds come after it.
ENTERED = datetime(2007, 9, 1, 9, 0, tzinfo=UTC)

# Real rows of the programme's record, as few as can stand together.
SMALL = """\
sources:
  - {key: source/seed, kind: document, standing: official, title: {en: Status report}}
stakeholders:
  - {key: stakeholder/unep, names: {en: United Nations Environment Programme}, kind: igo, source: source/seed}
  - {key: stakeholder/usa, names: {en: United States of America}, kind: government, country: USA, source: source/seed}
bodies:
  - {key: body/gc, names: {en: Governing Council}, short_names: {en: Council}, source: source/seed}
decisions:
  - key: decision/24-3
    body: body/gc
    number: 24/3
    part: IV
    title: {en: Chemicals management}
    effective: "2007-02-09"
    source: source/seed
    locator: c.1
appeals:
  - key: appeal/2007
    form: letter
    sender: stakeholder/unep
    subject: {en: Support for the partnerships}
    decision: decision/24-3
    effective: "2007-03-26"
    source: source/seed
    locator: a.8
    pledges:
      - key: pledge/usa-2007
        donor: stakeholder/usa
        amount: "1000380.00"
        currency: USD
        effective: "[2007-03-27..2007-08-30]"
        source: source/seed
        locator: a.8
"""


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Write data files and give their folder: ``folder(small=SMALL)``."""

    home = tmp_path / "record"

    def write(**files: str) -> Path:
        home.mkdir(exist_ok=True)
        for name, text in files.items():
            (home / f"{name}.yaml").write_text(text, encoding="utf-8")
        return home

    return write


@pytest.fixture
def small(db: None, folder: Callable[..., Path]) -> loading.Loaded:
    """The small record, loaded."""
    return loading.load_record(SECRETARIAT, folder(small=SMALL), now=ENTERED)


@pytest.fixture
def person(db: None) -> Callable[..., Account]:
    """Make somebody who holds a role: ``person("focal_point", organisation="stakeholder/usa")``."""

    def make(role: str, *, email: str = "", organisation: str = "", area: str = "", **held: Any) -> Account:
        account = Account.objects.create_user(email or f"{role}@example.org", name=f"The {role}")
        of = {"organisation_id": organisation or None, "area_id": area or None, "held_from": ENTERED.date(), **held}
        RoleAssignment.objects.create(account=account, role=role, given_by="test", **of)
        return account

    return make


@pytest.fixture(scope="session", autouse=True)
def _emptied_without_triggers() -> Iterator[None]:
    """Let a test with real transactions be cleaned up: outside tests nothing may empty a kept table."""
    original = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        triggers.remove(connection)
        original(self)  # flushes, and a flush ends with the signal that makes the triggers anew

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield
