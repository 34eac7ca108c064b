"""Stakeholders of every kind, and the organs that act in the programme."""

from typing import ClassVar

from django.db import models

from quicksilver.records.fields import CodeField, TextsField
from quicksilver.records.models.base import Record


class Stakeholder(Record):
    """A Government, organisation or person that takes part, answers, gives or leads."""

    KIND: ClassVar[str] = "stakeholder"

    names = TextsField(help_text="Name in the languages known.")
    short_names = TextsField(help_text="Short name or acronym.")
    kind = CodeField(codelist="stakeholder_kind", help_text="Kind of stakeholder.")
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3 code, if it has one.")
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="organs",
        help_text="The organisation this is an organ of.",
    )  # fmt: skip
