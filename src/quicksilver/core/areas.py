"""Partnership areas as at a date: the stage each had reached, and how many had reached which."""

from dataclasses import dataclass
from datetime import date

from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.reports.figures import Figure, counted

# In the order in which a reader wants them: at work, under consultation, being studied.
SHOWN_STAGES = ("active", "consultation", "proposed", "information", "merged", "not_taken_up")


@dataclass(frozen=True)
class AreaAt:
    """An area with the stage it had certainly reached, and one it may have reached.

    Parameters
    ----------
    stage : Entry or None
        The stage in force; None if the area only may have entered one.
    possible : Entry or None
        A stage of which the record does not say whether it had been entered.
    """

    area: Entry
    stage: Entry | None
    possible: Entry | None

    @property
    def code(self) -> str:
        """Code of the stage in force, or of the possible one."""
        stage = self.stage or self.possible
        return str(stage["stage"]) if stage else ""


def areas_at(record: Snapshot, as_at: date) -> tuple[AreaAt, ...]:
    """The areas the programme had by a date, in the order of the source."""
    found = []
    for area in sorted(record.of("area"), key=lambda entry: (entry["order"], entry.key)):
        stage = record.latest("area-stage", as_at, area=area.key)
        possible = record.possibly("area-stage", as_at, area=area.key)
        if stage or possible:
            found.append(AreaAt(area, stage, possible[0] if possible else None))
    return tuple(found)


def entered(record: Snapshot, as_at: date, stage: str) -> tuple[Entry, ...]:
    """The areas that had entered a stage by a date, whatever came after."""
    keys = {row["area"] for row in record.where("area-stage", stage=stage) if row.occurred(as_at).name == "YES"}
    return tuple(sorted((a for a in record.of("area") if a.key in keys), key=lambda a: (a["order"], a.key)))


def stage_figures(record: Snapshot, as_at: date) -> tuple[Figure, ...]:
    """The number of areas in each stage, resting on the stage rows in force (R51)."""
    stages = [area.stage for area in areas_at(record, as_at) if area.stage]
    return tuple(
        counted(f"areas.{code}", [row for row in stages if row["stage"] == code], "areas", as_at)
        for code in SHOWN_STAGES
        if code in ("active", "consultation", "information") or any(row["stage"] == code for row in stages)
    )
