"""The status report in six languages and three forms, as the programme writes it.

The peer renders one document after the other in one process, started for it as ours are. The limit is a process
that is warm already, taken as often as ours has processes.
"""

import dataclasses
import multiprocessing
import resource
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.harness import Goal, Metric, Watch, times
from quicksilver.adapters import documents
from quicksilver.core import languages
from quicksilver.core.policies import secretariat
from quicksilver.core.reports.outline import Document
from quicksilver.services import asking, loading, record, reports

EXAMPLE = Path(__file__).parents[1] / "examples" / "unep-2007"
ENTERED = datetime(2024, 5, 6, 9, 0, tzinfo=UTC)
FORMATS = ("html", "pdf", "docx")
LANGUAGES = {"tiny": ("en",), "quick": languages.CODES, "full": languages.CODES}
DATA = Goal(at_most=0.1)
WRITING = Goal(at_least=1.7)


def measure(folder: Path, size: str) -> Iterator[Metric]:
    """Compose and write."""
    loading.load_record(secretariat("Benchmark"), EXAMPLE, now=ENTERED)
    wanted = asking.wanted(
        as_at="2007-08-30", languages_asked=LANGUAGES[size], formats_asked=FORMATS, now=datetime.now(UTC)
    )
    composed = reports.compose(wanted)
    assert reports.render(composed, FORMATS) == _one_by_one(composed), "the same tree gave other bytes"
    contenders = {
        "composed": partial(_composed, wanted, composed),
        "ours": partial(_written, wanted, folder / "out"),
        "peer": partial(_one_after_the_other, composed),
    }
    if size == "full":
        contenders["warm"] = partial(_warm, composed)
    taken = times(contenders, size)
    files = len(composed) * len(FORMATS)
    speed = {name: files / seconds for name, seconds in taken.items()}
    yield Metric("reports.data [s]", taken["composed"], files, taken["ours"], DATA)
    limit = speed["warm"] * reports.PROCESSES if size == "full" else None
    yield Metric("reports.written [files/s]", speed["ours"], files, speed["peer"], WRITING, limit)
    yield Metric("reports.memory [MB]", _memory(resource.RUSAGE_SELF), files)
    yield Metric("reports.memory_of_a_process [MB]", _memory(resource.RUSAGE_CHILDREN), files)


def _memory(who: int) -> float:
    """The most that this process, or the largest of its children, ever held [MB]."""
    return resource.getrusage(who).ru_maxrss / 1000


def _composed(wanted: asking.Wanted, expected: Sequence[Document], watch: Watch) -> None:
    """From the database anew, no snapshot kept."""
    with watch.running():
        fresh = dataclasses.replace(wanted, record=record.at_revision(wanted.revision, ""))
        found = reports.compose(fresh)
    assert found == list(expected)


def _written(wanted: asking.Wanted, output: Path, watch: Watch) -> None:
    with watch.running():
        fresh = dataclasses.replace(wanted, record=record.at_revision(wanted.revision, ""))
        files = reports.write(fresh, output)
    assert all(file.path.stat().st_size == file.size for file in files)


def _one_after_the_other(composed: Sequence[Document], watch: Watch) -> None:
    with watch.running(), ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        # A function of the adapters, as ours: a process that only sets pages needs no Django.
        for task in [process.submit(documents.render, document, form) for document, form in _tasks(composed)]:
            task.result()


def _warm(composed: Sequence[Document], watch: Watch) -> None:
    with watch.running():
        _one_by_one(composed)


def _one_by_one(composed: Sequence[Document]) -> list[reports.Rendered]:
    return [
        reports.Rendered(document.language, form, documents.render(document, form))
        for document, form in _tasks(composed)
    ]


def _tasks(composed: Sequence[Document]) -> list[tuple[Document, str]]:
    return [(document, form) for document in composed for form in FORMATS]
