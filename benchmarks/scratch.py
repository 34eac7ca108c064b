"""A database of the benchmarks' own, made for one area and taken away after it.

Without ``DATABASE_URL``, or where it names SQLite, a file in a temporary folder; where it names PostgreSQL, a
new database on the same server. The data of whoever runs this are never touched.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg


@contextmanager
def database() -> Iterator[Path]:
    """Set Django up on an empty database with tables and triggers; gives the temporary folder."""
    with tempfile.TemporaryDirectory(prefix="quicksilver-bench-") as name, _new(name) as url:
        os.environ.update(QUICKSILVER_HOME=name, DATABASE_URL=url, DJANGO_SETTINGS_MODULE="quicksilver.conf.settings")
        _set_up()
        try:
            yield Path(name)
        finally:
            _close()


def _set_up() -> None:
    import django  # the settings read the environment, which is ready only now
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def _close() -> None:
    from django.db import connections  # as above

    connections.close_all()


@contextmanager
def _new(folder: str) -> Iterator[str]:
    """The address of a database that is there as long as this lasts."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith(("postgres", "pgsql")):
        yield f"sqlite:///{folder}/bench.sqlite3"
        return
    address = urlsplit(given)
    name = f"quicksilver_bench_{os.getpid()}"
    with psycopg.connect(given.replace("pgsql://", "postgresql://", 1), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit((address.scheme, address.netloc, f"/{name}", address.query, ""))
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
