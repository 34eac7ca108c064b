"""Partnership areas as at a date: the stage each had reached, and how many had reached which."""

from dataclasses import dataclass, replace
from datetime import date

from quicksilver.core import chronology, documents
from quicksilver.core.consultations import InvitationAt, invitations_at
from quicksilver.core.documents import Mention
from quicksilver.core.record import Entry, Snapshot
from quicksilver.core.reports.figures import Figure, basis_row, counted

# In the order in which a reader wants them: at work, under consultation, being studied.
SHOWN_STAGES = ("active", "consultation", "proposed", "information", "merged", "not_taken_up")
# The dated rows that tell an area's story.
TOLD = ("area-stage", "area-role", "area-objective", "area-strategy")


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
        seen = _at(record, area, as_at)
        if seen.code:
            found.append(seen)
    return tuple(found)


def _at(record: Snapshot, area: Entry, as_at: date) -> AreaAt:
    possible = record.possibly("area-stage", as_at, area=area.key)
    return AreaAt(area, record.latest("area-stage", as_at, area=area.key), possible[0] if possible else None)


@dataclass(frozen=True)
class AreaPosition:
    """What the record says of one area by a date; rows that only may have come about are among the others.

    Parameters
    ----------
    at : AreaAt
        The area with its stage; without one if it had not been named by the date.
    stages, roles, objectives, strategies : tuple of Entry
        Its story up to the date, replaced rows included, the oldest first.
    invitations : tuple of InvitationAt
        Invitations that ask about it.
    provisions : tuple of Entry
        The provisions that are the reason of its stages.
    mentions : tuple of Mention
        Documents about it: business plans, strategies, citations.
    absorbed : tuple of Entry
        Areas that became part of it.
    later : tuple of Entry
        What came after the date.
    """

    at: AreaAt
    stages: tuple[Entry, ...]
    roles: tuple[Entry, ...]
    objectives: tuple[Entry, ...]
    strategies: tuple[Entry, ...]
    invitations: tuple[InvitationAt, ...]
    provisions: tuple[Entry, ...]
    mentions: tuple[Mention, ...]
    absorbed: tuple[Entry, ...]
    errata: tuple[Entry, ...]
    later: tuple[Entry, ...]

    @property
    def objective(self) -> Entry | None:
        """The objective stated last."""
        return self.objectives[-1] if self.objectives else None


def area_at(record: Snapshot, key: str, as_at: date) -> AreaPosition | None:
    """One area as at a date, or None if the record has no such area."""
    area = record.get(key)
    if area is None:
        return None
    stages = chronology.until(record, "area-stage", as_at, area=key)
    asked = (invited for invited in invitations_at(record, as_at) if key in invited.invitation["areas"])
    return AreaPosition(
        at=_at(record, area, as_at),
        stages=stages,
        roles=chronology.until(record, "area-role", as_at, area=key),
        objectives=chronology.until(record, "area-objective", as_at, area=key),
        strategies=chronology.until(record, "area-strategy", as_at, area=key),
        invitations=tuple(asked),
        provisions=_reasons(record, stages),
        mentions=documents.mentions(record, key, as_at),
        absorbed=chronology.until(record, "area-stage", as_at, into=key),
        errata=documents.errata_about(record, key),
        later=chronology.in_order(row for kind in TOLD for row in chronology.after(record, kind, as_at, area=key)),
    )


def _reasons(record: Snapshot, stages: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The provisions named by stages, each once."""
    keys = dict.fromkeys(stage["provision"] for stage in stages)
    return tuple(provision for key in keys if (provision := record.get(key)))


def entered(record: Snapshot, as_at: date, stage: str) -> tuple[Entry, ...]:
    """The areas that had entered a stage by a date, whatever came after."""
    keys = {row["area"] for row in record.where("area-stage", stage=stage) if row.occurred(as_at).name == "YES"}
    return tuple(sorted((a for a in record.of("area") if a.key in keys), key=lambda a: (a["order"], a.key)))


def stage_figures(record: Snapshot, as_at: date) -> tuple[Figure, ...]:
    """The number of areas in each stage, resting on the stage rows in force (R51)."""
    found = areas_at(record, as_at)
    reached = {area.code for area in found}
    return tuple(
        _number(code, found, as_at)
        for code in SHOWN_STAGES
        if code in ("active", "consultation", "information") or code in reached
    )


def _number(code: str, areas: tuple[AreaAt, ...], as_at: date) -> Figure:
    """The areas certainly in a stage; where none is but some may be, the number is unknown, not zero."""
    certain = [area.stage for area in areas if area.stage and area.stage["stage"] == code]
    entered = [area.possible for area in areas if area.possible and area.possible["stage"] == code]
    left = [area for area in areas if area.stage in certain and area.possible]
    if entered and not certain:
        basis = tuple(basis_row(row) for row in entered)
        return Figure(f"areas.{code}", None, "areas", as_at, basis, "sum", certain=False)
    figure = counted(f"areas.{code}", certain, "areas", as_at)
    return replace(figure, certain=not (entered or left))
