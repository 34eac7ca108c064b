"""Inviting a person to a role, by a letter with a link; accepting, and taking back.

Nobody gets a role in another way, and there is no sign-up. The link is signed, good for two weeks and for one use.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.core import signing

from quicksilver.core.errors import Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.records.models import Account, PersonalInvitation, RoleAssignment
from quicksilver.services import gate, invitation_checks
from quicksilver.services.invitation_checks import Draft
from quicksilver.services.people import RULE, held_as, inviting

SALT = "quicksilver.invitation"
OPEN_FOR = timedelta(days=14)
CLOSED = msg("This invitation cannot be accepted: it was withdrawn, accepted before, or has run out. Ask for another.")


def invite(
    *, actor: Actor, draft: Draft, now: datetime, tell: Callable[[PersonalInvitation, str], None]
) -> tuple[PersonalInvitation, str]:
    """Invite a person to a role; returns the invitation and the token its link carries.

    Writes: PersonalInvitation, revision `invite_person`. After commit: ``tell`` is given both, to send the letter.

    Raises
    ------
    gate.NotPermitted   the actor may not invite to this role for this organisation
    Refused             with everything that is wrong in the draft
    """
    action = inviting(draft.role)
    gate.require(actor, action, organisation=draft.organisation, area=draft.area)
    above = invitation_checks.named_under(actor, draft, now) if draft.role == "delegate" else None
    problems = invitation_checks.of_draft(draft, above, now)
    if problems:
        raise Refused(problems)
    with gate.deed(
        actor, "invite_person", now=now, action=action, organisation=draft.organisation, area=draft.area
    ) as deed:
        invitation = _written(actor, draft, above, now)
        token = token_of(invitation)
        deed.witness(f"invited person/{invitation.person} as {held_as(invitation)}")
        deed.after_commit(lambda: tell(invitation, token))
    return invitation, token


def token_of(invitation: PersonalInvitation) -> str:
    """What the link to an invitation carries: its key, signed."""
    return signing.dumps(str(invitation.id), salt=SALT)


def invited(token: str) -> PersonalInvitation | None:
    """The invitation behind a link; none if the link was not made here."""
    try:
        key = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return PersonalInvitation.objects.select_related("organisation", "area").filter(id=key).first()


def accept(*, token: str, account: Account | None, name: str = "", password: str = "", now: datetime) -> Account:
    """Accept an invitation: as the account signed in, or with a new account and its password.

    Writes: Account unless there is one, RoleAssignment, revision `accept_invitation`.

    Raises
    ------
    Refused     the link is not good any more, is another person's, or the password is too weak
    """
    invitation = invited(token)
    if invitation is None or invitation.state(now) != "open":
        raise Refused([Problem("invitation-closed", CLOSED, {}, RULE)])
    existing = Account.objects.filter(email=invitation.email).first()
    problems = invitation_checks.of_acceptance(invitation, existing, account, name, password)
    if problems:
        raise Refused(problems)
    person = Actor(f"person/{existing.id if existing else invitation.person}", name, ())
    with gate.deed(person, "accept_invitation", now=now, action="people.accept", person=person.key) as deed:
        # Taken under the lock: of two clicks at once one accepts, the other finds nothing open.
        taken = PersonalInvitation.objects.filter(id=invitation.id, accepted_at=None, withdrawn_at=None)
        if not taken.update(accepted_at=now, person=existing.id if existing else invitation.person):
            raise Refused([Problem("invitation-closed", CLOSED, {}, RULE)])
        holder = existing or _new_account(invitation, name, password)
        RoleAssignment.objects.create(account=holder, given_by=invitation.invited_by, **_terms(invitation))
        deed.witness(f"{holder.key} holds {held_as(invitation)}")
    return holder


def withdraw(*, actor: Actor, invitation: PersonalInvitation, now: datetime) -> None:
    """Take back an invitation that was not accepted yet. Writes: it, and a revision `withdraw_invitation`."""
    of = {"organisation": invitation.organisation_id or "", "area": invitation.area_id or ""}
    action = inviting(invitation.role)
    with gate.deed(actor, "withdraw_invitation", now=now, action=action, **of) as deed:
        still = PersonalInvitation.objects.filter(id=invitation.id, accepted_at=None, withdrawn_at=None)
        if not still.update(withdrawn_at=now):
            raise Refused([Problem("invitation-closed", CLOSED, {}, RULE)])
        deed.witness(f"withdrew the invitation of person/{invitation.person} as {held_as(invitation)}")


def _written(actor: Actor, draft: Draft, above: RoleAssignment | None, now: datetime) -> PersonalInvitation:
    begins = draft.held_from or now.date()
    ends = [day for day in (draft.held_until, above.held_until if above else None) if day]
    return PersonalInvitation.objects.create(
        email=draft.email.strip().lower(), name=draft.name.strip(), language=draft.language, role=draft.role,
        organisation_id=draft.organisation or None, area_id=draft.area or None, under=above,
        held_from=begins, held_until=min(ends, default=None), invited_by=actor.key, invited_at=now,
        expires_at=now + OPEN_FOR,
    )  # fmt: skip


def _terms(invitation: PersonalInvitation) -> dict[str, Any]:
    shared = ("role", "organisation_id", "area_id", "held_from", "held_until", "under_id")
    return {name: getattr(invitation, name) for name in shared}


def _new_account(invitation: PersonalInvitation, name: str, password: str) -> Account:
    account = Account.objects.create_user(
        invitation.email, password, id=invitation.person, name=name.strip(), language=invitation.language
    )
    # The link came to this address, so it is the person's.
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return account
