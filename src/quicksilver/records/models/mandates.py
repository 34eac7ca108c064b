"""Decisions, their provisions down to the item, and what was done about each."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from quicksilver.records.fields import CodeField, CodesField, KeyField, TextsField
from quicksilver.records.models.base import DatedRecord, Record


class Body(Record):
    """A body that decides, advises or negotiates: a governing council, a working group."""

    KIND: ClassVar[str] = "body"

    names = TextsField(help_text="Full name.")
    short_names = TextsField(help_text="Name as used in running text.")


class Decision(DatedRecord):
    """A decision of a governing body; it takes effect on the day of its adoption."""

    KIND: ClassVar[str] = "decision"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions", help_text="Who decided.")
    meeting = models.ForeignKey(
        "records.Meeting", null=True, blank=True, on_delete=models.PROTECT, related_name="decisions",
        help_text="The session that adopted it.",
    )  # fmt: skip
    number = models.CharField(max_length=20, unique=True, help_text="Session and number, such as 24/3.")
    part = models.CharField(max_length=10, blank=True, help_text="The part on mercury, such as IV.")
    title = TextsField(help_text="Title of the decision.")
    builds_on = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="continued_by",
        help_text="The earlier decision it continues.",
    )  # fmt: skip


class Provision(Record):
    """A paragraph or item of a decision: what it says, in our words, to whom."""

    KIND: ClassVar[str] = "provision"

    decision = models.ForeignKey(
        Decision, on_delete=models.PROTECT, related_name="provisions", help_text="The decision."
    )
    part = models.CharField(max_length=10, blank=True, help_text="Part, in Roman figures.")
    paragraph = models.CharField(max_length=10, blank=True, help_text="Paragraph; empty where not known.")
    item = models.CharField(max_length=5, blank=True, help_text="Item, such as a.")
    verb = CodeField(codelist="provision_verb", blank=True, help_text="Operative verb.")
    addressees = CodesField(codelist="addressee", help_text="Codes, in order.")
    summary = TextsField(help_text="Content, in our own words.")
    means = TextsField(help_text="By what means.")
    ends = TextsField(help_text="To what end.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "part", "paragraph", "item"],
                condition=~Q(paragraph=""),
                name="provision_cited_once",
            ),
        ]


class Implementation(DatedRecord):
    """What was done about a provision: a dated state and the row that shows it."""

    KIND: ClassVar[str] = "implementation"

    provision = models.ForeignKey(
        Provision, on_delete=models.PROTECT, related_name="implementations", help_text="The provision."
    )
    state = CodeField(codelist="implementation_state", help_text="State.")
    evidence = KeyField(help_text="Key of the row that shows it.")
    description = TextsField(help_text="What was done.")
