"""What every row of the record has: a key, and the source it comes from."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from quicksilver.records.fields import BoundField, CodeField, KnownDateField, TextsField


class Source(models.Model):
    """Where rows come from: a document, a letter, a page, a statement."""

    KIND: ClassVar[str] = "source"

    key = models.CharField(max_length=120, primary_key=True, help_text="Key of the source, such as source/seed.")
    kind = CodeField(codelist="source_kind", help_text="Kind of source.")
    standing = models.CharField(
        max_length=10, help_text="Official (of the United Nations or a Government) or secondary."
    )
    title = TextsField(help_text="Title, in the languages known.")
    mark = models.CharField(
        max_length=12, blank=True, help_text="Mark in margins, such as S2; empty where the place in it says enough."
    )
    address = models.CharField(max_length=200, blank=True, help_text="Where it was seen.")
    symbol = models.CharField(max_length=80, blank=True, help_text="Document symbol, if it has one.")

    def __str__(self) -> str:
        return self.key


class Record(models.Model):
    """A row of the record: keyed, sourced, versioned."""

    KIND: ClassVar[str] = ""

    # The key is the primary key: foreign keys, version rows and digests then read the same on every
    # database and in every file, and a key once given is never reused.
    key = models.CharField(max_length=120, primary_key=True, help_text="Key of the row: kind/name.")
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, related_name="+", help_text="The source this row rests on."
    )
    locator = models.CharField(max_length=40, blank=True, help_text="Place in the source, such as a.8.")
    more_sources = models.JSONField(
        default=list, blank=True, help_text="Further sources that say the same: key and place of each."
    )
    remark = TextsField(help_text="What a reader must know about the source or the reading.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key


class DatedRecord(Record):
    """A row that takes effect on a date, to the precision known, and may be superseded by a later row."""

    effective = KnownDateField(blank=True, help_text="Date from which the row counts (EDTF).")
    effective_from = BoundField(of="effective", bound="earliest")
    effective_by = BoundField(of="effective", bound="latest")
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by",
        help_text="The row this one replaces.",
    )  # fmt: skip

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(effective_from__isnull=True) | Q(effective_from__lte=F("effective_by")),
                name="%(class)s_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("key")),
                name="%(class)s_not_own_successor",
            ),
        ]

    @property
    def supersedes_key(self) -> str:
        """Key of the row this one replaces; empty if none."""
        return self.supersedes_id or ""
