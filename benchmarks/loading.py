"""Loading the programme's real record into an empty database, beside writing the same rows with no question asked.

The limit is Django's ``bulk_create`` of the rows as they came out, without files, checks or history.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction

from benchmarks.harness import Metric, Watch, times
from quicksilver.core.policies import secretariat
from quicksilver.records.history import proof, tables, triggers
from quicksilver.records.models import RECORD_MODELS
from quicksilver.services import loading

EXAMPLE = Path(__file__).parents[1] / "examples" / "unep-2007"
ACTOR = secretariat("Benchmark")
NOW = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)


def measure(folder: Path, size: str) -> Iterator[Metric]:
    """Load, empty, write plainly, empty, and so on; then load what is there already."""
    total = loading.load_record(ACTOR, EXAMPLE, now=NOW).created
    rows = {model: list(model.objects.all()) for model in RECORD_MODELS}
    assert total == sum(len(found) for found in rows.values()) > 0
    contenders = {"cold": partial(_cold, total), "again": partial(_again, total), "plain": partial(_plain, rows)}
    taken = times(contenders, size)
    speed = {name: total / seconds for name, seconds in taken.items()}
    yield Metric("loading.cold [rows/s]", speed["cold"], total, speed["plain"], None, speed["plain"])
    yield Metric("loading.again [rows/s]", speed["again"], total, speed["cold"], None, speed["plain"])


def _cold(total: int, watch: Watch) -> None:
    _empty()
    with watch.running():
        loaded = loading.load_record(ACTOR, EXAMPLE, now=NOW)
    assert loaded == loading.Loaded(created=total, changed=0, unchanged=0)
    assert proof.verify().problems == ()


def _again(total: int, watch: Watch) -> None:
    """Straight after the cold load: all is read and checked, nothing is written."""
    with watch.running():
        loaded = loading.load_record(ACTOR, EXAMPLE, now=NOW)
    assert loaded == loading.Loaded(created=0, changed=0, unchanged=total)


def _plain(rows: dict[type[models.Model], list[Any]], watch: Watch) -> None:
    _empty()
    with triggers.suspended(connection):
        with watch.running(), transaction.atomic():
            for model, found in rows.items():
                model.objects.bulk_create(found, batch_size=loading.BATCH)
        assert all(model.objects.count() == len(found) for model, found in rows.items())


def _empty() -> None:
    """Take everything away, history and all, as nothing in the programme can."""
    with triggers.suspended(connection), transaction.atomic(), connection.cursor() as cursor:
        for table in reversed(list(tables.kept())):
            cursor.execute(f"DELETE FROM {table.name}")
            cursor.execute(f"DELETE FROM {table.version}")
        cursor.execute(f"DELETE FROM {tables.REVISIONS}")
