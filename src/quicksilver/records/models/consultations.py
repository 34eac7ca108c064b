"""Invitations to give input, the replies, their compilation; and the framework's drafts."""

from typing import ClassVar

from django.db import models

from quicksilver.records.fields import CodeField, CodesField, KeysField, TextsField
from quicksilver.records.models.base import DatedRecord, Record
from quicksilver.records.models.documents import Document
from quicksilver.records.models.mandates import Provision
from quicksilver.records.models.meetings import Meeting
from quicksilver.records.models.partners import Stakeholder


class Invitation(DatedRecord):
    """A request for input: who asks whom about what, by which channel."""

    KIND: ClassVar[str] = "invitation"

    issued_by = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, related_name="invitations", help_text="Who asks."
    )
    provision = models.ForeignKey(
        Provision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="invitations",
        help_text="Under which provision.",
    )
    title = TextsField(help_text="What is asked, as a title.")
    topics = CodesField(codelist="input_topic", help_text="Codes, in order.")
    addressees = CodesField(codelist="addressee", help_text="Codes, in order.")
    document = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="invitations",
        help_text="The document through which it is asked.",
    )
    areas = KeysField(help_text="Keys of the areas it asks about.")


class Reply(DatedRecord):
    """An answer to an invitation by a named respondent."""

    KIND: ClassVar[str] = "reply"

    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, related_name="replies", help_text="The invitation."
    )
    respondent = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, related_name="replies", help_text="Who answered."
    )
    title = TextsField(help_text="What the answer is.")


class Compilation(DatedRecord):
    """The replies of one kind of respondent, compiled into a document."""

    KIND: ClassVar[str] = "compilation"

    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, related_name="compilations", help_text="The invitation."
    )
    respondent_kind = CodeField(codelist="stakeholder_kind", help_text="Kind of respondent.")
    number_of_replies = models.PositiveIntegerField(null=True, blank=True, help_text="Empty where not known.")
    document = models.ForeignKey(
        Document,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="compilations",
        help_text="Where compiled.",
    )


class FrameworkComponent(Record):
    """A component of the overarching framework, or a stream of drafting beside it."""

    KIND: ClassVar[str] = "component"

    names = TextsField(help_text="Name as used in running text.")
    order = models.PositiveSmallIntegerField(help_text="Place in lists.")
    required_by = models.ForeignKey(
        Provision, null=True, blank=True, on_delete=models.PROTECT, related_name="components",
        help_text="The provision that asks for it; empty for a stream beside the framework.",
    )  # fmt: skip


class DraftState(DatedRecord):
    """The state a component's draft entered, and who was consulted."""

    KIND: ClassVar[str] = "draft-state"

    component = models.ForeignKey(
        FrameworkComponent, on_delete=models.PROTECT, related_name="states", help_text="The component."
    )
    state = CodeField(codelist="draft_state", help_text="State.")
    consulted = CodesField(codelist="addressee", help_text="Codes, in order.")
    meeting = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="drafts",
        help_text="The meeting concerned.",
    )
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts", help_text="The text."
    )
