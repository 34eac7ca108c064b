"""`quicksilver load`: data files into the record."""

from pathlib import Path

import click
from django.utils.translation import gettext as _

from quicksilver.cli import door
from quicksilver.services import loading


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@door.command
def load(folder: Path) -> None:
    """Load a FOLDER of data files: all of it, or nothing and every problem.

    Loading the same files again changes nothing.
    """
    door.ready()
    load_folder(folder)


def load_folder(folder: Path) -> None:
    """Load with a progress bar, and say what was done."""
    with door.progress(_("Loading")) as progress:
        done = loading.load_record(door.actor(), folder, now=door.now(), progress=progress)
    message = _("{folder}: {created} rows new, {changed} changed, {unchanged} as they were.")
    counts = {"created": done.created, "changed": done.changed, "unchanged": done.unchanged}
    click.echo(message.format(folder=folder.name, **counts), err=True)
