"""The small grants programme: its call, the call's rules, and what proposals ask for."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from quicksilver.records.fields import CodeField, CodesField, TextsField
from quicksilver.records.models.base import DatedRecord
from quicksilver.records.models.partners import Stakeholder


class Call(DatedRecord):
    """A call for proposals; a standing call has no deadline."""

    KIND: ClassVar[str] = "call"

    names = TextsField(help_text="Name of the programme.")
    standing = models.BooleanField(default=False, help_text="Open without a deadline.")
    issued_by = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="calls", help_text="Who calls.")


class CallRule(DatedRecord):
    """A rule of a call: data with an edition, because the programme may change it."""

    KIND: ClassVar[str] = "call-rule"

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="rules", help_text="The call.")
    rule = CodeField(codelist="grant_rule", help_text="The rule.")
    edition = models.CharField(max_length=20, help_text="Edition of the rule.")
    amount = models.DecimalField(
        max_digits=15, decimal_places=2, null=True, blank=True, help_text="Limit, where the rule has one."
    )
    currency = models.CharField(max_length=3, blank=True, help_text="ISO 4217 code of the limit.")
    strict = models.BooleanField(null=True, blank=True, help_text="Below, not at, the limit; a setting (T18).")
    members = models.JSONField(default=list, blank=True, help_text="Codes the rule lists.")

    class Meta(DatedRecord.Meta):
        constraints: ClassVar = [
            *DatedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount__isnull=True, currency="") | Q(amount__gt=0, currency__regex=r"^[A-Z]{3}$"),
                name="call_rule_amount_with_currency",
            ),
            models.UniqueConstraint(fields=["call", "rule", "edition"], name="call_rule_once_in_each_edition"),
        ]


class Proposal(DatedRecord):
    """A proposal received; it takes effect on the day it arrived."""

    KIND: ClassVar[str] = "proposal"

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="proposals", help_text="The call.")
    applicant = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, related_name="proposals", help_text="Who applies."
    )
    title = TextsField(help_text="Title.")
    amount = models.DecimalField(max_digits=15, decimal_places=2, help_text="Amount requested.")
    currency = models.CharField(max_length=3, help_text="ISO 4217 code.")
    needs = CodesField(codelist="need", help_text="Codes, in order.")

    class Meta(DatedRecord.Meta):
        constraints: ClassVar = [
            *DatedRecord.Meta.constraints,
            models.CheckConstraint(condition=Q(amount__gt=0), name="proposal_amount_positive"),
            models.CheckConstraint(condition=Q(currency__regex=r"^[A-Z]{3}$"), name="proposal_currency_is_code"),
        ]


class NeedStressed(DatedRecord):
    """A need that the proposals received so far stress, as a report says it without counting them."""

    KIND: ClassVar[str] = "need-stressed"

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="needs_stressed", help_text="The call.")
    need = CodeField(codelist="need", help_text="The need.")
    order = models.PositiveSmallIntegerField(help_text="Place in lists, as in the source.")
    proposals = models.PositiveIntegerField(null=True, blank=True, help_text="How many; empty where not known.")
