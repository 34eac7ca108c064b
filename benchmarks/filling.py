"""A long history for the benchmarks, and what it must answer, known without asking the database.

Every row is entered in one of the first revisions; every later revision changes one row at random. The
version rows are written in bulk, with the triggers away, and the revisions are chained over them as deeds
would have chained them: ``quicksilver verify`` finds nothing wrong with the result.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, models, transaction

from quicksilver.core import codelists
from quicksilver.records.history import digests, tables, triggers
from quicksilver.records.history.versions import CURRENT
from quicksilver.records.models import Revision, Source, Stakeholder

SOURCE = Source(key="source/benchmark", kind="document", standing="secondary", title={"en": "Made for a benchmark"})
BEGIN = datetime(2007, 1, 1, tzinfo=UTC)
SEED = 2007
BLOCK = 1000
Row = tuple[Any, ...]


@dataclass
class Past:
    """What was so at a revision.

    Parameters
    ----------
    revision : int
        Number of the revision.
    kinds, places : list of str
        Kind and locator of each stakeholder, by its number.
    """

    revision: int
    kinds: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def page(self, first: int, size: int) -> list[tuple[str, str, str]]:
        """Key, kind and locator of some rows in the order of their keys."""
        return [(key(i), self.kinds[i], self.places[i]) for i in range(first, first + size)]

    def by_kind(self) -> dict[str, int]:
        """How many stakeholders there were of each kind."""
        return {kind: self.kinds.count(kind) for kind in set(self.kinds)}


def key(number: int) -> str:
    """Key of a stakeholder by its number; keys are in the order of numbers."""
    return f"stakeholder/{number:06d}"


def fill(rows: int, revisions: int) -> tuple[Past, Past]:
    """Fill the database; returns what was so at the middle revision and what is so now."""
    middle, now = Past(revisions // 2), Past(revisions)
    with triggers.suspended(connection), transaction.atomic():
        SOURCE.save(force_insert=True)
        _insert(tables.of(Source).version, _columns(Source, "rev_from", "rev_to"), [(*_values(SOURCE), 1, CURRENT)])
        versions = _versions(rows, middle, now)
        _insert(tables.of(Stakeholder).version, _columns(Stakeholder, "rev_from", "rev_to"), versions)
        cells = _Cells()
        present = (cells.of(i, now.kinds[i], now.places[i]) for i in range(rows))
        _insert(tables.of(Stakeholder).name, _columns(Stakeholder), present)
        _chain(revisions)
    if connection.vendor == "postgresql":  # which does so by itself, but later
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return middle, now


def _versions(rows: int, middle: Past, now: Past) -> Iterator[Row]:
    """Every version row, while the two states are noted."""
    chance, cells = random.Random(SEED), _Cells()  # noqa: S311 -- no secret
    codes, since = codelists.codes("stakeholder_kind"), list(range(1, rows + 1))
    now.kinds = [codes[i % len(codes)] for i in range(rows)]
    now.places = [f"p.{i}" for i in range(rows)]
    for revision in range(rows + 1, now.revision + 1):
        i = chance.randrange(rows)
        yield (*cells.of(i, now.kinds[i], now.places[i]), since[i], revision)
        now.kinds[i], now.places[i], since[i] = chance.choice(codes), f"p.{revision}", revision
        if revision == middle.revision:
            middle.kinds, middle.places = list(now.kinds), list(now.places)
    for i in range(rows):
        yield (*cells.of(i, now.kinds[i], now.places[i]), since[i], CURRENT)


class _Cells:
    """Stakeholders as the database takes them, without making a model of each."""

    def __init__(self) -> None:
        names = [field.column for field in Stakeholder._meta.concrete_fields]
        self._places = [names.index(name) for name in ("key", "kind", "locator", "country")]
        example = Stakeholder(source=SOURCE, names={"en": "A partner", "fr": "Un partenaire"}, remark={})
        self._row = _values(example)

    def of(self, number: int, kind: str, locator: str) -> Row:
        """The cells of one."""
        row = list(self._row)
        for place, value in zip(self._places, (key(number), kind, locator, "USA"), strict=True):
            row[place] = value
        return tuple(row)


def _values(instance: models.Model) -> Row:
    fields = instance._meta.concrete_fields
    return tuple(field.get_db_prep_save(getattr(instance, field.attname), connection) for field in fields)


def _columns(model: type[models.Model], *more: str) -> list[str]:
    return [*tables.of(model).columns, *more]


def _insert(table: str, columns: list[str], rows: Iterable[Row]) -> None:
    listed, holes = ", ".join(f'"{column}"' for column in columns), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        for block in blocks(rows, BLOCK):
            cursor.executemany(f"INSERT INTO {table} ({listed}) VALUES ({holes})", block)


def blocks(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows, so many at a time."""
    remaining = iter(rows)
    while block := list(islice(remaining, size)):
        yield block


def _chain(revisions: int) -> None:
    """Seal one revision after the other, each over what the version tables say it did."""
    previous, at = "", Revision._meta.get_field("at")
    columns = ["number", "at", "actor", "deed", "reason", "previous", "digest"]
    for first in range(1, revisions + 1, BLOCK):
        last, sealed = min(first + BLOCK - 1, revisions), []
        lines = digests.changes(connection, first, last)
        for number in range(first, last + 1):
            made = Revision(number=number, at=BEGIN + timedelta(minutes=number), actor="Benchmark", deed="load_record")
            digest = digests.digest(made, previous, lines[number])
            moment = at.get_db_prep_save(made.at, connection)
            sealed.append((number, moment, made.actor, made.deed, "", previous, digest))
            previous = digest
        _insert(tables.REVISIONS, columns, sealed)
