"""What can be wrong with an invitation, and with accepting one: every problem, at the field it is in."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from quicksilver.core import codelists, languages, policies
from quicksilver.core.errors import Place, Problem
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.records.models import Account, Area, PersonalInvitation, RoleAssignment, Stakeholder
from quicksilver.services.people import RULE


@dataclass(frozen=True)
class Draft:
    """An invitation as it is asked for, by a form or a command."""

    email: str
    role: str
    organisation: str = ""
    area: str = ""
    held_from: date | None = None
    held_until: date | None = None
    name: str = ""
    language: str = "en"


def of_draft(draft: Draft, above: RoleAssignment | None, now: datetime) -> list[Problem]:
    """Everything that is wrong in a draft; ``above`` is the focal point a delegate is named under."""
    found = [
        *_wrong_email(draft.email),
        *(problem.at(Place(field="role")) for problem in codelists.check("role", draft.role)),
        *(problem.at(Place(field="language")) for problem in languages.check(draft.language)),
        *_wrong_binding(draft),
        *_wrong_period(draft, now.date()),
        *_already(draft, now),
    ]
    if draft.role == "delegate" and not found and above is None:
        message = msg("Nobody speaks for {key} now, so nobody can have a delegate there. Invite a focal point first.")
        found.append(_at("organisation", "delegate-of-nobody", message, key=draft.organisation))
    return found


def _at(field: str, code: str, message: str, **values: object) -> Problem:
    return Problem(code, message, values, RULE, Place(field=field))


def _wrong_email(email: str) -> list[Problem]:
    try:
        validate_email(email)
    except ValidationError:
        message = msg("“{email}” is not an e-mail address. Give one such as name@example.org.")
        return [_at("email", "email-wrong", message, email=email)]
    return []


def _wrong_binding(draft: Draft) -> list[Problem]:
    """A role needs the organisation or area it is held for, and these must be on record."""
    found = []
    if draft.role == "public":
        found.append(_at("role", "role-everybodys", msg("Everybody is of the public. Choose another role.")))
    if draft.role in policies.OF_AN_ORGANISATION and not draft.organisation:
        message = msg("This role is held for an organisation. Name the organisation.")
        found.append(_at("organisation", "organisation-missing", message))
    if draft.role in policies.OF_AN_AREA and not draft.area:
        found.append(_at("area", "area-missing", msg("This role is held for an area. Name the area.")))
    unknown = msg("“{key}” is not on record. Choose one from the list.")
    if draft.organisation and not Stakeholder.objects.filter(key=draft.organisation).exists():
        found.append(_at("organisation", "organisation-unknown", unknown, key=draft.organisation))
    if draft.area and not Area.objects.filter(key=draft.area).exists():
        found.append(_at("area", "area-unknown", unknown, key=draft.area))
    return found


def _wrong_period(draft: Draft, today: date) -> list[Problem]:
    begins = draft.held_from or today
    if draft.held_until is None or draft.held_until > max(begins, today):
        return []
    message = msg("The role would end on {until}, before it can be held. Give a later day, or none.")
    return [_at("held_until", "period-empty", message, until=draft.held_until.isoformat())]


def _already(draft: Draft, now: datetime) -> list[Problem]:
    """An invitation that lies open, or a role that is held: a second one would only confuse."""
    same = {
        "role": draft.role, "organisation": draft.organisation or None, "area": draft.area or None,
    }  # fmt: skip
    email = draft.email.strip().lower()
    waiting = PersonalInvitation.objects.filter(
        email=email, accepted_at=None, withdrawn_at=None, expires_at__gt=now, **same
    )
    held = RoleAssignment.objects.filter(account__email=email, **same).in_force(now.date())
    if not waiting.exists() and not held.exists():
        return []
    message = msg("{email} holds this role or has an open invitation to it. Withdraw that one first.")
    return [_at("email", "invited-already", message, email=email)]


def named_under(actor: Actor, draft: Draft, now: datetime) -> RoleAssignment | None:
    """The focal point whose delegate this will be: the actor's own role, else, for the secretariat, the first."""
    speaking = RoleAssignment.objects.in_force(now.date()).filter(
        role__in=policies.NAMING_DELEGATES, organisation=draft.organisation
    )
    own = [row for row in speaking.select_related("account") if row.account.key == actor.key]
    return own[0] if own else speaking.first()


def of_acceptance(
    invitation: PersonalInvitation, existing: Account | None, account: Account | None, name: str, password: str
) -> list[Problem]:
    """What stands in the way of accepting: ``existing`` has the address invited, ``account`` is signed in."""
    if existing and existing != account:
        message = msg("{email} has an account. Sign in with it, then open the link again.")
        return [Problem("sign-in-first", message, {"email": invitation.email}, RULE)]
    if account and not existing:
        message = msg("This invitation is for {email}, and you are signed in as another person. Sign out first.")
        return [Problem("another-person", message, {"email": invitation.email}, RULE)]
    return [] if existing else _weak(invitation, name, password)


def _weak(invitation: PersonalInvitation, name: str, password: str) -> list[Problem]:
    """What is wrong with a new account's name and password, in Django's own translated words."""
    found = []
    if not name.strip():
        found.append(_at("name", "name-missing", msg("Say what you are called.")))
    try:
        password_validation.validate_password(password, Account(email=invitation.email, name=name))
    except ValidationError as error:
        found += [_at("password", "password-weak", message) for message in error.messages]
    return found
