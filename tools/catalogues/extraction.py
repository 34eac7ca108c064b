"""Everything the programme says, by catalogue."""

from collections.abc import Iterator
from pathlib import Path

from catalogues import python_source, templates
from catalogues.message import Message

# Reports have a catalogue of their own, because core reads it without Django.
REPORTS = "core/reports"
DOMAINS = ("reports", "django")


def extract(package: Path) -> dict[str, list[Message]]:
    """The messages of each catalogue, in order, each as often as it stands in the code."""
    found: dict[str, list[Message]] = {domain: [] for domain in DOMAINS}
    for message in _messages(package):
        inside = message.file.startswith(f"{REPORTS}/")
        found["reports" if inside else "django"].append(message)
    return {domain: sorted(messages) for domain, messages in found.items()}


def _messages(package: Path) -> Iterator[Message]:
    for file in sorted(package.rglob("*.py")):
        yield from python_source.messages(file, file.relative_to(package).as_posix())
    for ending in ("html", "txt", "xml"):
        for file in sorted(package.rglob(f"templates/**/*.{ending}")):
            yield from templates.messages(file, file.relative_to(package).as_posix())
