"""The full-text index in the words of PostgreSQL: a tsvector of the tokens as they are, under a GIN index.

No parser of PostgreSQL's reads them: that of ``simple`` takes 1e5 for a number, and in some locales no Chinese
character for a letter.
"""

from collections.abc import Iterable
from typing import Any

from quicksilver.records.models import SearchEntry

ENTRIES = SearchEntry._meta.db_table
INDEX = "records_searchtext"
# Binary order of keys, the same on every database.
BINARY = 'COLLATE "C"'

_VECTOR = "array_to_tsvector(string_to_array(tokens, ' '))"
MATCHES = f"{_VECTOR} @@ %s::tsquery"


def install(cursor: Any) -> None:
    """Make the index where it is missing."""
    cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON {ENTRIES} USING gin ({_VECTOR})")


def expression(all_of: Iterable[Iterable[str]]) -> str:
    """The query for entries that have all tokens of one of several sets."""
    return " | ".join("(" + " & ".join(f"'{token}'" for token in tokens) + ")" for tokens in all_of)
