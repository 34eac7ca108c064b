"""Steps of a lifecycle: whether the state that a row gives to a thing may follow the one before it.

Which state may follow which is said by the tables of ``core.lifecycle``; here the neighbours of a row are found.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from quicksilver.core import lifecycle
from quicksilver.core.errors import Place, Problem
from quicksilver.core.lifecycle import Lifecycle
from quicksilver.services.drafts import Model


@dataclass(frozen=True)
class Chain:
    """The rows of a kind that take things through a lifecycle: in which column the thing stands, and its state."""

    of: str
    state: str
    table: Lifecycle


CHAINS: dict[str, Chain] = {
    "meeting-schedule": Chain("meeting_id", "state", lifecycle.MEETING),
    "area-stage": Chain("area_id", "stage", lifecycle.AREA),
    "draft-state": Chain("component_id", "state", lifecycle.DRAFT),
}


def check(model: Model, row: Any, before: Any = None) -> list[Problem]:
    """What is wrong with the step that a row makes: two SQL queries at most.

    ``before`` is the row as it stands on record; a correction that does not touch the step is not asked about it,
    for the record holds things of which the beginning is not known.
    """
    chain = CHAINS.get(model.KIND)
    if chain is None or not _complete(chain, row) or (before is not None and not _moved(chain, before, row)):
        return []
    others = list(model.objects.filter(**{chain.of: getattr(row, chain.of)}).exclude(key=row.key))
    earlier, later = _neighbours(row, others)
    state = getattr(row, chain.state)
    problems = chain.table.check(state, getattr(earlier, chain.state) if earlier else "")
    if later is not None:
        problems += chain.table.check(getattr(later, chain.state), state)
    return [problem.at(Place(field=chain.state)) for problem in problems]


def _complete(chain: Chain, row: Any) -> bool:
    """Whether the row says of what it is and which state: what is missing is told elsewhere."""
    return bool(getattr(row, chain.of)) and getattr(row, chain.state) in chain.table.states


def _moved(chain: Chain, before: Any, row: Any) -> bool:
    columns = (chain.of, chain.state, "effective", "supersedes_id")
    return any((getattr(before, column) or None) != (getattr(row, column) or None) for column in columns)


def _neighbours(row: Any, others: Iterable[Any]) -> tuple[models.Model | None, models.Model | None]:
    """The rows just before and just after a row: those it is chained to by hand, else by date."""
    known = sorted(others, key=_since)
    replaced = [other for other in known if other.key == row.supersedes_id]
    replacing = [other for other in known if other.supersedes_id == row.key]
    earlier = [other for other in known if _since(other)[:2] <= _since(row)[:2] and other not in replacing]
    later = [other for other in known if other not in earlier and other not in replaced]
    return next(reversed(replaced or earlier), None), next(iter(replacing or later), None)


def _since(row: Any) -> tuple[date, date, str]:
    known = row.effective
    return (known.latest, known.earliest, row.key) if known else (date.min, date.min, row.key)
