"""A person's right to their data: everything kept of them as one file, and its erasure.

Erased is what tells who someone is. What remains is the opaque key in the history, which then leads nowhere: that
something was done, when and why, stays provable.
"""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.db.models import F, Q

from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.records.models import Account, Attempt, Contact, PersonalInvitation, Revision, RoleAssignment
from quicksilver.services import gate, people
from quicksilver.services.people import RULE


def export(*, actor: Actor, person: str, now: datetime) -> dict[str, Any]:
    """Everything kept of a person, as plain data; secrets of sign-in are named, not told.

    Writes: revision `export_person`.

    Raises
    ------
    gate.NotPermitted   the actor is neither this person nor of the secretariat
    Refused             nothing is kept under this key
    """
    with gate.deed(actor, "export_person", now=now, action="people.export", person=person) as deed:
        found = _kept_of(person)
        if not (found["account"] or found["contacts"] or found["invitations"]):
            raise Refused([_unknown(person)])
        deed.witness(f"exported {person}")
    return {"person": person, "exported_at": now.isoformat(), **found}


def erase(*, actor: Actor, person: str, reason: str, now: datetime) -> None:
    """Blank a person's data everywhere, end the roles, close the account. There is no way back.

    Writes: Account, Contact, PersonalInvitation, RoleAssignment, revision `erase_person`; the ways to sign in are gone.

    Raises
    ------
    gate.NotPermitted   the actor is not of the secretariat
    Refused             nothing is kept under this key, or nobody would be left in the secretariat
    """
    gate.require(actor, "people.erase", person=person)
    id = people.uuid_of(person)
    account = Account.objects.filter(id=id, erased_at=None).first()
    if account is None and not Contact.objects.filter(person=id, erased_at=None).exists():
        raise Refused([_unknown(person)])
    with gate.deed(actor, "erase_person", reason=reason, now=now, action="people.erase", person=person) as deed:
        if account:
            people.require_others(account, now.date())
            _erase_account(account, now)
        blank = {"name": "", "post": "", "email": "", "phone": "", "told_by": "", "erased_at": now}
        Contact.objects.filter(person=id).update(**blank)
        deed.witness(f"erased {person}")


def _erase_account(account: Account, now: datetime) -> None:
    email = account.email
    held = RoleAssignment.objects.filter(Q(account=account) | Q(under__account=account))
    held.filter(Q(held_until=None) | Q(held_until__gt=now.date())).filter(held_from__lte=now.date()).update(
        held_until=now.date()
    )
    held.filter(held_from__gt=now.date()).update(held_until=F("held_from"))
    invitations = PersonalInvitation.objects.filter(Q(email=email) | Q(person=account.id))
    invitations.filter(accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    invitations.update(email="", name="")
    EmailAddress.objects.filter(user=account).delete()
    Authenticator.objects.filter(user=account).delete()
    AccessAttempt.objects.filter(username=email).delete()
    account.name, account.email, account.is_active, account.erased_at = "", None, False, now
    account.set_unusable_password()  # and with it every session ends
    account.save()


def _unknown(person: str) -> Problem:
    return Problem("person-unknown", msg("Nothing is kept of “{person}”."), {"person": person}, RULE)


def _kept_of(person: str) -> dict[str, Any]:
    """What the tables hold: one SQL query each."""
    id = people.uuid_of(person)
    account = Account.objects.filter(id=id)
    return {
        "account": account.values(
            "email", "name", "language", "is_active", "joined_at", "last_login", "erased_at"
        ).first(),
        "email_addresses": list(EmailAddress.objects.filter(user=id).values("email", "verified", "primary")),
        "ways_to_sign_in": list(Authenticator.objects.filter(user=id).values("type", "created_at", "last_used_at")),
        "roles": list(RoleAssignment.objects.filter(account=id).values(*_HELD, "given_by")),
        "invitations": list(
            PersonalInvitation.objects.filter(person=id).values(
                "email", "name", "language", *_HELD, "invited_by", "invited_at", "accepted_at", "withdrawn_at"
            )
        ),
        "contacts": list(
            Contact.objects.filter(person=id).values(
                "organisation", "name", "post", "email", "phone", "language", "told_by", "entered_at"
            )
        ),
        "attempts": list(Attempt.objects.filter(actor=person).values("at", "action", "subject", "outcome")),
        "deeds": list(Revision.objects.filter(actor=person).values("number", "at", "deed", "reason")),
    }


_HELD = ("role", "organisation", "area", "held_from", "held_until")
