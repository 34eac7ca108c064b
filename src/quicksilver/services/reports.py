"""Writing the status report: composed from the record as it was known, rendered, and written to files."""

import hashlib
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quicksilver.adapters import documents
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.reports import status_report
from quicksilver.core.reports.outline import Document
from quicksilver.services.asking import Wanted

RULE = "docs/operators.md"
# WeasyPrint sets pages on one core and takes some 250 MB: more processes gain little on small machines.
PROCESSES = 2

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Rendered:
    """A document in one language and format."""

    language: str
    format: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Digest of the content, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Written:
    """A file that was written. Size in bytes."""

    path: Path
    language: str
    format: str
    size: int
    sha256: str


def compose(wanted: Wanted) -> list[Document]:
    """The report in each language asked for; each kind of row is read once for all of them."""
    return [
        status_report.compose(wanted.record, wanted.as_at, language, wanted.known_at) for language in wanted.languages
    ]


def write(wanted: Wanted, output: Path, progress: Progress | None = None) -> list[Written]:
    """Write the report's files into a folder, which is made if need be.

    All are rendered before the first is written, and each takes its name only when it is whole.

    Raises
    ------
    Refused
        The folder cannot be written to.
    """
    _require_folder(output)
    rendered = render(compose(wanted), wanted.formats, progress)
    try:
        return [_write(output / file_name(wanted.as_at, each), each) for each in rendered]
    except OSError as error:
        raise Refused([_unwritable(output, error)]) from error


def file_name(as_at: date, rendered: Rendered) -> str:
    """The name of a report's file: status-report_2007-08-30_zh.pdf."""
    return f"status-report_{as_at.isoformat()}_{rendered.language}.{rendered.format}"


def render(documents_: Sequence[Document], formats: Sequence[str], progress: Progress | None = None) -> list[Rendered]:
    """Every document in every format, in this order; pages are set in two processes where that is worth it."""
    tasks = [(document, form) for document in documents_ for form in formats]
    if sum(form == "pdf" for _, form in tasks) < PROCESSES or (os.cpu_count() or 1) < PROCESSES:
        return _reported(((task, documents.render(*task)) for task in tasks), tasks, progress)
    # Spawned, not forked: a fork would share the database connection and its locks.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=context) as pool:
        # All forms of a document in one process: they share its charts, which take as long to draw as pages to set.
        # What is sent over is a function of the adapters: a process that only sets pages needs no Django.
        futures = {pool.submit(documents.render_each, document, formats): document for document in documents_}
        done = (
            ((futures[future], form), content)
            for future in as_completed(futures)
            for form, content in zip(formats, future.result(), strict=True)
        )
        return _reported(done, tasks, progress)


def _reported(
    results: Iterator[tuple[tuple[Document, str], bytes]],
    tasks: list[tuple[Document, str]],
    progress: Progress | None,
) -> list[Rendered]:
    """The results in the order of the tasks, each told as it comes."""
    found: dict[tuple[str, str], Rendered] = {}
    for (document, form), content in results:
        found[document.language, form] = Rendered(document.language, form, content)
        if progress:
            progress(len(found), len(tasks))
    return [found[document.language, form] for document, form in tasks]


def _require_folder(output: Path) -> None:
    """Refuse a folder that cannot be made before anything is rendered."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=output):
            pass
    except OSError as error:
        raise Refused([_unwritable(output, error)]) from error


def _unwritable(output: Path, error: OSError) -> Problem:
    message = msg("Nothing can be written to {folder}: {why}. Give a folder that can be made and written to.")
    found = {"folder": str(output), "why": error.strerror or str(error)}
    return Problem("output-unwritable", message, found, RULE, Place(field="output"))


def _write(path: Path, rendered: Rendered) -> Written:
    """Under a passing name first: nobody ever sees half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    passing = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(rendered.content)
        passing.chmod(0o644)
        passing.replace(path)
    except BaseException:
        passing.unlink(missing_ok=True)
        raise
    return Written(path, rendered.language, rendered.format, len(rendered.content), rendered.sha256)
