"""`quicksilver reindex`: the search index made anew."""

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quicksilver.cli import door
from quicksilver.services import searching


@click.command()
@door.command
def reindex() -> None:
    """Make the search index anew from the record and its history.

    Needed after a restore without the index, or after an update that changes how words are cut.
    """
    door.ready()
    with door.progress(_("Indexing")) as progress:
        number = searching.rebuild(door.actor(), progress)
    message = ngettext(
        "The search index is made: {number} entry.", "The search index is made: {number} entries.", number
    )
    click.echo(message.format(number=number), err=True)
