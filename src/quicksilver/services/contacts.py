"""Contacts: through whom an organisation is reached. Each change is a deed; only keys enter the history."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from quicksilver.core import languages
from quicksilver.core.errors import Place, Problem, Refused
from quicksilver.core.languages import msg
from quicksilver.core.policies import Actor
from quicksilver.records.models import Contact, Stakeholder
from quicksilver.services import gate
from quicksilver.services.people import RULE


@dataclass(frozen=True)
class Draft:
    """A contact as it is entered."""

    organisation: str
    name: str = ""
    post: str = ""
    email: str = ""
    phone: str = ""
    language: str = "en"
    told_by: str = ""


def enter(*, actor: Actor, draft: Draft, now: datetime) -> Contact:
    """Enter a contact of an organisation.

    Writes: Contact, revision `enter_contact`.

    Raises
    ------
    gate.NotPermitted   the actor is neither of the organisation nor of the secretariat
    Refused             with everything that is wrong
    """
    gate.require(actor, "contact.enter", organisation=draft.organisation)
    _require_sound(draft)
    with gate.deed(actor, "enter_contact", now=now, action="contact.enter", organisation=draft.organisation) as deed:
        values = {**vars(draft), "organisation_id": draft.organisation}
        del values["organisation"]
        contact = Contact.objects.create(entered_by=actor.key, **values)
        deed.witness(f"entered {contact.key} as contact of {draft.organisation}")
    return contact


def correct(*, actor: Actor, contact: Contact, draft: Draft, now: datetime) -> None:
    """Correct a contact; what it said before is not kept, for it is personal.

    Writes: Contact, revision `correct_contact`. Raises as ``enter`` does.
    """
    gate.require(actor, "contact.enter", organisation=contact.organisation_id, subject=contact.key)
    _require_sound(draft)
    with gate.deed(actor, "correct_contact", now=now, action="contact.enter", organisation=draft.organisation) as deed:
        for name, value in vars(draft).items():
            setattr(contact, "organisation_id" if name == "organisation" else name, value)
        contact.save()
        deed.witness(f"corrected {contact.key} as contact of {draft.organisation}")


def _require_sound(draft: Draft) -> None:
    found = [
        *(problem.at(Place(field="language")) for problem in languages.check(draft.language)),
        *_wrong_email(draft.email),
    ]
    if not Stakeholder.objects.filter(key=draft.organisation).exists():
        found.append(_at("organisation", "organisation-unknown", msg("Choose an organisation that is on record.")))
    if not (draft.name or draft.post):
        found.append(_at("name", "contact-nameless", msg("Give a name, or a post such as “Director, Chemicals Unit”.")))
    if not draft.told_by:
        found.append(_at("told_by", "source-missing", msg("Say where this is known from: a letter, a call, a card.")))
    if found:
        raise Refused(found)


def _wrong_email(email: str) -> list[Problem]:
    if not email:
        return []
    try:
        validate_email(email)
    except ValidationError:
        message = msg("“{email}” is not an e-mail address. Give one such as name@example.org.")
        return [_at("email", "email-wrong", message, email=email)]
    return []


def _at(field: str, code: str, message: str, **values: object) -> Problem:
    return Problem(code, message, values, RULE, Place(field=field))
