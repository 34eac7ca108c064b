"""The command line: `quicksilver`, or `python -m quicksilver.cli`."""

import os
import sys

import click


def main() -> None:
    """Run one command; what a user got wrong ends with a message and status 2, never with a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quicksilver.conf.settings")
    # Late, because the commands read models, and models need the settings.
    try:
        import django

        django.setup()
    except Exception as error:  # the settings read the environment: any value may be wrong there
        if os.environ.get("QUICKSILVER_DEBUG") == "1":
            raise
        click.echo(f"Quicksilver cannot start with these settings: {error}", err=True)
        sys.exit(2)
    from quicksilver.cli import commands, door

    door.speak_users_language()
    commands.quicksilver()


if __name__ == "__main__":
    main()
