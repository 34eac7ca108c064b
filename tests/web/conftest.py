"""What tests of pages share: the programme's real record, read but never changed, and a reader of pages."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from quicksilver.core.policies import secretariat
from quicksilver.records.models import Account
from quicksilver.services import loading

EXAMPLE = Path(__file__).parents[2] / "examples" / "unep-2007"
ENTERED = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def record(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """The real record, loaded once for a file of tests and taken back after it."""
    outermost = transaction.atomic()
    outermost._from_testcase = True  # as Django's own test cases do, so that deeds may be durable within it
    with django_db_blocker.unblock(), outermost:
        loading.load_record(secretariat("Test secretariat"), EXAMPLE, now=ENTERED)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def get(record: None, db: None, client: Client) -> Callable[..., HttpResponse]:
    """Read a page of the real record: ``get("/en/")``."""
    return client.get


@pytest.fixture
def text(get: Callable[..., HttpResponse]) -> Callable[[str], str]:
    """The words of a page that must be there."""

    def read(address: str) -> str:
        response = get(address)
        assert response.status_code == 200, address
        return response.content.decode()

    return read


@pytest.fixture
def client_of() -> Callable[[Account | None], Client]:
    """A reader of pages who has signed in, or has not: ``client_of(account).get("/en/me/")``."""

    def make(account: Account | None) -> Client:
        client = Client()
        if account:
            client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make
