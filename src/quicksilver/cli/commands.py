"""The commands, by name."""

import click

from quicksilver.cli import history, loading, people, reports, running, searching, serving

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=HELP)
@click.version_option(package_name="quicksilver", message="%(version)s")
def quicksilver() -> None:
    """The record of a mercury partnership programme, and its status report."""


quicksilver.add_command(running.run)
quicksilver.add_command(loading.load)
quicksilver.add_command(reports.report)
quicksilver.add_command(serving.serve)
quicksilver.add_command(history.verify)
quicksilver.add_command(history.migrate)
quicksilver.add_command(searching.reindex)
quicksilver.add_command(people.people)
