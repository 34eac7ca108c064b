"""What every command does alike: make the database ready, name the actor, tell problems, show progress."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from typing import Any

import click
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from quicksilver.core import languages
from quicksilver.core.errors import Problem, Refused
from quicksilver.core.policies import Actor, secretariat

# Wide where nobody sees it: a piped table is for programs, and those do not like folded lines.
WIDE = 200
WRONG = 2


def now() -> datetime:
    """The clock is read here, at the door, and passed in."""
    return datetime.now(UTC)


def actor() -> Actor:
    """Who runs the command: whoever reaches the database acts for the secretariat, under their own name."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        name = "?"
    return secretariat(f"{name} (command line)")


def speak_users_language() -> None:
    """Use the language of the user's terminal where it is one of the six, else English."""
    wanted = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    code = wanted[:2] if wanted[:2] in languages.CODES else "en"
    translation.activate(languages.of(code).tag.lower())


def console(*, stderr: bool = False) -> Console:
    """Where tables and messages go."""
    stream = sys.stderr if stderr else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else WIDE, highlight=False)


def command(function: Callable[..., None]) -> Callable[..., None]:
    """A command whose problems are told, all of them, before it ends with status 2."""

    @wraps(function)
    def told(*args: Any, **kwargs: Any) -> None:
        try:
            function(*args, **kwargs)
        except Refused as refusal:
            tell(refusal.problems)
            sys.exit(WRONG)
        except DatabaseError as error:
            where = connection.settings_dict["HOST"] or connection.settings_dict["NAME"]
            message = _("The database ({where}) does not answer as it should: {what} Check DATABASE_URL.")
            click.echo(message.format(where=where, what=f"{str(error).strip()}."), err=True)
            sys.exit(WRONG)

    return told


def tell(problems: Sequence[Problem]) -> None:
    """Every problem on its line: where, what, what would be right, and whose rule that is."""
    number = len(problems)
    heading = ngettext("{number} problem; nothing was written:", "{number} problems; nothing was written:", number)
    click.echo(heading.format(number=number), err=True)
    remark(problems)


def remark(problems: Sequence[Problem]) -> None:
    """Every problem on its line, without ending anything."""
    for problem in problems:
        sentence = _(problem.message).format_map({name: _translated(value) for name, value in problem.values.items()})
        rule = f" [{problem.rule}]" if problem.rule else ""
        click.echo(f"  {_located(problem)}{sentence}{rule}", err=True)


def _located(problem: Problem) -> str:
    """Where a problem stands: file, line and field, or the option as it is typed."""
    place = problem.place
    if place.field and not place.file:
        return f"--{place.field.replace('_', '-')}: "
    return f"{place}: " if str(place) else ""


def _translated(value: Any) -> Any:
    """What fills a placeholder may itself be a sentence of the catalogue; an empty text has no translation."""
    return _(value) if isinstance(value, str) and value else value


def ready() -> None:
    """Make the tables of an empty database; refuse one whose tables are of another version."""
    plan = pending_migrations()
    if not plan:
        return
    if "records_revision" in connection.introspection.table_names():
        message = languages.msg("The tables of the database are those of another version. Say: quicksilver migrate")
        raise Refused([Problem("database-outdated", message, {}, "docs/operators.md")])
    migrate()


def pending_migrations() -> list[Any]:
    """The migrations the database has not seen."""
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate() -> None:
    """Bring the tables, and the triggers that keep their history, up to this version."""
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    click.echo(_("The tables of the database are ready ({where}).").format(where=_where()), err=True)


def _where() -> str:
    """The database, without its password."""
    known = settings.DATABASES["default"]
    return f"{known['HOST']}/{known['NAME']}" if known["HOST"] else str(known["NAME"])


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(stderr=True)) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
