"""`quicksilver people`: inviting from the command line, first of all the first person of the secretariat."""

from datetime import date, datetime

import click
from django.urls import reverse
from django.utils.translation import gettext as _
from rich.table import Table

from quicksilver.cli import door
from quicksilver.core import languages, policies
from quicksilver.records.models import RoleAssignment
from quicksilver.services import invitations
from quicksilver.services.invitation_checks import Draft

DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def people() -> None:
    """Invite people, and list who holds which role."""


@people.command()
@click.argument("email")
@click.option("--role", required=True, type=click.Choice(policies.ROLES[:0:-1]), help="The role.")
@click.option("--organisation", default="", metavar="KEY", help="For which organisation: stakeholder/….")
@click.option("--area", default="", metavar="KEY", help="For which area: area/….")
@click.option("--from", "held_from", type=DAY, help="First day; default: today.")
@click.option("--until", "held_until", type=DAY, help="The first day without the role; default: open.")
@click.option("--language", default="en", type=click.Choice(languages.CODES), help="Language of the page it opens.")
@click.option(
    "--site", default="http://127.0.0.1:8000", show_default=True, metavar="ADDRESS", help="Where the site is served."
)
@door.command
def invite(email: str, site: str, held_from: datetime | None, held_until: datetime | None, **asked: str) -> None:
    """Invite EMAIL to a role, and print the link that accepts it.

    No letter is sent: hand the link over yourself. It is good for two weeks and for one use.
    """
    door.ready()
    draft = Draft(email=email, held_from=_day(held_from), held_until=_day(held_until), **asked)
    invited, token = invitations.invite(actor=door.actor(), draft=draft, now=door.now(), tell=lambda *_: None)
    path = reverse("accept-invitation", kwargs={"language": invited.language, "token": token})
    click.echo(f"{site.rstrip('/')}{path}")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


@people.command("list")
@door.command
def list_() -> None:
    """Show who holds which role today."""
    door.ready()
    held = RoleAssignment.objects.visible_to(door.actor()).in_force(door.now().date()).select_related("account")
    table = Table(_("Person"), _("E-mail address"), _("Role"), _("Held for"), _("Until"), box=None)
    for row in held.order_by("account__email", "role"):
        bound = " ".join(key for key in (row.organisation_id, row.area_id) if key)
        until = row.held_until.isoformat() if row.held_until else ""
        table.add_row(row.account.name, row.account.email, row.role, bound, until)
    door.console().print(table)
