"""Appeals, pledges, receipts, and statements that nothing else came."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from quicksilver.records.fields import CodeField, TextsField
from quicksilver.records.models.base import DatedRecord, Record
from quicksilver.records.models.mandates import Decision
from quicksilver.records.models.partners import Stakeholder


class Appeal(DatedRecord):
    """A letter that asks for money; it takes effect on the day it was sent."""

    KIND: ClassVar[str] = "appeal"

    form = CodeField(codelist="appeal_form", help_text="Form of the appeal.")
    sender = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="appeals", help_text="Who appealed.")
    subject = TextsField(help_text="Subject of the letter.")
    decision = models.ForeignKey(
        Decision,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="appeals",
        help_text="The mandate invoked.",
    )
    purpose = TextsField(help_text="What the money is for.")


class AppealRecipient(Record):
    """A recipient of an appeal, or a group of recipients whose members are not on record."""

    KIND: ClassVar[str] = "appeal-recipient"

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="recipients", help_text="The appeal.")
    stakeholder = models.ForeignKey(
        Stakeholder,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="appeals_received",
        help_text="Who received it.",
    )
    group = TextsField(help_text="The group, where its members are not on record.")


class Contribution(DatedRecord):
    """What pledges and receipts share: a donor and an amount that is kept exactly as given."""

    donor = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="%(class)ss", help_text="Who gives.")
    kind = CodeField(codelist="contribution_kind", default="cash", help_text="In what it is given.")
    amount = models.DecimalField(max_digits=15, decimal_places=2, help_text="Amount, exactly as given.")
    currency = models.CharField(max_length=3, help_text="ISO 4217 code.")
    purpose = TextsField(help_text="What it is for.")

    class Meta(DatedRecord.Meta):
        abstract = True
        constraints: ClassVar = [
            *DatedRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(amount__gt=0), name="%(class)s_amount_positive"),
            models.CheckConstraint(condition=Q(currency__regex=r"^[A-Z]{3}$"), name="%(class)s_currency_is_code"),
        ]


class Pledge(Contribution):
    """A promise of money or means; not a receipt."""

    KIND: ClassVar[str] = "pledge"

    appeal = models.ForeignKey(
        Appeal,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pledges",
        help_text="The appeal it followed.",
    )


class Receipt(Contribution):
    """Money or means that arrived."""

    KIND: ClassVar[str] = "receipt"

    pledge = models.ForeignKey(
        Pledge,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="receipts",
        help_text="The pledge it pays.",
    )


class FundingStatement(DatedRecord):
    """A statement that, up to its date, nothing came besides what is on record.

    Without one, silence of the record is not a fact: unknown is not zero.
    """

    KIND: ClassVar[str] = "funding-statement"

    since = models.ForeignKey(
        Appeal,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="statements",
        help_text="Since which appeal.",
    )
    text = TextsField(help_text="What is stated.")
