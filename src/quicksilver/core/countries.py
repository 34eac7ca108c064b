"""Countries, and the groupings they belong to, each with edition, validity and source.

A grouping is never “the” list: whoever asks names a scheme and a day, and gets the edition that held then.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Grouping:
    """One edition of one scheme: ``value`` by ISO 3166-1 alpha-3 code.

    ``valid_until`` is excluded; ``date.max`` while the edition is in force.
    """

    scheme: str
    edition: str
    valid_from: date
    valid_until: date
    source: str
    members: dict[str, str]

    def value(self, country: str) -> str:
        """What the edition says of a country; empty where it says nothing (unknown, not “no”)."""
        return self.members.get(country, "")


@cache
def groupings() -> tuple[Grouping, ...]:
    """Every edition of every scheme."""
    editions = {row["edition"]: row for row in _rows("groupings.csv")}
    members: dict[str, dict[str, str]] = {edition: {} for edition in editions}
    for row in _rows("grouping-members.csv"):
        members[row["edition"]][row["iso3"]] = row["value"]
    return tuple(
        Grouping(
            row["scheme"],
            edition,
            date.fromisoformat(row["valid_from"]) if row["valid_from"] else date.min,
            date.fromisoformat(row["valid_until"]) if row["valid_until"] else date.max,
            row["source"],
            members[edition],
        )
        for edition, row in editions.items()
    )


def grouping(scheme: str, on: date) -> Grouping | None:
    """The edition of a scheme in force on a day, or None if none is known for it."""
    found = (group for group in groupings() if group.scheme == scheme and group.valid_from <= on < group.valid_until)
    return max(found, key=lambda group: group.valid_from, default=None)


@cache
def names() -> dict[str, str]:
    """English short names by ISO 3166-1 alpha-3 code."""
    return {row["iso3"]: row["name_en"] for row in _rows("countries.csv")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
