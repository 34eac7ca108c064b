"""Partnership areas: their stages over time, who leads them, what they are to achieve."""

from typing import ClassVar

from django.db import models

from quicksilver.records.fields import CodeField, CodesField, KnownDateField, TextsField
from quicksilver.records.models.base import DatedRecord, Record
from quicksilver.records.models.documents import Document
from quicksilver.records.models.mandates import Provision
from quicksilver.records.models.partners import Stakeholder


class Area(Record):
    """A partnership area, candidate areas included."""

    KIND: ClassVar[str] = "area"

    code = models.CharField(max_length=20, unique=True, help_text="Short code, such as asgm.")
    names = TextsField(help_text="Name as used in running text.")
    work_type = CodeField(codelist="work_type", blank=True, help_text="Type of work.")
    order = models.PositiveSmallIntegerField(help_text="Place in lists, as in the source.")
    priority_period = KnownDateField(blank=True, help_text="Period in which it was named a priority.")
    named_by = CodesField(codelist="addressee", help_text="Codes, in order.")


class AreaStage(DatedRecord):
    """The stage an area entered, when, and why."""

    KIND: ClassVar[str] = "area-stage"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="stages", help_text="The area.")
    stage = CodeField(codelist="area_stage", help_text="Stage.")
    provision = models.ForeignKey(
        Provision, null=True, blank=True, on_delete=models.PROTECT, related_name="area_stages",
        help_text="The provision that is the reason.",
    )  # fmt: skip
    into = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="absorbed",
        help_text="The area it became part of.",
    )  # fmt: skip
    reason = TextsField(help_text="Why.")


class AreaRole(DatedRecord):
    """A stakeholder's role in an area."""

    KIND: ClassVar[str] = "area-role"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="roles", help_text="The area.")
    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="area_roles", help_text="Who.")
    role = CodeField(codelist="area_role", help_text="Role.")


class AreaObjective(DatedRecord):
    """What an area is to achieve, as stated at a date."""

    KIND: ClassVar[str] = "area-objective"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="objectives", help_text="The area.")
    text = TextsField(help_text="The objective, in our own words.")


class AreaStrategy(DatedRecord):
    """A strategy discussed for an area, and the document that discusses it."""

    KIND: ClassVar[str] = "area-strategy"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="strategies", help_text="The area.")
    text = TextsField(help_text="The strategy, as a noun phrase.")
    discussed_in = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="strategies", help_text="Where."
    )
