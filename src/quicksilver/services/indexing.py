"""Keeping the search index in step with the record: after each deed, or all of it anew."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from quicksilver.core.dates import KnownDate
from quicksilver.core.record import Entry
from quicksilver.records.history import revisions, versions
from quicksilver.records.history.tables import DIRECT
from quicksilver.records.models import RECORD_MODELS, Revision, SearchEntry
from quicksilver.services import record as reading
from quicksilver.services import searchable

BATCH = 500


@dataclass(frozen=True)
class _Stretch:
    """What a row is found by, and from which revision until which."""

    identifiers: str
    words: str
    begins: date
    dated: date
    known_from: int
    known_to: int

    def follows(self, other: "_Stretch") -> bool:
        """Whether nothing that is searched changed from one to the next."""
        same = (self.identifiers, self.words, self.begins, self.dated)
        return self.known_from == other.known_to and same == (other.identifiers, other.words, other.begins, other.dated)


@dataclass(frozen=True)
class _Row:
    """A row of the record, with its stretches in order."""

    kind: str
    key: str
    stretches: list[_Stretch]

    def entries(self) -> Iterator[SearchEntry]:
        """The entries of all its stretches."""
        for stretch in self.stretches:
            for part, tokens in ((SearchEntry.IDENTIFIERS, stretch.identifiers), (SearchEntry.WORDS, stretch.words)):
                if tokens:
                    yield SearchEntry(
                        key=self.key,
                        kind=self.kind,
                        part=part,
                        tokens=tokens,
                        begins=stretch.begins,
                        dated=stretch.dated,
                        known_from=stretch.known_from,
                        known_to=stretch.known_to,
                    )


def update(revision: Revision) -> None:
    """Index what a revision changed, within its own transaction; and what was changed by SQL right before it.

    Writes: entries of the rows changed. Costs one SQL query for each table touched, and few beside.
    """
    last_deed = Revision.objects.filter(number__lt=revision.number).exclude(deed=DIRECT).order_by("-number").first()
    first = last_deed.number + 1 if last_deed else 1
    for batch in _batches(_changed(first, revision.number)):
        _renew(batch, first)


def rebuild(progress: Callable[[int, int], None] | None = None) -> int:
    """Make the whole index anew from the history; returns the number of entries.

    Writes: every entry, in one transaction.
    """
    with transaction.atomic():
        revisions.seal_pending()
        SearchEntry.objects.all().delete()
        for done, model in enumerate(RECORD_MODELS, start=1):
            for batch in _batches(_stretches(model, _versions(model).iterator(BATCH))):
                SearchEntry.objects.bulk_create(entry for row in batch for entry in row.entries())
            if progress:
                progress(done, len(RECORD_MODELS))
    return SearchEntry.objects.count()


def _changed(first: int, last: int) -> Iterator[_Row]:
    """The rows that the revisions changed, each with its stretches from then on and the one that was so before."""
    for model in revisions.touched(first, last):
        keys = _versions(model).filter(Q(rev_from__gte=first) | Q(rev_to__range=(first, last))).values("key")
        yield from _stretches(model, _versions(model).filter(key__in=keys.order_by(), rev_to__gte=first))


def _renew(batch: list[_Row], first: int) -> None:
    """Close the entries of rows that are found by something else now, and add what they are found by."""
    open_now = SearchEntry.objects.filter(known_to=versions.CURRENT, known_from__lt=first)
    keys = [row.key for row in batch if row.stretches[0].known_from < first]
    indexed = set(open_now.filter(key__in=keys).values_list("key", flat=True)) if keys else set()
    closed: dict[int, list[str]] = {}
    for row in batch:
        if row.key in indexed:
            closed.setdefault(row.stretches.pop(0).known_to, []).append(row.key)
    for known_to, ended in closed.items():
        if known_to != versions.CURRENT:
            open_now.filter(key__in=ended).update(known_to=known_to)
    SearchEntry.objects.bulk_create((entry for row in batch for entry in row.entries()), batch_size=BATCH)


def _batches(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _versions(model: type[models.Model]) -> Any:
    made: Any = versions.of(model)
    return made.objects.order_by("key", "rev_from")


def _stretches(model: Any, rows: Iterable[Any]) -> Iterator[_Row]:
    """Each row, from its versions in order, with the stretches in which it was found by the same."""
    for key, states in groupby(rows, key=lambda row: row.key):
        found: list[_Stretch] = []
        for state in states:
            stretch = _stretch(reading.entry(model, state), state.rev_from, state.rev_to)
            if found and stretch.follows(found[-1]):
                stretch = replace(stretch, known_from=found.pop().known_from)
            found.append(stretch)
        yield _Row(model.KIND, key, found)


def _stretch(row: Entry, known_from: int, known_to: int) -> _Stretch:
    begins, dated = _days(row.effective)
    identifiers, words = searchable.identifiers(row), searchable.words(row)
    return _Stretch(" ".join(identifiers), " ".join(words), begins, dated, known_from, known_to)


def _days(known: KnownDate | None) -> tuple[date, date]:
    """The first day a row may count from, and the day it is listed by: the last such day that is known."""
    if not isinstance(known, KnownDate):
        return date.min, date.min
    return known.earliest, known.earliest if known.latest == date.max else known.latest
