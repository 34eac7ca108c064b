"""What tests of topic pages share: the cost of a list, whatever its length."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quicksilver.core.policies import secretariat
from quicksilver.services import loading

ENTERED = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)


@pytest.fixture
def cost(db: None, client: Client, folder: Callable[..., Path]) -> Callable[[str, str], int]:
    """Number of SQL queries of a page, once its record has been read: ``cost("/en/areas/", yaml)``."""

    def measure(address: str, rows: str) -> int:
        loading.load_record(secretariat("Test secretariat"), folder(rows=rows), now=ENTERED)
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    return measure
