"""The full-text index in the words of SQLite: an FTS5 table over the entries, kept in step by triggers.

The tokens are stored once, in the entries; FTS5 only indexes them. It cuts nothing further: a token is letters and
digits, and accents are gone already (where it does not know a letter yet, a token is a phrase to it). Entries are
added, closed and taken away; their tokens never change.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from quicksilver.records.models import SearchEntry

ENTRIES = SearchEntry._meta.db_table
INDEX = "records_searchtext"
# Binary order of keys, the same on every database.
BINARY = "COLLATE BINARY"
MATCHES = f"id IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s)"

_TABLE = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5(tokens, content='{ENTRIES}', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', columnsize=0)"
)


def install(cursor: Any) -> None:
    """Make the index where it is missing, and its triggers anew: a migration may have dropped them."""
    cursor.execute("SELECT 1 FROM sqlite_master WHERE name = %s", [INDEX])
    if cursor.fetchone() is None:
        cursor.execute(_TABLE)
        cursor.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")
    for name, trigger in _triggers():
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"CREATE TRIGGER {name} {trigger}")


def expression(all_of: Iterable[Iterable[str]]) -> str:
    """The query for entries that have all tokens of one of several sets."""
    return " OR ".join("(" + " AND ".join(f'"{token}"' for token in tokens) + ")" for tokens in all_of)


def _triggers() -> Iterator[tuple[str, str]]:
    added = f"INSERT INTO {INDEX} (rowid, tokens) VALUES (NEW.id, NEW.tokens);"
    gone = f"INSERT INTO {INDEX} ({INDEX}, rowid, tokens) VALUES ('delete', OLD.id, OLD.tokens);"
    yield "search_added", f"AFTER INSERT ON {ENTRIES} BEGIN {added} END"
    yield "search_gone", f"AFTER DELETE ON {ENTRIES} BEGIN {gone} END"
    yield "search_changed", f"AFTER UPDATE OF tokens ON {ENTRIES} BEGIN {gone} {added} END"
