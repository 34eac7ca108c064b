"""`quicksilver verify` and `quicksilver migrate`: the history walked again, the tables brought up to date."""

import sys

import click
from django.utils.translation import gettext as _

from quicksilver.cli import door
from quicksilver.services import history

BROKEN = 1


@click.command()
@door.command
def verify() -> None:
    """Walk the chain of revisions again and name the first broken link.

    Ends with status 1 if anything does not hold. Also reports missing triggers, rows that are not what
    their history says, and changes made outside the programme.
    """
    door.ready()
    with door.progress(_("Revisions")) as progress:
        found = history.verify(door.actor(), progress)
    for problem in found.problems:
        click.echo(_(problem.message).format_map(problem.values))
    if found.outside:
        numbers = ", ".join(str(number) for number in found.outside)
        click.echo(_("Changed outside the programme, by SQL or a shell: revisions {numbers}.").format(numbers=numbers))
    if found.problems:
        sys.exit(BROKEN)
    message = _("The history holds: {count} revisions, the last with the digest {digest}.")
    click.echo(message.format(count=found.revisions, digest=found.digest or "—"))


@click.command()
@door.command
def migrate() -> None:
    """Bring the database's tables and triggers up to this version."""
    door.migrate()
