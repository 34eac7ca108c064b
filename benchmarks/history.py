"""The two clocks: what a save costs that leaves a version, and what it costs to read the past.

The limits are the same save with the triggers away, and the same read of the current table. The peer for
reading is a history table made by hand: one row a change, indexed, and of each row the latest at or before a
revision. That is what audit libraries keep, without their overhead; our version table serves as one.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Count

from benchmarks import filling
from benchmarks.harness import Goal, Metric, Watch, times, whole
from quicksilver.core.policies import secretariat
from quicksilver.records.history import proof, revisions, tables, triggers, versions, views
from quicksilver.records.models import Revision, Stakeholder
from quicksilver.services import gate

SIZES = {"tiny": (200, 2_000), "quick": (2_000, 20_000), "full": (100_000, 1_000_000)}
ACTOR = secretariat("Benchmark")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
PAGE, PAGES = 50, 20  # rows of a page, pages read at a time
SAVES = 200
version = versions.of(Stakeholder)


def measure(folder: Path, size: str) -> Iterator[Metric]:
    """Fill a history, ask it, write to it, and prove it."""
    rows, total = SIZES[size]
    middle, now = filling.fill(rows, total)
    yield from _pages(middle, now, size)
    yield from _aggregates(middle, now, size)
    yield from _saves(rows, size)
    revisions.seal_pending()
    assert proof.verify().problems == (), "the history no longer holds"


# -- reading --------------------------------------------------------------------------------------------


def _pages(middle: filling.Past, now: filling.Past, size: str) -> Iterator[Metric]:
    """Pages of fifty, spread over the register, in the order of keys."""
    rows = len(now.kinds)
    firsts = [(rows - PAGE) * i // PAGES for i in range(PAGES)]
    ours, current, peer = partial(_page, middle.revision), partial(_page, None), partial(_latest_page, middle.revision)
    for first in firsts:
        assert ours(first) == middle.page(first, PAGE) == peer(first)
        assert current(first) == now.page(first, PAGE)
    contenders = {"ours": ours, "current": current, "peer": peer}
    taken = times({name: whole(partial(_each, page, firsts)) for name, page in contenders.items()}, size)
    yield from _compared("history.page_as_known", taken, PAGES, Goal(at_most=2), rows)


def _page(revision: int | None, first: int) -> list[Any]:
    return _seen(views.rows(Stakeholder, revision).filter(key__gte=filling.key(first)))


def _latest_page(revision: int, first: int) -> list[Any]:
    found = version.objects.filter(rev_from=models.Subquery(_latest(revision)), key__gte=filling.key(first))
    return _seen(found)


def _latest(revision: int) -> models.QuerySet:
    """The last change of a row at or before a revision."""
    of_row = version.objects.filter(key=models.OuterRef("key"), rev_from__lte=revision)
    return of_row.order_by("-rev_from").values("rev_from")[:1]


def _seen(found: models.QuerySet) -> list[Any]:
    """What a list shows; making objects of whole rows would take longer than all the rest, and hide it."""
    return list(found.order_by("key").values_list("key", "kind", "locator")[:PAGE])


def _each(page: Callable[[int], Any], firsts: list[int]) -> None:
    for first in firsts:
        page(first)


def _aggregates(middle: filling.Past, now: filling.Past, size: str) -> Iterator[Metric]:
    """Stakeholders counted by kind."""
    contenders = {
        "ours": partial(_by_kind, views.rows(Stakeholder, middle.revision)),
        "current": partial(_by_kind, views.rows(Stakeholder, None)),
        "peer": partial(_latest_by_kind, middle.revision),
    }
    expected = {"ours": middle, "current": now, "peer": middle}
    for name, contender in contenders.items():
        assert contender() == expected[name].by_kind(), name
    taken = times({name: whole(contender) for name, contender in contenders.items()}, size)
    goal = Goal(at_most=5 if connection.vendor == "postgresql" else 3)
    yield from _compared("history.aggregate_as_known", taken, 1, goal, len(now.kinds))


def _by_kind(found: models.QuerySet) -> dict[str, int]:
    return dict(found.order_by().values_list("kind").annotate(rows=Count("key")))


def _latest_by_kind(revision: int) -> dict[str, int]:
    """By whichever way is the faster on this database."""
    if connection.vendor == "sqlite":
        return _by_kind(version.objects.filter(rev_from=models.Subquery(_latest(revision))))
    statement = f"""
        SELECT kind, count(*) FROM (SELECT kind, row_number() OVER (PARTITION BY key ORDER BY rev_from DESC) AS place
        FROM {tables.of(Stakeholder).version} WHERE rev_from <= %s) AS latest WHERE place = 1 GROUP BY kind"""
    with connection.cursor() as cursor:
        cursor.execute(statement, [revision])
        return dict(cursor.fetchall())


def _compared(name: str, taken: dict[str, float], each: int, goal: Goal, rows: int) -> Iterator[Metric]:
    """A read of the past beside the limit, and beside the peer [ms]."""
    cost = {who: 1000 * seconds / each for who, seconds in taken.items()}
    yield Metric(f"{name} [ms]", cost["ours"], rows, cost["current"], goal, cost["current"])
    yield Metric(f"{name}.latest_row [ms]", cost["ours"], rows, cost["peer"], Goal(at_most=1), cost["current"])


# -- writing --------------------------------------------------------------------------------------------


def _saves(rows: int, size: str) -> Iterator[Metric]:
    """Saves through the ORM: each in a transaction of its own, many in one deed, and each a whole deed."""
    places = count(1)  # a locator that no row has, so that every save changes its row
    ways: list[tuple[str, Callable[[list[Any], Any], None], Callable[[list[Any], Any], None], Goal | None]] = [
        ("history.save_audited", _under_one_revision, _one_by_one, Goal(at_least=0.85 if _is_postgresql() else 0.7)),
        ("history.save_in_one_deed", _in_one_deed, _in_one_transaction, None),
        ("history.save_as_whole_deed", _each_a_deed, _one_by_one, None),
    ]
    for name, audited, plain, goal in ways:
        chosen = [filling.key(rows * i // SAVES) for i in range(SAVES)]
        taken = times(
            {"ours": partial(_with, audited, chosen, places), "peer": partial(_without, plain, chosen, places)}, size
        )
        ours, peer = SAVES / taken["ours"], SAVES / taken["peer"]
        yield Metric(f"{name} [saves/s]", ours, rows, peer, goal, peer)


def _is_postgresql() -> bool:
    return connection.vendor == "postgresql"


def _with(save: Callable[[list[Any], Any], None], keys: list[str], places: Any, watch: Watch) -> None:
    """Save with the triggers, and find each version where it should be."""
    revisions.seal_pending()
    found = _rows(keys)
    before = Revision.objects.count()
    with watch.running():
        save(found, places)
    opened = version.objects.filter(rev_to=versions.CURRENT, rev_from__gt=before, key__in=keys)
    assert dict(opened.values_list("key", "locator")) == {row.key: row.locator for row in found}


def _without(save: Callable[[list[Any], Any], None], keys: list[str], places: Any, watch: Watch) -> None:
    """Save without the triggers, then put back what the history knows nothing of."""
    found = _rows(keys)
    kept = {row.key: row.locator for row in found}
    with triggers.suspended(connection):
        with watch.running():
            save(found, places)
        assert {row.key: row.locator for row in _rows(keys)} == {row.key: row.locator for row in found} != kept
        for row in found:
            Stakeholder.objects.filter(key=row.key).update(locator=kept[row.key])


def _rows(keys: list[str]) -> list[Any]:
    return list(Stakeholder.objects.filter(key__in=keys).order_by("key"))


def _one_by_one(rows: list[Any], places: Any) -> None:
    for row in rows:
        _save(row, places)


def _under_one_revision(rows: list[Any], places: Any) -> None:
    """What a save costs within a deed, apart from opening and sealing; each still commits by itself."""
    with transaction.atomic():
        revisions.open_revision(at=NOW, actor=ACTOR.name, deed="benchmark")
    _one_by_one(rows, places)


def _in_one_transaction(rows: list[Any], places: Any) -> None:
    with transaction.atomic():
        _one_by_one(rows, places)


def _in_one_deed(rows: list[Any], places: Any) -> None:
    with gate.deed(ACTOR, "benchmark", now=NOW, action="record.load"):
        _one_by_one(rows, places)


def _each_a_deed(rows: list[Any], places: Any) -> None:
    for row in rows:
        with gate.deed(ACTOR, "benchmark", now=NOW, action="record.load"):
            _save(row, places)


def _save(row: Any, places: Any) -> None:
    row.locator = f"q.{next(places)}"
    row.save(force_update=True)
