"""Who acts, which roles are held, and how one ends.

These tables are not kept, yet each deed leaves a revision: it attests to what was done in words that hold keys and
no personal data (docs/people.md).
"""

import uuid
from datetime import date, datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from quicksilver.core import languages
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import PUBLIC, Actor, Grant
from quicksilver.records.models import Account, Attempt, PersonalInvitation, RoleAssignment
from quicksilver.services import gate

RULE = "docs/people.md"


def actor_of(account: AbstractBaseUser | AnonymousUser, today: date) -> Actor:
    """The actor an account is today: one SQL query. An account that was closed acts as the public."""
    if not isinstance(account, Account) or not account.is_active:
        return PUBLIC
    held = RoleAssignment.objects.filter(account=account).in_force(today).order_by("id")
    grants = tuple(Grant(row.role, row.organisation_id or "", row.area_id or "") for row in held)
    return Actor(account.key, str(account), grants)


def names(keys: set[str], actor: Actor) -> dict[str, str]:
    """The names behind opaque keys, as far as an actor may see them: at most one SQL query."""
    ids = [key.removeprefix("person/") for key in keys if key.startswith("person/")]
    if not ids:
        return {}
    return {account.key: str(account) for account in Account.objects.visible_to(actor).filter(id__in=ids)}


def uuid_of(key: str) -> uuid.UUID:
    """The identifier in a person's key; one that nobody has, if it is not a person's."""
    try:
        return uuid.UUID(key.removeprefix("person/"))
    except ValueError:
        return uuid.UUID(int=0)


def correct(*, actor: Actor, account: Account, name: str, language: str, now: datetime) -> None:
    """Correct how a person is called and written to.

    Writes: Account, revision `correct_person`. Raises ``gate.NotPermitted``, and ``Refused`` with what is wrong.
    """
    gate.require(actor, "people.correct", person=account.key)
    problems = [problem.at(Place(field="language")) for problem in languages.check(language)]
    if not name.strip():
        problems.append(Problem("name-missing", msg("Say what you are called."), {}, RULE, Place(field="name")))
    if problems:
        raise Refused(problems)
    with gate.deed(actor, "correct_person", now=now, action="people.correct", person=account.key) as deed:
        account.name, account.language = name.strip(), language
        account.save(update_fields=["name", "language"])
        deed.witness(f"corrected {account.key}")


def end(*, actor: Actor, role: RoleAssignment, reason: str, now: datetime) -> None:
    """End a role today, and with it those of the delegates named under it. Writes: them, revision `end_role`.

    Raises
    ------
    gate.NotPermitted   the actor may not end this role
    Refused             it would leave the programme without secretariat, or has ended already
    """
    of = {"organisation": role.organisation_id or "", "area": role.area_id or ""}
    action = inviting(role.role)
    gate.require(actor, action, **of)
    problems = _not_endable(role, now.date())
    if problems:
        raise Refused(problems)
    with gate.deed(actor, "end_role", reason=reason, now=now, action=action, **of) as deed:
        day = now.date()
        ended = RoleAssignment.objects.filter(Q(pk=role.pk) | Q(under=role.pk)).exclude(held_until__lte=day)
        for row in ended:
            row.held_until = max(day, row.held_from)
            row.save(update_fields=["held_until"])
            deed.witness(f"{row.account.key} no longer holds {held_as(row)}")


def note_lock_out(email: str) -> None:
    """Write down that an account's sign-in was locked out; what is tried on no account is not kept."""
    account = Account.objects.filter(email=email).first()
    if account:
        Attempt.objects.create(actor=account.key, action="account.sign_in", outcome="locked_out")


def inviting(role: str) -> str:
    """The action by which a role is given or ended: focal points see to their delegates themselves."""
    return "people.delegate" if role == "delegate" else "people.invite"


def held_as(of: PersonalInvitation | RoleAssignment) -> str:
    """A role and what it is held for, in keys."""
    return " ".join(part for part in (of.role, of.organisation_id, of.area_id) if part)


def require_others(account: Account, today: date) -> None:
    """Refuse what would leave the programme without secretariat."""
    held = RoleAssignment.objects.in_force(today).filter(role="secretariat")
    if held.filter(account=account).exists() and not held.exclude(account=account).filter(held_until=None).exists():
        raise Refused([Problem("last-of-secretariat", LAST, {}, RULE)])


LAST = msg("Nobody else is of the secretariat. Invite a successor first, and wait until the invitation is accepted.")


def _not_endable(role: RoleAssignment, today: date) -> list[Problem]:
    if role.state(today) == "ended":
        return [Problem("role-ended", msg("This role has ended already."), {}, RULE)]
    others = RoleAssignment.objects.in_force(today).filter(role="secretariat", held_until=None).exclude(pk=role.pk)
    if role.role == "secretariat" and role.state(today) == "held" and not others.exists():
        return [Problem("last-of-secretariat", LAST, {}, RULE)]
    return []
