"""Checking rows before they are written: all of them together, and everything that is wrong at once.

Three passes: each value by itself, each row against all others (keys, references, uniqueness), each chain of
rows (supersession). Nothing is written here.
"""

from collections.abc import Iterable

from django.db import models

from quicksilver.core.errors import Problem
from quicksilver.records.models import RECORD_MODELS
from quicksilver.services import checking_rows, checking_values
from quicksilver.services.drafts import Draft


def check(drafts: Iterable[Draft], problems: list[Problem]) -> list[models.Model]:
    """The rows of some drafts, unsaved, in an order in which each comes after those it points to.

    Adds to ``problems`` everything that is wrong. Rows with problems are among the result as far as they
    could be made; who gets problems must not write.
    """
    rows = [checking_values.made(draft, problems) for draft in drafts]
    checking_rows.check(rows, problems)
    order = {model: place for place, model in enumerate(RECORD_MODELS)}
    return [row.instance for row in sorted(rows, key=lambda row: order[row.draft.model])]
