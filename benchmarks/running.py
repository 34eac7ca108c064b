"""Running one area of the benchmarks and telling its metrics."""

import importlib
import multiprocessing
import sys

from benchmarks import scratch
from benchmarks.harness import Metric


def apart(area: str, size: str) -> bool:
    """Run an area in a process of its own; whether all it found was right and no ratio was a fault."""
    # Its memory is measured, and Django is set up anew on its own database: so spawned, not forked.
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(area, size))
    process.start()
    process.join()
    return process.exitcode == 0


def _run(area: str, size: str) -> None:
    print(f"{area}:", file=sys.stderr, flush=True)
    with scratch.database() as folder:
        measured = importlib.import_module(f"benchmarks.{area}").measure(folder, size)
        standings = [_told(metric) for metric in measured]
    # At the tiny size what a request costs at all hides what is compared: there only correctness counts.
    sys.exit("fault" in standings and size != "tiny")


def _told(metric: Metric) -> str:
    print(metric.line(), flush=True)
    if metric.standing in ("missed", "fault"):
        print(f"  {metric.name}: {metric.judged:.3g}, the goal is {metric.goal}", file=sys.stderr, flush=True)
    return metric.standing
