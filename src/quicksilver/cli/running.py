"""`quicksilver run`: the main job, from the programme's record to its status report and the site."""

from pathlib import Path

import click
from django.conf import settings

from quicksilver.adapters import documents
from quicksilver.cli import door, loading, reports, serving
from quicksilver.core import languages
from quicksilver.services import asking

EXAMPLE = "unep-2007"
# The date of the secretariat's own report [seed a.8].
AS_AT = "2007-08-30"


@click.command()
@click.option("--no-serve", is_flag=True, help="End when the report is written.")
@click.option("--as-at", metavar="DATE", default=AS_AT, show_default=True, help="The date the report holds for.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The folder to write into; default: out/.")
@serving.address_options
@door.command
def run(no_serve: bool, as_at: str, output: Path | None, host: str, port: int) -> None:
    """Load the programme's real record, write its status report, and serve the site.

    In six languages as HTML, PDF and Word, under out/.
    """
    if door.pending_migrations():
        door.migrate()
    loading.load_folder(settings.EXAMPLES / EXAMPLE)
    wanted = asking.wanted(
        as_at=as_at, languages_asked=languages.CODES, formats_asked=_makeable_formats(), now=door.now()
    )
    reports.write(wanted, output or settings.HOME / "out")
    if not no_serve:
        serving.serve_at(host, port)


def _makeable_formats() -> tuple[str, ...]:
    """Whatever this machine can make; what it lacks for the rest is said, and keeps nothing else from being done."""
    lacking = {form: documents.missing(form) for form in reports.FOR_PEOPLE}
    for problems in lacking.values():
        door.remark(problems)
    return tuple(form for form, problems in lacking.items() if not problems)
