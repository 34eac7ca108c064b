"""What is searched: the words and identifiers of every row, cut into tokens; made from the record, not kept."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class SearchEntry(models.Model):
    """The tokens of a row, or its identifiers, over a stretch of revisions in which they were the same.

    All languages of a row stand in one entry: a query may mix them, and hits are then counted without being
    gathered by language first. The full-text index over it is made beside the triggers (``records.search``).
    """

    IDENTIFIERS: ClassVar[int] = 0
    WORDS: ClassVar[int] = 1

    key = models.CharField(max_length=120, help_text="Key of the row.")
    kind = models.CharField(max_length=30, help_text="Kind of the row.")
    part = models.PositiveSmallIntegerField(help_text="0 identifiers, 1 words: the order in which they are found.")
    tokens = models.TextField(help_text="Tokens (core.search), each once, parted by spaces.")
    begins = models.DateField(help_text="First day on which the row may take effect; year 1 if it has no date.")
    dated = models.DateField(help_text="The day it is listed by; year 1 if it has no date.")
    known_from = models.BigIntegerField(help_text="Revision from which this was so.")
    known_to = models.BigIntegerField(help_text="Revision from which it no longer was.")

    class Meta:
        default_permissions: ClassVar = ()
        indexes: ClassVar = [models.Index(fields=["key"], name="search_key")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(known_from__lt=F("known_to")), name="search_known_in_order"),
            models.CheckConstraint(condition=Q(part__in=(0, 1)), name="search_part_known"),
        ]

    def __str__(self) -> str:
        return f"{self.key} from revision {self.known_from}"
