"""Looking for rows by their words, symbols and amounts: as known now, or as known at a moment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quicksilver.core import search
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.search import Query
from quicksilver.records.history import revisions, versions
from quicksilver.records.models import SearchEntry
from quicksilver.records.search import finding
from quicksilver.records.search.finding import Hit
from quicksilver.services import gate, indexing, searchable
from quicksilver.services import record as reading
from quicksilver.services.searchable import Line

RULE = "docs/operators.md"
PAGE = 20


@dataclass(frozen=True)
class Found:
    """One row that was found, and the line in which.

    Parameters
    ----------
    row : Entry
        The row as it was known.
    line : Line
        The text that was found.
    spans : list of (int, int)
        Where in it the words stand.
    exact : bool
        Whether it was found by an identifier or an amount.
    """

    row: Entry
    line: Line
    spans: list[tuple[int, int]]
    exact: bool


@dataclass(frozen=True)
class Results:
    """One page of what was found.

    Parameters
    ----------
    query : Query
        What was asked.
    by_kind : mapping
        Number of rows of each kind, over all pages and kinds.
    later : int
        Rows that match but take effect only after the date of the page.
    rows : tuple of Found
        Those of this page.
    first, total : int
        Number of the first of them, and how many there are of the kinds chosen.
    after : str
        Where the next page begins; empty on the last.
    """

    query: Query
    by_kind: dict[str, int]
    later: int
    rows: tuple[Found, ...]
    first: int
    total: int
    after: str


def find(
    record: Snapshot,
    text: str,
    *,
    language: str,
    as_at: date,
    moment: datetime | None = None,
    kinds: Sequence[str] = (),
    after: str = "",
) -> Results:
    """Rows by identifier or amount first, then by words, the newest first; three SQL queries at most.

    ``record`` is the record as known at ``moment`` (None for now); ``after`` is where the page before ended.

    Raises
    ------
    Refused
        A kind does not exist, or ``after`` is no place in a list.
    """
    query, asked = search.read(text), list(dict.fromkeys(kinds))
    problems = [problem for kind in asked for problem in _unknown_kind(kind)]
    seen, last = _place(after, problems)
    if problems:
        raise Refused(problems)
    revision = _revision(moment)
    if not query or not revision:
        return Results(query, {}, 0, (), 0, 0, "")
    counted = finding.counts(query, revision, as_at)
    by_kind = {kind: number for kind, later, number in counted if not later}
    later = sum(number for kind, late, number in counted if late and (not asked or kind in asked))
    total = sum(number for kind, number in by_kind.items() if not asked or kind in asked)
    hits = finding.page(query, revision, as_at, kinds=asked, after=last, size=PAGE + 1) if total else []
    rows = tuple(found for hit in hits[:PAGE] if (found := _found(record, query, hit, language)))
    following = _written(seen + PAGE, hits[PAGE - 1]) if len(hits) > PAGE else ""
    return Results(query, by_kind, later, rows, seen + 1, total, following)


def rebuild(actor: Actor, progress: Callable[[int, int], None] | None = None) -> int:
    """Make the index anew; returns the number of its entries.

    Writes: the index, which is made from the record and not part of it.

    Raises
    ------
    gate.NotPermitted
        The actor may not load the record either.
    """
    gate.require(actor, "record.load")
    return indexing.rebuild(progress)


def _revision(moment: datetime | None) -> int:
    """The revision to search at; 0 if nothing was known yet."""
    if moment is None:
        return versions.CURRENT - 1
    found = revisions.revision_at(moment)
    return found[0] if found else 0


def _found(record: Snapshot, query: Query, hit: Hit, language: str) -> Found | None:
    row = record.get(hit.key)
    if row is None:
        return None
    line, spans = _best_line(row, query, language)
    return Found(row, line, spans, hit.part == SearchEntry.IDENTIFIERS)


def _best_line(row: Entry, query: Query, language: str) -> tuple[Line, list[tuple[int, int]]]:
    """The line with the most of the words looked for, in the reader's language where it is as good as another.

    What is looked for by its identifier is shown by that alone.
    """
    best: tuple[tuple[float, int], Line, list[tuple[int, int]]] | None = None
    for line in searchable.lines(row):
        held = set(search.tokens(line.text, line.language or "en")) | {search.identifier(line.text)}
        share = max((len(held & set(words)) / len(words) for words in query.words), default=0.0)
        if not share:
            continue
        worth = (share, {language: 3, "": 2, "en": 1}.get(line.language, 0))
        if best is None or worth > best[0]:
            best = worth, line, search.marks(line.text, line.language or "en", query.wanted)
    return (best[1], best[2]) if best else (Line(row.key), [(0, len(row.key))])


def _unknown_kind(kind: str) -> list[Problem]:
    if kind in reading.KINDS:
        return []
    message = msg("“{kind}” is not a kind of row. Choose one of {known}.")
    found = {"kind": kind, "known": ", ".join(reading.KINDS)}
    return [Problem("kind-unknown", message, found, RULE, Place(field="kind"))]


def _written(seen: int, hit: Hit) -> str:
    """A place in the list as it stands in an address."""
    return f"{seen}.{hit.part}.{hit.dated.isoformat()}.{hit.key}"


def _place(after: str, problems: list[Problem]) -> tuple[int, Hit | None]:
    """How many rows came before, and the last of them; what is wrong is added to the problems."""
    if not after:
        return 0, None
    try:
        seen, part, dated, key = after.split(".", 3)
        return int(seen), Hit(int(part), date.fromisoformat(dated), key)
    except ValueError:
        message = msg("“{place}” is not a place in this list. Open the list from its beginning.")
        problems.append(Problem("list-place", message, {"place": after}, RULE, Place(field="after")))
        return 0, None
