"""`quicksilver serve`: the site."""

import os
import socket

import click
from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from quicksilver.cli import door
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg

# WSGI, because pages are made by ordinary functions: asynchronous servers are slower with those.
APPLICATION = "quicksilver.conf.wsgi:application"
WORKERS = min(2, os.cpu_count() or 1)
# In each worker: pages made at once (one long download must not stop the others), and requests let in.
THREADS = 4
WAITING = 64


def address_options(function: click.decorators.FC) -> click.decorators.FC:
    """Where the site is served."""
    host = click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
    port = click.option(
        "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on."
    )
    return host(port(function))


@click.command()
@address_options
@door.command
def serve(host: str, port: int) -> None:
    """Serve the site until interrupted."""
    door.ready()
    serve_at(host, port)


def serve_at(host: str, port: int) -> None:
    """Serve, and say where.

    Raises
    ------
    Refused
        Nothing can listen there.
    """
    require_free(host, port)
    shown = f"[{host}]" if ":" in host else host
    click.echo(_("The site is at {address} — Ctrl+C ends it.").format(address=f"http://{shown}:{port}/"))
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        backpressure=WAITING,
        log_level=LogLevels.warning,
    )
    server.serve()


def require_free(host: str, port: int) -> None:
    """Refuse an address where nothing can listen."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((host, port))
    except OSError as error:
        message = msg("Nothing can listen at {host}, port {port}: {why}. Choose another, such as --port {other}.")
        found = {"host": host, "port": port, "why": error.strerror or str(error), "other": min(port + 1, 65535)}
        raise Refused([Problem("address-taken", message, found, "docs/operators.md", Place(field="port"))]) from error
