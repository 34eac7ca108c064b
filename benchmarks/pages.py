"""Pages of the site on the real record, beside a view that does nothing behind the same middleware.

Requests go through Django's test client: no server and no network, so that a page is compared with a bare
view by what it does itself. Queries and bytes stand beside the times; those two a test can hold to.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from benchmarks import hello
from benchmarks.harness import Goal, Metric, Watch, times
from quicksilver.core.policies import secretariat
from quicksilver.services import loading

EXAMPLE = Path(__file__).parents[1] / "examples" / "unep-2007"
ENTERED = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
REQUESTS = {"tiny": 2, "quick": 10, "full": 50}
DATE = "?as_at=2007-08-30"
# What each page must say, so that no error page is timed; and the share of a bare view it should reach, where
# docs or issues set one.
PAGES = {
    "home": (f"/en/{DATE}", "1,000,380"),
    "areas": (f"/en/areas/{DATE}", "Mercury waste management"),
    "report": (f"/en/reports/status/{DATE}", "1,000,380"),
    "report_zh": (f"/zh/reports/status/{DATE}", "汞"),
    "download_again": (f"/en/reports/status.pdf{DATE}", "%PDF"),
}
GOALS = {"areas": Goal(at_least=0.18), "report": Goal(at_least=0.18), "download_again": Goal(at_least=0.75)}
QUERIES = Goal(at_most=4)
LIST_BYTES = Goal(at_most=60_000)
LAST_DAY = date(2009, 2, 20)  # first requests need dates that nobody asked for yet


def measure(folder: Path, size: str) -> Iterator[Metric]:
    """Load the record; ask for each page by turns with the bare view."""
    loaded = loading.load_record(secretariat("Benchmark"), EXAMPLE, now=ENTERED)
    with override_settings(ROOT_URLCONF="benchmarks.hello", ALLOWED_HOSTS=["testserver"]):
        yield from _measured(Client(), size, loaded.created)


def _measured(client: Client, size: str, rows: int) -> Iterator[Metric]:
    requests = REQUESTS[size]
    for address, words in PAGES.values():
        assert words.encode() in _get(client, address), address
    contenders = {name: partial(_asked, client, [address] * requests) for name, (address, _words) in PAGES.items()}
    taken = times({"hello": partial(_asked, client, [hello.ADDRESS] * requests), **contenders}, size)
    bare = requests / taken["hello"]
    for name, (address, _words) in PAGES.items():
        yield Metric(f"pages.{name} [requests/s]", requests / taken[name], rows, bare, GOALS.get(name), bare)
        with CaptureQueriesContext(connection) as asked:
            content = _get(client, address)
        yield Metric(f"pages.{name}.queries", len(asked), rows, goal=QUERIES)
        yield Metric(f"pages.{name}.size [B]", len(content), rows, goal=LIST_BYTES if name == "areas" else None)
    yield from _first_and_again(client, size, rows)


def _first_and_again(client: Client, size: str, rows: int) -> Iterator[Metric]:
    """A report page on a date that nobody asked for yet, and once more."""
    days = iter(LAST_DAY - timedelta(days=i) for i in range(100))
    day = [""]

    def first(watch: Watch) -> None:
        day[0] = f"?as_at={next(days).isoformat()}"
        _asked(client, [f"/en/reports/status/{day[0]}"], watch)

    def again(watch: Watch) -> None:
        _asked(client, [f"/en/reports/status/{day[0]}"], watch)

    taken = times({"first": first, "again": again}, size)
    speed = {name: 1 / seconds for name, seconds in taken.items()}
    yield Metric("pages.report_again [requests/s]", speed["again"], rows, speed["first"], Goal(at_least=1))


def _asked(client: Client, addresses: list[str], watch: Watch) -> None:
    with watch.running():
        for address in addresses:
            _get(client, address)


def _get(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content
