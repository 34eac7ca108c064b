"""`quicksilver report`: the status report written, issued, corrected and compared."""

import sys
from pathlib import Path

import click
from django.utils.translation import gettext as _
from rich.table import Table

from quicksilver.cli import door
from quicksilver.core import languages
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.reports.figures import Figure
from quicksilver.services import asking, issuing, reports

FOR_PEOPLE = ("html", "pdf", "docx")

as_at_option = click.option(
    "--as-at", metavar="DATE", help="The date it holds for, such as 2007-08-30; default: today."
)
known_at_option = click.option(
    "--known-at", metavar="DATE", default="", help="Tell only what had been entered by then; default: all."
)


def _words(given: tuple[str, ...]) -> tuple[str, ...]:
    """Words given one by one or separated by commas."""
    return tuple(word.strip() for part in given for word in part.split(",") if word.strip())


@click.group()
def report() -> None:
    """Write, issue, correct and compare the status report."""


@report.command()
@as_at_option
@known_at_option
@click.option("--language", "-l", multiple=True, help="ar, zh, en, fr, ru, es; repeat it, or separate them by commas.")
@click.option("--format", "-f", "formats", multiple=True, help="html, pdf, docx, json; likewise.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The folder to write into.")
@door.command
def status(
    as_at: str | None, known_at: str, language: tuple[str, ...], formats: tuple[str, ...], output: Path | None
) -> None:
    """Write the status report as at a date.

    Into a folder: in six languages as HTML, PDF and Word, unless said otherwise. Without one: a single
    file to standard output, in English as JSON, unless said otherwise.
    """
    door.ready()
    now = door.now()
    wanted = asking.wanted(
        as_at=as_at or now.date().isoformat(),
        known_at=known_at,
        languages_asked=_words(language) or (languages.CODES if output else ("en",)),
        formats_asked=_words(formats) or (FOR_PEOPLE if output else ("json",)),
        now=now,
    )
    if output:
        write(wanted, output)
    else:
        _print(wanted)


def write(wanted: asking.Wanted, output: Path) -> None:
    """Write with a progress bar, and list the files."""
    with door.progress(_("Writing")) as progress:
        files = reports.write(wanted, output, progress)
    table = Table(_("File"))
    table.add_column(_("Bytes"), justify="right")
    table.add_column("SHA-256", overflow="fold")
    for file in files:
        table.add_row(_from_here(file.path), str(file.size), file.sha256)
    door.console().print(table)


def _from_here(path: Path) -> str:
    """A path as the user would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _print(wanted: asking.Wanted) -> None:
    """A single file to standard output; never binary to a terminal."""
    several = len(wanted.languages) * len(wanted.formats) > 1
    if several or (wanted.formats[0] in ("pdf", "docx") and sys.stdout.isatty()):
        message = languages.msg("This goes into files: give the folder to write into, such as --output out/.")
        raise Refused([Problem("output-missing", message, {}, "docs/operators.md", Place(field="output"))])
    (rendered,) = reports.render(reports.compose(wanted), wanted.formats)
    click.echo(rendered.content, nl=False)


@report.command()
@as_at_option
@known_at_option
@click.option("--supersedes", metavar="KEY", default="", help="The issued report that this one replaces.")
@door.command
def issue(as_at: str | None, known_at: str, supersedes: str) -> None:
    """Issue the report: freeze it in six languages and every format, with digests."""
    door.ready()
    now = door.now()
    day = as_at or now.date().isoformat()
    with door.progress(_("Issuing")) as progress:
        issued = issuing.issue_report(
            actor=door.actor(), as_at=day, known_at=known_at, supersedes=supersedes, now=now, progress=progress
        )
    click.echo(issued.key)


@report.command("list")
@door.command
def list_() -> None:
    """List the issued reports."""
    door.ready()
    table = Table(_("Report"), _("As at"), _("Issued"), _("By"), _("Revision"), _("Supersedes"), _("Errata"))
    for each in issuing.issued_reports():
        supersedes = each.supersedes.key if each.supersedes else ""
        issued_at = each.issued_at.strftime("%Y-%m-%d %H:%M UTC")
        errata = str(each.errata.count())
        table.add_row(
            each.key, each.as_at.isoformat(), issued_at, each.issued_by, str(each.revision_id), supersedes, errata
        )
    door.console().print(table)


@report.command("file")
@click.argument("key")
@click.option("--language", "-l", default="en", help="One of the six languages.")
@click.option("--format", "-f", "form", default="json", help="html, pdf, docx or json.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write; default: standard output.")
@door.command
def file_(key: str, language: str, form: str, output: Path | None) -> None:
    """Give a file of an issued report, byte for byte as it was issued."""
    door.ready()
    found = issuing.issued_file(key, language, form)
    if found is None:
        message = languages.msg("There is no file “{language}.{format}” of a report “{key}”.")
        values = {"key": key, "language": language, "format": form}
        raise Refused([Problem("issued-file-unknown", message, values, "docs/operators.md")])
    if output:
        output.write_bytes(bytes(found.content))
    else:
        click.echo(bytes(found.content), nl=False)


@report.command()
@click.argument("key")
@click.option("--language", "-l", required=True, help="Language of the faulty version.")
@click.option("--paragraph", required=True, help="Paragraph, such as a.8.")
@click.option("--as-printed", required=True, help="The words as they stand.")
@click.option("--corrected", required=True, help="The words as they should read.")
@door.command
def erratum(key: str, language: str, paragraph: str, as_printed: str, corrected: str) -> None:
    """Attach a correction to the issued report KEY; the report itself stays as it is."""
    door.ready()
    issuing.attach_erratum(
        actor=door.actor(),
        report=key,
        language=language,
        paragraph=paragraph,
        as_printed=as_printed,
        corrected=corrected,
        now=door.now(),
    )


@report.command()
@click.argument("earlier")
@click.argument("later")
@click.option("--language", "-l", default="en", help="The language in which paragraphs are compared.")
@door.command
def compare(earlier: str, later: str, language: str) -> None:
    """Tell what changed from one issued report to another."""
    door.ready()
    found = issuing.changes_between(earlier, later, language)
    table = Table(_("Figure"), _("Before"), _("After"), title=_("Figures"))
    for figure in found.figures:
        table.add_row(figure.id, _value(figure.before), _value(figure.after))
    screen = door.console()
    screen.print(table)
    for paragraph in found.paragraphs:
        screen.print(f"\n{paragraph.id}", style="bold", markup=False)
        for sign, text in (("- ", paragraph.before), ("+ ", paragraph.after)):
            screen.print(sign + (text or "—"), markup=False)


def _value(figure: Figure | None) -> str:
    if figure is None:
        return "—"
    return _("not on record") if figure.value is None else f"{figure.value} {figure.unit}"
