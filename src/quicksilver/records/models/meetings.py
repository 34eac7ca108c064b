"""Meetings as they were planned, moved and held, their agenda, and the actions a body was invited to take."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from quicksilver.records.fields import BoundField, CodeField, KnownDateField, TextsField
from quicksilver.records.models.base import DatedRecord, Record
from quicksilver.records.models.mandates import Body, Provision


class Meeting(Record):
    """A session, consultation or meeting of partners."""

    KIND: ClassVar[str] = "meeting"

    kind = CodeField(codelist="meeting_kind", help_text="Kind of meeting.")
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings", help_text="Whose session."
    )
    title = TextsField(help_text="Title.")
    session = TextsField(help_text="Which session, such as first meeting.")
    place = TextsField(help_text="City.")
    purpose = TextsField(help_text="What the meeting is to do.")
    called_for_by = models.ForeignKey(
        Provision, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings",
        help_text="The provision that calls for it.",
    )  # fmt: skip


class MeetingSchedule(DatedRecord):
    """When a meeting is planned, moved to or was held; effective is the day on which that became so."""

    KIND: ClassVar[str] = "meeting-schedule"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="schedule", help_text="The meeting.")
    state = CodeField(codelist="meeting_state", help_text="State.")
    held_on = KnownDateField(blank=True, help_text="The days of the meeting (EDTF interval).")
    starts = BoundField(of="held_on", bound="earliest")
    ends = BoundField(of="held_on", bound="latest")
    reason = TextsField(help_text="Why it was moved or cancelled; empty where not known.")

    class Meta(DatedRecord.Meta):
        constraints: ClassVar = [
            *DatedRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(starts__lte=F("ends")), name="meeting_starts_before_it_ends"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "moved", "held", "cancelled"]), name="meeting_state_known"
            ),
        ]


class AgendaItem(Record):
    """An item of a meeting's provisional agenda."""

    KIND: ClassVar[str] = "agenda-item"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda", help_text="The meeting.")
    number = models.CharField(max_length=10, help_text="Number on the agenda.")
    title = TextsField(help_text="Title of the item.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_item_numbered_once")
        ]


class InvitedAction(Record):
    """A lettered action that a document invites the body to take."""

    KIND: ClassVar[str] = "invited-action"

    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, related_name="invited_actions", help_text="Under which item."
    )
    letter = models.CharField(max_length=2, help_text="Letter, such as a.")
    action = CodeField(codelist="invited_action", help_text="The action.")
    text = TextsField(help_text="What the body may wish to do.")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agenda_item", "letter"], name="invited_action_lettered_once")
        ]


class Outcome(DatedRecord):
    """What the body did with an invited action."""

    KIND: ClassVar[str] = "outcome"

    invited_action = models.ForeignKey(
        InvitedAction, on_delete=models.PROTECT, related_name="outcomes", help_text="The action."
    )
    outcome = CodeField(codelist="outcome", help_text="taken_up, partly or not_taken_up.")
    text = TextsField(help_text="What was decided.")
