"""Reading a kept table as it is, or as it was known at a revision."""

from dataclasses import dataclass

from django.db import models

from quicksilver.records.history import versions
from quicksilver.records.models import Revision


def rows(model: type[models.Model], revision: int | None) -> models.QuerySet:
    """The rows of a table now (None), or as they were known at a revision; lazy, one SQL query.

    Rows of both kinds carry the same columns under the same names (``key``, ``effective``, ``area_id``);
    the identity of a row is its ``key``, not its ``pk``. A past row has no related objects: follow a foreign
    key by reading the other table at the same revision.
    """
    if revision is None:
        return model.objects.all()
    return versions.of(model).objects.filter(rev_from__lte=revision, rev_to__gt=revision)


@dataclass(frozen=True)
class Past:
    """One state of a row: what it was, which revision made it so, and which ended it, if any did."""

    row: versions.Version
    opened: Revision
    closed: Revision | None


def history_of(model: type[models.Model], key: str) -> list[Past]:
    """Every state of a row, oldest first, with the revisions around it: two SQL queries."""
    states = list(versions.of(model).objects.filter(key=key).order_by("rev_from"))
    numbers = {number for state in states for number in (state.rev_from, state.rev_to)}
    revisions = Revision.objects.in_bulk(numbers - {versions.CURRENT})
    return [Past(state, revisions[state.rev_from], revisions.get(state.rev_to)) for state in states]
