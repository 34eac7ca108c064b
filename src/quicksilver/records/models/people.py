"""People: accounts, the roles they hold, contacts of organisations, invitations, and what was refused to whom.

The one place for personal data. These tables are not kept: they have no versions, and the record and its history
name a person by an opaque key, ``person/<uuid>``, so that what is blanked here is gone. Who may see a row is asked
of ``visible_to``, for pages, files and commands alike.
"""

import uuid
from datetime import date, datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from quicksilver.core import policies
from quicksilver.core.policies import Actor
from quicksilver.records.fields import CodeField
from quicksilver.records.models.areas import Area
from quicksilver.records.models.partners import Stakeholder

KEY = "person/"


def key_of(person: uuid.UUID) -> str:
    """The opaque key by which the record names a person."""
    return f"{KEY}{person}"


class AccountQuerySet(models.QuerySet["Account"]):
    """Accounts."""

    def visible_to(self, actor: Actor) -> "AccountQuerySet":
        """Those whose names and addresses an actor may see: one SQL query, whatever the actor."""
        scope = policies.scope(actor, "people.read")
        if scope.everywhere:
            return self
        of_organisation = RoleAssignment.objects.filter(organisation__in=scope.organisations).values("account")
        own = Q(id=scope.person.removeprefix(KEY)) if scope.person.startswith(KEY) else Q(pk__in=())
        return self.filter(own | Q(pk__in=of_organisation))


class AccountManager(BaseUserManager.from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """Makes accounts; only invitations do (``services.people``)."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Account":
        """An account with a password, or with none until one is set."""
        account = self.model(email=self.normalize_email(email).lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person who can sign in, by e-mail address."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False, help_text="Opaque key of the person.")
    email = models.EmailField(unique=True, null=True, help_text="Address for sign-in; none once erased.")
    name = models.CharField(max_length=120, blank=True, help_text="Name, as the person writes it.")
    language = models.CharField(max_length=2, default="en", help_text="Language the person is written to in.")
    is_active = models.BooleanField(default=True, help_text="Whether the person can sign in.")
    joined_at = models.DateTimeField(db_default=Now(), help_text="When the account was made.")
    erased_at = models.DateTimeField(null=True, blank=True, help_text="When the personal data were erased.")

    objects = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering: ClassVar = ["name", "email"]

    def __str__(self) -> str:
        return self.name or self.email or self.key

    @property
    def key(self) -> str:
        """The key by which the record and its history name this person."""
        return key_of(self.id)


class RoleQuerySet(models.QuerySet["RoleAssignment"]):
    """Roles held."""

    def in_force(self, day: date) -> "RoleQuerySet":
        """Those held on a day; a delegate's ends with the role of whoever named the delegate."""
        begun = Q(held_from__lte=day) & (Q(held_until__isnull=True) | Q(held_until__gt=day))
        above = Q(under__isnull=True) | Q(under__held_from__lte=day) & (
            Q(under__held_until__isnull=True) | Q(under__held_until__gt=day)
        )
        return self.filter(begun, above, account__is_active=True)

    def visible_to(self, actor: Actor) -> "RoleQuerySet":
        """Those an actor may see: one's own, and those of one's organisation."""
        scope = policies.scope(actor, "people.read")
        if scope.everywhere:
            return self
        own = Q(account=scope.person.removeprefix(KEY)) if scope.person.startswith(KEY) else Q(pk__in=())
        return self.filter(own | Q(organisation__in=scope.organisations))


class HeldFor(models.Model):
    """A role, bound to an organisation, an area and a period."""

    role = CodeField(codelist="role", help_text="The role.")
    organisation = models.ForeignKey(
        Stakeholder, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="The organisation it is held for.",
    )  # fmt: skip
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="The area it is held for."
    )
    held_from = models.DateField(help_text="First day.")
    held_until = models.DateField(null=True, blank=True, help_text="The day it ends, no longer held; open if none.")
    under = models.ForeignKey(
        "records.RoleAssignment", null=True, blank=True, on_delete=models.CASCADE, related_name="+",
        help_text="Of a delegate: the role of the focal point who named the delegate.",
    )  # fmt: skip

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(held_until__isnull=True) | Q(held_until__gte=F("held_from")),
                name="%(class)s_period_in_order",
            )
        ]


class RoleAssignment(HeldFor):
    """A role that an account holds."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="roles", help_text="Who holds it.")
    given_by = models.CharField(max_length=120, help_text="Key of whoever gave it.")

    objects = RoleQuerySet.as_manager()

    class Meta(HeldFor.Meta):
        ordering: ClassVar = ["held_from", "id"]

    def __str__(self) -> str:
        return f"{self.role} {self.organisation_id or ''} {self.area_id or ''}".strip()

    def state(self, day: date) -> str:
        """“coming”, “held” or “ended”, on a day."""
        if self.held_until and self.held_until <= day:
            return "ended"
        return "held" if self.held_from <= day else "coming"


class ContactQuerySet(models.QuerySet["Contact"]):
    """Contacts."""

    def visible_to(self, actor: Actor) -> "ContactQuerySet":
        """Those an actor may see: the secretariat all, an organisation its own."""
        scope = policies.scope(actor, "contact.read")
        return self if scope.everywhere else self.filter(organisation__in=scope.organisations)


class Contact(models.Model):
    """A person through whom an organisation is reached, with or without an account."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False, help_text="Key of the entry.")
    person = models.UUIDField(default=uuid.uuid4, db_index=True, help_text="Opaque key of the person.")
    organisation = models.ForeignKey(
        Stakeholder, on_delete=models.PROTECT, related_name="+", help_text="The organisation."
    )
    name = models.CharField(max_length=120, blank=True, help_text="Name, as the person writes it.")
    post = models.CharField(max_length=120, blank=True, help_text="Post or unit.")
    email = models.EmailField(blank=True, help_text="E-mail address.")
    phone = models.CharField(max_length=40, blank=True, help_text="Telephone number.")
    language = models.CharField(max_length=2, default="en", help_text="Language to write in.")
    told_by = models.CharField(max_length=200, blank=True, help_text="Where this is known from.")
    entered_by = models.CharField(max_length=120, help_text="Key of whoever entered it.")
    entered_at = models.DateTimeField(db_default=Now(), help_text="When.")
    erased_at = models.DateTimeField(null=True, blank=True, help_text="When the personal data were erased.")

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["organisation", "name"]

    def __str__(self) -> str:
        return self.name or self.key

    @property
    def key(self) -> str:
        """The key by which the record names this person."""
        return key_of(self.person)


class InvitationQuerySet(models.QuerySet["PersonalInvitation"]):
    """Invitations."""

    def visible_to(self, actor: Actor) -> "InvitationQuerySet":
        """Those an actor may see: the secretariat all, a focal point those to delegates."""
        scope = policies.scope(actor, "people.delegate")
        if scope.everywhere:
            return self
        return self.filter(role="delegate", organisation__in=scope.organisations)


class PersonalInvitation(HeldFor):
    """An invitation of a person, by e-mail address, to a role; not to be taken for one to give input."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False, help_text="Key of the invitation.")
    email = models.EmailField(blank=True, help_text="Whom it was sent to; blank once erased.")
    name = models.CharField(max_length=120, blank=True, help_text="Name, if known.")
    language = models.CharField(max_length=2, default="en", help_text="Language of the letter.")
    person = models.UUIDField(default=uuid.uuid4, help_text="Opaque key the person will have.")
    invited_by = models.CharField(max_length=120, help_text="Key of whoever invites.")
    invited_at = models.DateTimeField(help_text="When.")
    expires_at = models.DateTimeField(help_text="Until when the link opens.")
    accepted_at = models.DateTimeField(null=True, blank=True, help_text="When it was accepted.")
    withdrawn_at = models.DateTimeField(null=True, blank=True, help_text="When it was withdrawn.")

    objects = InvitationQuerySet.as_manager()

    class Meta(HeldFor.Meta):
        ordering: ClassVar = ["-invited_at", "id"]

    def __str__(self) -> str:
        return f"{self.email}: {self.role}"

    def state(self, now: datetime) -> str:
        """“accepted”, “withdrawn”, “expired” or “open”."""
        if self.accepted_at:
            return "accepted"
        if self.withdrawn_at:
            return "withdrawn"
        return "open" if now < self.expires_at else "expired"


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts."""

    def visible_to(self, actor: Actor) -> "AttemptQuerySet":
        """All for the secretariat, none for anybody else."""
        return self if policies.allowed(actor, "attempt.read") else self.none()


class Attempt(models.Model):
    """Something that somebody signed in tried and may not, or a sign-in that was locked out."""

    at = models.DateTimeField(db_default=Now(), db_index=True, help_text="When, by the clock of the database.")
    actor = models.CharField(max_length=120, help_text="Key of whoever tried.")
    action = models.CharField(max_length=60, help_text="What was tried.")
    subject = models.CharField(max_length=200, blank=True, help_text="Key of what it was tried on.")
    outcome = models.CharField(max_length=20, default="refused", help_text="What came of it.")

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.actor} {self.action} {self.subject}: {self.outcome}"
