"""The triggers in the words of SQLite.

SQLite has no functions, so each trigger carries the whole of what it does. ``IS`` and ``IS NOT`` compare
with NULL as a value. ``INSERT OR REPLACE`` removes rows without firing their delete triggers; where it
could take another row away, a trigger refuses it.
"""

import re
from collections.abc import Iterator
from typing import Any

from quicksilver.records.history.tables import DIRECT, ISSUED, OUTSIDE, REFUSED, REVISIONS, Kept
from quicksilver.records.history.versions import CURRENT

PREFIX = "quicksilver_"

_OPEN = f"(SELECT number FROM {REVISIONS} WHERE digest = '')"
_LAST = f"coalesce((SELECT max(number) FROM {REVISIONS}), 0)"
# Microseconds as Django writes them, so that moments compare as text.
_NOW = "replace(strftime('%Y-%m-%d %H:%M:%f', 'now') || '000', '.000000', '')"

# A change outside a deed opens a revision of its own; the next such change joins it and moves its time
# forward, so that nothing counts as known before it was.
_OPEN_ONE = f"""
    INSERT INTO {REVISIONS} (number, at, actor, deed, reason, previous, digest)
        SELECT {_LAST} + 1, {_NOW}, '{OUTSIDE}', '{DIRECT}', '', '', '' WHERE {_OPEN} IS NULL;
    UPDATE {REVISIONS} SET at = {_NOW}
        WHERE digest = '' AND actor = '{OUTSIDE}' AND deed = '{DIRECT}' AND at < {_NOW};"""


def create(tables: list[Kept], cursor: Any) -> dict[str, str]:
    """Each trigger's name and the statement that makes it."""
    made = {}
    for table in tables:
        made.update(_keeping(table))
        made.update(_version_guards(table))
    made.update(_revision_guards(tables))
    for name in ISSUED:
        for deed in ("update", "delete"):
            made.update(_refusal(name, deed, "1", "issued"))
        made.update(_no_replacing(name, cursor))
    for table in tables:
        made.update(_no_replacing(table.name, cursor, same_key_allowed=True))
    return made


def existing(cursor: Any) -> dict[str, str]:
    """The triggers in the database, with their statements."""
    cursor.execute(f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '{PREFIX}%'")
    return dict(cursor.fetchall())


def remove(cursor: Any) -> None:
    """Drop them all."""
    for name in existing(cursor):
        cursor.execute(f"DROP TRIGGER {name}")


def columns(cursor: Any) -> dict[str, set[str]]:
    """Every table's columns: one query."""
    cursor.execute("SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'")
    found: dict[str, set[str]] = {}
    for table, column in cursor.fetchall():
        found.setdefault(table, set()).add(column)
    return found


def _keeping(table: Kept) -> Iterator[tuple[str, str]]:
    version, listed = table.version, table.listed()
    end = f"""
    DELETE FROM {version} WHERE key = {{row}}.key AND rev_to = {CURRENT} AND rev_from = {_OPEN};
    UPDATE {version} SET rev_to = {_OPEN} WHERE key = {{row}}.key AND rev_to = {CURRENT};"""
    begin = f"""
    INSERT INTO {version} ({listed}, rev_from, rev_to) VALUES ({table.listed("NEW.")}, {_OPEN}, {CURRENT});"""
    differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in table.columns)
    yield _trigger(table.name, "insert", f"AFTER INSERT ON {table.name}", _OPEN_ONE + end.format(row="NEW") + begin)
    yield _trigger(
        table.name,
        "update",
        f"AFTER UPDATE ON {table.name} WHEN {differs}",
        _OPEN_ONE + end.format(row="OLD") + begin,
    )
    yield _trigger(table.name, "delete", f"AFTER DELETE ON {table.name}", _OPEN_ONE + end.format(row="OLD"))


def _trigger(table: str, name: str, event: str, body: str) -> tuple[str, str]:
    full = f"{PREFIX}{table}_{name}"
    return full, f"CREATE TRIGGER {full} {event} BEGIN{body}\nEND"


def _refusal(table: str, deed: str, when: str, reason: str) -> Iterator[tuple[str, str]]:
    body = f" SELECT RAISE(ABORT, '{REFUSED[reason]}');"
    yield _trigger(table, f"guard_{deed}", f"BEFORE {deed.upper()} ON {table} WHEN {when}", body)


def _version_guards(table: Kept) -> Iterator[tuple[str, str]]:
    """A version may be opened in the open revision, closed by it, and taken back within it; no more."""
    same = " AND ".join(f'OLD."{column}" IS NEW."{column}"' for column in (*table.columns, "rev_from"))
    held = f"EXISTS (SELECT 1 FROM {table.version} WHERE key = NEW.key AND rev_to = {CURRENT})"
    out_of_place = f"NEW.rev_from IS NOT {_OPEN} OR NEW.rev_to IS NOT {CURRENT} OR {held}"
    closing = f"(OLD.rev_to = {CURRENT} AND NEW.rev_to = {_OPEN} AND {same})"
    yield from _refusal(table.version, "insert", out_of_place, "version")
    yield from _refusal(table.version, "update", f"{closing} IS NOT TRUE", "version")
    yield from _refusal(table.version, "delete", f"OLD.rev_from IS NOT {_OPEN}", "version")


def _revision_guards(tables: list[Kept]) -> Iterator[tuple[str, str]]:
    """Revisions come one by one, are sealed once, and go only while they are open and empty."""
    used = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table.version} WHERE {end} = OLD.number)"
        for table in tables
        for end in ("rev_from", "rev_to")
    )
    yield from _refusal(REVISIONS, "insert", f"NEW.digest <> '' OR NEW.number IS NOT {_LAST} + 1", "revision")
    yield from _refusal(REVISIONS, "update", "OLD.digest <> '' OR NEW.number IS NOT OLD.number", "revision")
    yield from _refusal(REVISIONS, "delete", f"OLD.digest <> '' OR {used}", "revision")


def _no_replacing(table: str, cursor: Any, *, same_key_allowed: bool = False) -> Iterator[tuple[str, str]]:
    """Refuse ``OR REPLACE`` where it would take away another row than the one of the same key."""
    for deed in ("insert", "update"):
        other = "rowid <> OLD.rowid" if deed == "update" else "key <> NEW.key" if same_key_allowed else "1"
        taken = [f"EXISTS (SELECT 1 FROM {table} WHERE {clash} AND {other})" for clash in _clashes(table, cursor)]
        body = f" SELECT RAISE(ABORT, '{REFUSED['replace']}');"
        if taken and not (deed == "update" and table in ISSUED):
            yield _trigger(
                table, f"no_replace_{deed}", f"BEFORE {deed.upper()} ON {table} WHEN {' OR '.join(taken)}", body
            )


def _clashes(table: str, cursor: Any) -> list[str]:
    """For each unique index, the condition under which a row has the new row's values."""
    cursor.execute(
        "SELECT l.name, group_concat(i.name), m.sql FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i "
        'LEFT JOIN sqlite_master m ON m.name = l.name WHERE l."unique" GROUP BY l.name ORDER BY l.name',
        [table],
    )
    found = []
    for _, columns, statement in cursor.fetchall():
        equal = [f'"{column}" = NEW."{column}"' for column in columns.split(",")]
        partial = re.search(r"\sWHERE\s(.*)$", statement or "", re.DOTALL)
        found.append(" AND ".join([*equal, f"({partial.group(1)})"] if partial else equal))
    return found
