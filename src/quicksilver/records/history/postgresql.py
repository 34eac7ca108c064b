"""The triggers in the words of PostgreSQL.

Writers take turns: whoever changes a kept table first takes one advisory lock and holds it to the end of the
transaction, so that revisions are committed in the order of their numbers. Readers never wait.
"""

from collections.abc import Iterator
from typing import Any

from quicksilver.records.history.tables import DIRECT, ISSUED, OUTSIDE, REFUSED, REVISIONS, Kept
from quicksilver.records.history.versions import CURRENT

PREFIX = "quicksilver_"
# Any number that no other program locks in this database: "Hg" and the atomic number of mercury.
LOCK = 720_080

_OPEN = f"(SELECT number FROM {REVISIONS} WHERE digest = '')"
_TAKE_TURN = f"PERFORM pg_advisory_xact_lock({LOCK});"


def create(tables: list[Kept], cursor: Any) -> dict[str, str]:
    """Each function's or trigger's name and the statement that makes it."""
    made = dict(_functions(tables))
    for table in tables:
        made.update(_keeping(table))
        made.update(_version_guards(table))
    guard = f"EXECUTE FUNCTION {PREFIX}revision_guard()"
    made.update(_trigger(REVISIONS, "guard", "BEFORE INSERT OR UPDATE OR DELETE", f"FOR EACH ROW {guard}"))
    made.update(_refusal(REVISIONS, "truncate", "TRUNCATE", "truncate"))
    for name in ISSUED:
        made.update(_refusal(name, "change", "UPDATE OR DELETE OR TRUNCATE", "issued"))
    return made


def existing(cursor: Any) -> dict[str, str]:
    """The triggers that are switched on, with their definitions, and the bodies of their functions."""
    cursor.execute(
        "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger "
        f"WHERE tgname LIKE '{PREFIX}%' AND tgenabled IN ('O', 'A') "
        f"UNION ALL SELECT proname || '()', prosrc FROM pg_proc WHERE proname LIKE '{PREFIX}%'"
    )
    return dict(cursor.fetchall())


def remove(cursor: Any) -> None:
    """Drop the functions, and with them the triggers that call them."""
    cursor.execute(f"SELECT oid::regprocedure::text FROM pg_proc WHERE proname LIKE '{PREFIX}%'")
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP FUNCTION {name} CASCADE")


def columns(cursor: Any) -> dict[str, set[str]]:
    """Every table's columns: one query."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
    )
    found: dict[str, set[str]] = {}
    for table, column in cursor.fetchall():
        found.setdefault(table, set()).add(column)
    return found


def _functions(tables: list[Kept]) -> Iterator[tuple[str, str]]:
    yield _function("take_turn", "trigger", f"BEGIN {_TAKE_TURN} RETURN NULL; END")
    yield _function("refuse", "trigger", "BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = '23001'; END")
    yield _function("open_revision", "bigint", _OPEN_ONE)
    yield _function("version_guard", "trigger", _VERSION_GUARD)
    used = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table.version} WHERE {end} = OLD.number)"
        for table in tables
        for end in ("rev_from", "rev_to")
    )
    yield _function("revision_guard", "trigger", _REVISION_GUARD.format(used=used))
    for table in tables:
        yield _function(f"keep_{table.name}", "trigger", _keep(table))


def _function(name: str, returns: str, body: str) -> tuple[str, str]:
    full = f"{PREFIX}{name}()"
    return full, f"CREATE FUNCTION {full} RETURNS {returns} LANGUAGE plpgsql AS $${body}$$"


# A change outside a deed opens a revision of its own; the next such change joins it and moves its time
# forward, so that nothing counts as known before it was.
_OPEN_ONE = f"""
DECLARE found bigint;
BEGIN
    {_TAKE_TURN}
    SELECT number INTO found FROM {REVISIONS} WHERE digest = '';
    IF found IS NULL THEN
        INSERT INTO {REVISIONS} (number, at, actor, deed, reason, previous, digest)
            SELECT coalesce(max(number), 0) + 1, clock_timestamp(), '{OUTSIDE}', '{DIRECT}', '', '', ''
            FROM {REVISIONS} RETURNING number INTO found;
    ELSE
        UPDATE {REVISIONS} SET at = now()
            WHERE number = found AND actor = '{OUTSIDE}' AND deed = '{DIRECT}' AND at < now();
    END IF;
    RETURN found;
END"""

# A version may be opened in the open revision, closed by it, and taken back within it; no more.
_VERSION_GUARD = f"""
DECLARE found bigint := {_OPEN};
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.rev_from = found THEN RETURN OLD; END IF;
    ELSIF TG_OP = 'INSERT' THEN
        IF NEW.rev_from = found AND NEW.rev_to = {CURRENT} THEN RETURN NEW; END IF;
    ELSIF OLD.rev_to = {CURRENT} AND NEW.rev_to = found THEN RETURN NEW;
    END IF;
    RAISE EXCEPTION '{REFUSED["version"]}' USING ERRCODE = '23001';
END"""

# Revisions come one by one, are sealed once, and go only while they are open and empty.
_REVISION_GUARD = f"""
DECLARE due bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN
        {_TAKE_TURN}
        SELECT coalesce(max(number), 0) + 1 INTO due FROM {REVISIONS};
        IF NEW.digest = '' AND NEW.number = due THEN RETURN NEW; END IF;
    ELSIF TG_OP = 'UPDATE' THEN
        IF OLD.digest = '' AND NEW.number = OLD.number THEN RETURN NEW; END IF;
    ELSIF OLD.digest = '' AND NOT ({{used}}) THEN RETURN OLD;
    END IF;
    RAISE EXCEPTION '{REFUSED["revision"]}' USING ERRCODE = '23001';
END"""


def _keep(table: Kept) -> str:
    version = table.version
    return f"""
DECLARE found bigint := {PREFIX}open_revision();
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM {version} WHERE key = OLD.key AND rev_to = {CURRENT} AND rev_from = found;
        UPDATE {version} SET rev_to = found WHERE key = OLD.key AND rev_to = {CURRENT};
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO {version} ({table.listed()}, rev_from, rev_to)
            VALUES ({table.listed("NEW.")}, found, {CURRENT});
    END IF;
    RETURN NULL;
END"""


def _keeping(table: Kept) -> Iterator[tuple[str, str]]:
    keep = f"EXECUTE FUNCTION {PREFIX}keep_{table.name}()"
    # The turn is taken before any row is locked; otherwise two writers could wait for each other.
    yield from _trigger(
        table.name,
        "turn",
        "BEFORE INSERT OR UPDATE OR DELETE",
        f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}take_turn()",
    )
    yield from _trigger(table.name, "insert_delete", "AFTER INSERT OR DELETE", f"FOR EACH ROW {keep}")
    differs = "WHEN (OLD.* IS DISTINCT FROM NEW.*)"
    yield from _trigger(table.name, "update", "AFTER UPDATE", f"FOR EACH ROW {differs} {keep}")
    yield from _refusal(table.name, "truncate", "TRUNCATE", "truncate")


def _version_guards(table: Kept) -> Iterator[tuple[str, str]]:
    guard = f"EXECUTE FUNCTION {PREFIX}version_guard()"
    yield from _trigger(table.version, "guard", "BEFORE INSERT OR UPDATE OR DELETE", f"FOR EACH ROW {guard}")
    changes = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in (*table.columns, "rev_from"))
    refuse = f"EXECUTE FUNCTION {PREFIX}refuse('{REFUSED['version']}')"
    yield from _trigger(table.version, "guard_update", "BEFORE UPDATE", f"FOR EACH ROW WHEN ({changes}) {refuse}")
    yield from _refusal(table.version, "truncate", "TRUNCATE", "version")


def _refusal(table: str, name: str, deeds: str, reason: str) -> Iterator[tuple[str, str]]:
    refuse = f"FOR EACH STATEMENT EXECUTE FUNCTION {PREFIX}refuse('{REFUSED[reason]}')"
    yield from _trigger(table, f"guard_{name}", f"BEFORE {deeds}", refuse)


def _trigger(table: str, name: str, event: str, rest: str) -> Iterator[tuple[str, str]]:
    full = f"{PREFIX}{table}_{name}"
    yield full, f"CREATE TRIGGER {full} {event} ON {table} {rest}"
