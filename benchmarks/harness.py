"""Timing contenders against each other in one run, and telling what was found: one JSON line a metric.

Only ratios are judged. Contenders take turns, so that whatever else the machine does meanwhile falls on all
of them alike.
"""

import json
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass

# How often all contenders take their turn before it counts, and then. At the tiny size nothing is judged.
WARM_UP = {"tiny": 0, "quick": 1, "full": 1}
REPEATS = {"tiny": 1, "quick": 5, "full": 5}
# A ratio this far behind its goal is a fault; a smaller distance may be the noise of a shared machine.
FAULT = 2


class Watch:
    """A stopwatch that a contender starts and stops around what counts, as often as it likes."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time inside."""
        start = time.perf_counter()
        yield
        self.seconds += time.perf_counter() - start


Contender = Callable[[Watch], None]


def times(contenders: Mapping[str, Contender], size: str) -> dict[str, float]:
    """Median time of each contender, after a warm-up, taking turns [s]."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(WARM_UP[size] + REPEATS[size]):
        for name, contender in contenders.items():
            watch = Watch()
            contender(watch)
            if turn >= WARM_UP[size]:
                taken[name].append(watch.seconds)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def whole(work: Callable[[], object]) -> Contender:
    """A contender all of whose time counts."""

    def contender(watch: Watch) -> None:
        with watch.running():
            work()

    return contender


@dataclass(frozen=True)
class Goal:
    """What a ratio should be: at least, or at most, a number."""

    at_least: float | None = None
    at_most: float | None = None

    def __str__(self) -> str:
        return f">= {self.at_least:g}" if self.at_least is not None else f"<= {self.at_most:g}"

    def met_by(self, ratio: float, allowance: float = 1) -> bool:
        """Whether a ratio meets the goal, or comes within the allowance of it."""
        if self.at_least is not None:
            return ratio * allowance >= self.at_least
        assert self.at_most is not None
        return ratio <= self.at_most * allowance


@dataclass(frozen=True)
class Metric:
    """One comparison.

    Parameters
    ----------
    name : str
        What was measured, with the unit of the next two in brackets.
    ours, peer : float
        Measured in the same run. Without a peer there is no ratio; a goal then is of ``ours`` itself, a count.
    limit : float or None
        What cannot be surpassed, in the same unit, where it was measured.
    n : int
        Size of the workload: the rows, files or pages that the area's table in README.md names.
    """

    name: str
    ours: float
    n: int
    peer: float | None = None
    goal: Goal | None = None
    limit: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours by the peer's."""
        return self.ours / self.peer if self.peer else None

    @property
    def judged(self) -> float:
        """The number that the goal speaks of."""
        return self.ours if self.ratio is None else self.ratio

    @property
    def standing(self) -> str:
        """``met``, ``missed`` or ``fault``, and nothing where there is no goal."""
        if self.goal is None:
            return ""
        return "met" if self.goal.met_by(self.judged) else "missed" if self.goal.met_by(self.judged, FAULT) else "fault"

    def line(self) -> str:
        """The metric as one line of JSON."""
        goal = str(self.goal) if self.goal else None
        found = {**asdict(self), "ratio": self.ratio, "goal": goal}
        order = ("name", "ours", "peer", "ratio", "goal", "limit", "n")
        return json.dumps({name: _rounded(found[name]) for name in order}, ensure_ascii=False)


def _rounded(value: object) -> object:
    """Four significant digits: more would be noise."""
    return float(f"{value:.4g}") if isinstance(value, float) else value
